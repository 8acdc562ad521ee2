"""A repository made to do harm: no command reads, writes, links or removes anything outside."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit.drift.state import load_run
from diagramkit.files.border import Border

from .hostile import HARMS, attack, outsiders, plain, state_files

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links of POSIX")


@pytest.mark.parametrize("harm", HARMS)
def test_no_command_touches_or_tells_what_is_outside(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    assert attack(harm, tmp_path) == []


def test_the_made_up_run_is_one_that_is_read(tmp_path: Path) -> None:
    outside, repository = tmp_path / "outside", tmp_path / "repository"
    outside.mkdir()
    outsiders(outside)
    repository.mkdir()
    plain(repository)
    state_files(repository)
    run = load_run(repository / "diagrams-report", Border.around([repository]))
    assert run is not None
    assert len(run.pending) == 6
