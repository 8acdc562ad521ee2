"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run, and no test that fails because the machine was busy.
settings.register_profile("same", deadline=None, derandomize=True)
# To look further: pytest --hypothesis-profile=explore
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("same")
