"""A repository made to do harm: no command reads, writes, links or removes anything outside."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .hostile import HARMS, attack

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links of POSIX")


@pytest.mark.parametrize("harm", HARMS)
def test_no_command_touches_or_tells_what_is_outside(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    assert attack(harm, tmp_path) == []
