"""Who feeds whom can be told: lines share a stretch only where they cannot be mistaken."""

from __future__ import annotations

from itertools import combinations

import pytest

from diagramkit.geometry import alongside, segments
from diagramkit.scene import Connector

from .pictures import Picture, draw, lines

FRAMES = ("subgraph S", "a & b & c", "end", "subgraph T", "x & y & z", "end")
EACH_WAY = pytest.mark.parametrize("direction", ["TB", "LR"])


def shared(picture: Picture) -> set[tuple[str, str]]:
    """The pairs of lines that run on each other for more than the rounding of a corner."""
    return {
        (one.key, other.key)
        for one, other in combinations(picture.scene.connectors, 2)
        if _run_together(one, other) > 8
    }


def _run_together(one: Connector, other: Connector) -> float:
    found = 0.0
    for a, b in segments(one.points):
        for c, d in segments(other.points):
            side = alongside(a, b, c, d)
            found += side.length if side and side.gap < 1 else 0.0
    return found


@EACH_WAY
def test_lines_that_mix_share_no_stretch(direction: str) -> None:
    picture = draw(lines(direction, *FRAMES, "b --> x", "c --> x", "a --> y", "c --> y", "a --> z"))
    mixed = {"edge:c->x:0", "edge:c->y:0", "edge:a->y:0"}
    assert not any(mixed.intersection(pair) for pair in shared(picture))
    assert picture.faults == []


@EACH_WAY
def test_lines_of_a_full_set_share_their_stretches(direction: str) -> None:
    picture = draw(lines(direction, *FRAMES, "a & b & c --> x & y & z"))
    assert shared(picture)
    assert picture.faults == []


@EACH_WAY
def test_lines_of_one_box_to_many_share_their_stretch(direction: str) -> None:
    picture = draw(lines(direction, "a --> w & x & y & z", "b --> z"))
    assert ("edge:a->w:0", "edge:a->x:0") in shared(picture)


def test_a_mesh_of_many_has_no_fault() -> None:
    names = "abcdef"
    links = [f"{one} --- {other}" for one, other in combinations(names, 2)]
    assert draw(lines("LR", *links)).faults == []


def test_lines_to_boxes_in_one_group_leave_together() -> None:
    group = "subgraph G", *(f"M{number}" for number in range(5)), "end"
    picture = draw(lines("TB", "V --> P", *group, "P --> M0 & M1 & M2 & M3 & M4"))
    starts = [picture.points("P", f"M{number}")[0] for number in range(5)]
    assert len(set(starts)) == 1


def test_a_fan_of_even_lines_leaves_from_the_middle_with_none_off_the_middle_of_its_box() -> None:
    parts = (f"P[Prompt] --> {name}[Context<br/>role, setting, background]" for name in "ABCD")
    picture = draw(lines("TB", *parts, "A & B & C & D --> E[LLM response]"))
    assert {picture.points("P", name)[0].x for name in "ABCD"} == {picture.center("P").x}
    assert all(picture.points("P", name)[-1].x == picture.center(name).x for name in "ABCD")
