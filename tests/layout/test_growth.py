"""Large charts are drawn in a time that grows with them, not with their square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from .pictures import draw, lines

MOST = 1000
"""As many links as a flowchart may have."""
NOISE = 0.02
"""Seconds below which a time says nothing."""
EVEN, SQUARE = 12.0, 24.0
"""How much longer four times as much may take: 4 if time grows evenly, 16 if with the square, 64
if with the cube; the rest is for a busy machine."""


def chain(size: int) -> list[str]:
    return [f"N{number} --> N{number + 1}" for number in range(size)]


def tree(size: int) -> list[str]:
    return [f"N{(number - 1) // 3} --> N{number}" for number in range(1, size)]


def star(size: int) -> list[str]:
    return [f"R --> N{number}" for number in range(size)]


def loose(size: int) -> list[str]:
    return [f"N{number}" for number in range(size)]


def ladder(size: int) -> list[str]:
    return [f"N{number} --> N{number + 1} & N{number + 2}" for number in range(size // 2)]


def groups(size: int) -> list[str]:
    return [f"subgraph G{number}\nA{number} --> B{number}\nend" for number in range(size // 2)]


def growth(kind: Callable[[int], list[str]], direction: str, size: int) -> float:
    """How many times longer four times as much takes."""
    small = min(seconds(kind, direction, size) for _ in range(2))
    return seconds(kind, direction, 4 * size) / max(small, NOISE)


def seconds(kind: Callable[[int], list[str]], direction: str, size: int) -> float:
    """The processor's time for a drawing."""
    began = time.process_time()
    draw(lines(direction, *kind(size)))
    return time.process_time() - began


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("kind", [chain, loose, groups])
def test_time_grows_about_evenly(kind: Callable[[int], list[str]], direction: str) -> None:
    assert growth(kind, direction, 100) < EVEN


@pytest.mark.parametrize(
    ("kind", "direction"), [(tree, "TB"), (ladder, "TB"), (ladder, "LR"), (star, "TB")]
)
def test_time_grows_with_the_square_at_most(
    kind: Callable[[int], list[str]], direction: str
) -> None:
    assert growth(kind, direction, 60) < SQUARE


def test_the_longest_chain_that_may_be_is_drawn_without_a_fault() -> None:
    picture = draw(lines("TB", *chain(MOST)))
    assert len(picture.scene.boxes) == MOST + 1
    assert picture.faults == []


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_as_many_boxes_as_may_be_are_drawn(direction: str) -> None:
    assert len(draw(lines(direction, *loose(2000))).scene.boxes) == 2000
