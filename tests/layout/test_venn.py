"""Venn diagrams are drawn as thin circles with words inside their regions."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from diagramkit import render
from diagramkit.geometry import Point, Rect

from .charts import faults
from .pictures import Picture

SOURCE = """venn-beta
set A["Fast"]
set B["Cheap"]
set C["Good"]
union A,B["Prototype"]
union B,C["Patience"]
union A,C["Budget"]
union A,B,C["Luck"]
"""


def circles(source: str) -> list[tuple[Point, float]]:
    rects = [Rect.bounding(one.path.flattened()) for one in Picture(render(source)).marks("set:")]
    return [(rect.center, rect.width / 2) for rect in rects]


def test_areas_are_in_proportion_to_sizes() -> None:
    (_, one), (_, other) = circles("venn-beta\nset A:40\nset B:10\n")
    assert one / other == pytest.approx(2, abs=0.05)


def test_two_circles_share_as_much_as_their_union_says() -> None:
    (left, one), (right, other) = circles("venn-beta\nset A:10\nset B:10\nunion A,B:5\n")
    half = left.distance(right) / 2
    lens = 2 * (one**2 * math.acos(half / one) - half * math.sqrt(one**2 - half**2))
    assert lens / (math.pi * one * other) == pytest.approx(0.5, abs=0.02)


def test_sets_without_a_union_stand_apart() -> None:
    source = "venn-beta\nset A\nset B\nset C\nunion A,B\n"
    (_, (at, radius), (third, own)) = circles(source)
    assert at.distance(third) > radius + own


def test_words_stand_inside_their_region_and_in_no_other() -> None:
    around = circles(SOURCE)
    inside = {
        "Fast": {0}, "Cheap": {1}, "Good": {2}, "Prototype": {0, 1},
        "Patience": {1, 2}, "Budget": {0, 2}, "Luck": {0, 1, 2},
    }  # fmt: skip
    for text in render(SOURCE).scene.texts:
        for place, (center, radius) in enumerate(around):
            within = {corner.distance(center) < radius for corner in text.rect.corners}
            assert within == {place in inside[text.text]}, text.text


def test_circles_grow_for_their_words_and_words_never_meet_lines() -> None:
    words = "".join(f'  text "Item number {place}"\n' for place in range(8))
    source = f"venn-beta\nset A\n{words}set B\n{words}union A,B\n{words}"
    assert faults(source) == []
    assert circles(source)[0][1] > circles(SOURCE)[0][1]


def test_words_without_room_stand_outside_with_a_line() -> None:
    source = 'venn-beta\nset A:100\nset B:100\nunion A,B["A very long label indeed"]:0.01\n'
    assert len(Picture(render(source)).marks("leader:")) == 1
    assert faults(source) == []


def test_only_the_critical_set_is_red() -> None:
    drawn = Picture(render(f"{SOURCE}%% diagram: critical Cheap\n"))
    roles = {mark.key: mark.role for mark in drawn.marks("set:")}
    assert roles == {"set:1": "set-1", "set:2": "accent", "set:3": "set-3"}


def test_colours_of_the_source_are_kept_where_asked_for() -> None:
    drawn = render("venn-beta\nset A\nstyle A fill:#ff6b6b\n", colors="source")
    assert Picture(drawn).marks("set:")[0].paint.stroke == "#ff6b6b"


def test_many_sets_are_drawn_without_a_fault() -> None:
    names = [f"S{place}" for place in range(12)]
    unions = "".join(f"union {one},{other}\n" for one, other in pairwise(names))
    assert faults("venn-beta\n" + "".join(f"set {name}\n" for name in names) + unions) == []


@pytest.mark.parametrize("text", ["", "set A\n", "set A:0\n", "set A\nset B\nunion A,B:1000\n"])
def test_a_diagram_of_next_to_nothing_is_drawn(text: str) -> None:
    assert faults(f"venn-beta\n{text}") == []
