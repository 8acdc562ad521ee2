"""Bars that lie on each other at one place are painted where they are seen, and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from diagramkit import render
from diagramkit.geometry import Path, Rect
from diagramkit.golden.picture import decode, difference
from diagramkit.layout.sequence.bars import seen


def test_bars_side_by_side_are_whole() -> None:
    rects = [Rect(0, 0, 10, 90), Rect(5, 10, 10, 50)]
    assert seen(rects) == [Path.polygon(rect.corners) for rect in rects]


def test_of_a_bar_below_another_the_ends_are_left() -> None:
    outer, inner = Rect(0, 0, 10, 90), Rect(0, 20, 10, 30)
    ends = [Rect(0, 0, 10, 20), Rect(0, 50, 10, 40)]
    commands = tuple(part for end in ends for part in Path.polygon(end.corners).commands)
    assert seen([outer, inner]) == [Path(commands), Path.polygon(inner.corners)]


def test_a_bar_that_is_covered_whole_is_still_there() -> None:
    twice = Rect(0, 0, 10, 90)
    assert seen([twice, twice])[0].commands


def test_deep_bars_look_as_if_all_were_painted_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "sequenceDiagram\n" + " a->>+b: x\n" * 9 + " b-->>-a: y\n" * 6
    drawn = render(text).png()

    def whole(rects: Sequence[Rect]) -> list[Path]:
        return [Path.polygon(rect.corners) for rect in rects]

    monkeypatch.setattr("diagramkit.layout.sequence.messages.seen", whole)
    painted = render(text)
    assert len([item for item in painted.scene.primitives if item.role == "bar"]) == 9
    change = difference(decode(painted.png()), decode(drawn))
    # Edges that were painted many times over one another were darker for it: never a whole step.
    assert change.share < 0.002


def test_painting_grows_with_the_height_and_not_with_its_square() -> None:
    def seconds(count: int) -> float:
        drawing = render("sequenceDiagram\n" + " a->>+b: x\n" * count)
        begin = time.process_time()
        drawing.png(scale=0.25)
        return time.process_time() - begin

    assert seconds(400) < 8 * seconds(100)
