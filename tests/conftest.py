"""Settings of all tests."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import settings

# The same examples on every run, and no test that fails because the machine was busy.
settings.register_profile("same", deadline=None, derandomize=True)
# To look further: pytest --hypothesis-profile=explore
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("same")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("cairo") and not has_cairo():
        pytest.skip("needs the cairo library (Debian: apt install libcairo2)")


@cache
def has_cairo() -> bool:
    try:
        import cairocffi  # noqa: F401 (it opens the library)
    except OSError:
        return False
    return True
