"""A little of what `tests/safety/fuzz.py` tries for as long as one likes."""

from __future__ import annotations

import os

import pytest

from . import fuzz, kills
from .readers import FAMILIES

POSIX = pytest.mark.skipif(os.name != "posix", reason="forks and signals of POSIX")


@POSIX
@pytest.mark.parametrize("name", [family.name for family in FAMILIES])
def test_a_reader_draws_or_refuses_whatever_it_is_given(name: str) -> None:
    # What it costs is for the command to tell: a test does not depend on the machine.
    (row,) = fuzz.run([name], inputs=fuzz.BATCH, seed=11, costs=False)
    assert (row.inputs, row.faults) == (fuzz.BATCH, [])


@POSIX
@pytest.mark.parametrize("name", kills.COMMANDS)
def test_a_kill_leaves_whole_files_and_the_next_run_finishes(name: str) -> None:
    tried = kills.kill_each(name, most=4, seed=1)
    assert (tried.kills, tried.faults) == (4, ())


def test_the_same_seed_gives_the_same_inputs() -> None:
    family = FAMILIES[0]
    assert [family.input(n, 5)[0] for n in range(9)] == [family.input(n, 5)[0] for n in range(9)]


def test_an_exception_is_a_fault_and_is_told() -> None:
    def broken(_text: str, _random: object) -> None:
        raise ZeroDivisionError("by 0")

    row = fuzz.attempt(fuzz.Family("x", lambda: ("a",), broken), 3, 0)
    assert row.faults[0].startswith("x:3  ZeroDivisionError: by 0 (test_fuzz.py:")
