"""Settings of all tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from browsing import Browser

# The same examples on every run, and no test that fails because the machine was busy.
settings.register_profile("same", deadline=None, derandomize=True)
# To look further: pytest --hypothesis-profile=explore
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("same")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("cairo") and not has_cairo():
        pytest.skip("needs the cairo library (Debian: apt install libcairo2)")


@pytest.fixture(autouse=True)
def _faults_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours is no `DiagramError` in tests, which may expect one of those."""
    monkeypatch.setattr("diagramkit.drawing.fault", _raise)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    node, chromium = shutil.which("node"), shutil.which("chromium")
    modules = Path(os.environ.get("DIAGRAMKIT_WORLD", "/nowhere"))
    if not node or not chromium or not (modules / "node_modules" / "playwright-core").is_dir():
        pytest.skip("needs Node, Chromium, and playwright-core in the folder DIAGRAMKIT_WORLD")
    used = Browser(node, chromium, modules)
    yield used
    used.close()


def _raise(error: Exception, _place: object) -> None:
    raise error


@cache
def has_cairo() -> bool:
    try:
        import cairocffi  # noqa: F401 (it opens the library)
    except OSError:
        return False
    return True
