"""Lines between records: the marks and the words at their ends."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit.layout.graph.record import Mark, Relation
from diagramkit.mermaid.kinds.flowchart.model import Group

from .pictures import THEME
from .record_charts import Sheet, draw, record

Direction = Literal["LR", "RL", "TB", "BT"]
MARKS: tuple[Mark, ...] = get_args(Mark)
DRAWN = [mark for mark in MARKS if mark not in ("none", "arrow")]
FEET: list[Mark] = ["one", "zero-or-one", "one-or-more", "zero-or-more"]
EVERY_MARK = pytest.mark.parametrize("mark", DRAWN)
EVERY_DIRECTION = pytest.mark.parametrize("direction", get_args(Direction))


def pair(relation: Relation, direction: Direction = "TB") -> Sheet:
    return draw([record("A", "x"), record("B", "y")], [relation], direction)


@EVERY_DIRECTION
@EVERY_MARK
def test_a_mark_touches_the_border_and_stands_outside(mark: Mark, direction: Direction) -> None:
    sheet = pair(Relation("A", "B", head_mark=mark), direction)
    [head], box = sheet.heads("A", "B"), sheet.rect("B")
    assert head.distance(box) == 0
    assert min(head.intersection(box).size) == pytest.approx(0, abs=0.01)


@EVERY_DIRECTION
@EVERY_MARK
def test_a_line_stops_at_the_base_of_its_mark(mark: Mark, direction: Direction) -> None:
    sheet = pair(Relation("A", "B", head_mark=mark), direction)
    [head], end = sheet.heads("A", "B"), sheet.line("A", "B").points[-1]
    overlap = 1 if mark == "filled-diamond" else 0
    assert head.grown(-overlap - 0.01).distance_to_segment(end, end) > 0
    assert head.grown(0.01).distance_to_segment(end, end) == 0


@pytest.mark.parametrize(("tail", "head"), list(product(DRAWN, FEET)))
def test_both_marks_have_their_straight_runs(tail: Mark, head: Mark) -> None:
    line = pair(Relation("A", "B", tail_mark=tail, head_mark=head)).line("A", "B")
    assert len(line.heads) == 2
    assert line.points[0].distance(line.points[-1]) >= THEME.edge.lead


@pytest.mark.parametrize("mark", ["triangle", "diamond", "lollipop", *FEET])
def test_hollow_marks_are_not_filled(mark: Mark) -> None:
    [head] = pair(Relation("A", "B", head_mark=mark)).line("A", "B").heads
    assert not head.filled


def test_the_diamond_of_a_composition_is_filled() -> None:
    [head] = pair(Relation("A", "B", tail_mark="filled-diamond")).line("A", "B").heads
    assert head.filled


def test_crows_feet_differ_from_each_other() -> None:
    outlines = {
        pair(Relation("A", "B", head_mark=mark)).line("A", "B").heads[0].outline for mark in FEET
    }
    assert len(outlines) == len(FEET)


def test_a_mark_is_as_wide_as_the_theme_says_whatever_its_direction() -> None:
    for direction in get_args(Direction):
        [head] = pair(Relation("A", "B", head_mark="triangle"), direction).heads("A", "B")
        assert sorted(head.size) == sorted(THEME.record.triangle)


def test_a_dotted_relation_is_dashed_and_its_mark_is_not() -> None:
    sheet = pair(Relation("A", "B", line="dotted", head_mark="triangle"))
    assert sheet.line("A", "B").paint.dash == THEME.edge.dash


@EVERY_DIRECTION
@EVERY_MARK
def test_words_at_an_end_stand_beside_its_mark(mark: Mark, direction: Direction) -> None:
    sheet = pair(Relation("A", "B", head_mark=mark, head_text="0..*", tail_text="1"), direction)
    for words, box in (("0..*", "B"), ("1", "A")):
        rect = sheet.text(words).rect
        assert rect.distance(sheet.rect(box)) < 12
        assert all(not rect.overlaps(head) for head in sheet.heads("A", "B"))
    assert sheet.faults == []


def test_words_along_a_line_stand_between_those_at_its_ends() -> None:
    sheet = pair(Relation("A", "B", "has", tail_text="1", head_text="many", head_mark="one"))
    heights = [sheet.text(words).y for words in ("1", "has", "many")]
    assert heights == sorted(heights)


@pytest.mark.parametrize("count", [2, 3, 5, 8])
@pytest.mark.parametrize("mark", FEET)
@EVERY_DIRECTION
def test_the_marks_on_a_side_have_air_between_them(
    direction: Direction, mark: Mark, count: int
) -> None:
    children = [record(f"C{number}", "x") for number in range(count)]
    edges = [Relation("P", child.id, tail_mark=mark, head_mark=mark) for child in children]
    sheet = draw([record("P", "id"), *children], edges, direction)
    tips = sheet.tips("P")
    across = sorted(tip.x if direction in ("TB", "BT") else tip.y for tip in tips)
    width = THEME.record.foot[1]
    assert min(b - a for a, b in pairwise(across)) >= width + 4


def test_children_share_the_triangle_of_their_parent() -> None:
    children = [record(f"C{number}") for number in range(3)]
    edges = [Relation("P", child.id, tail_mark="triangle") for child in children]
    assert len(set(draw([record("P"), *children], edges).tips("P"))) == 1


def test_children_with_numbers_have_triangles_of_their_own() -> None:
    children = [record(f"C{number}") for number in range(3)]
    edges = [Relation("P", each.id, tail_mark="triangle", tail_text="1") for each in children]
    assert len(set(draw([record("P"), *children], edges).tips("P"))) == 3


def test_crows_feet_are_never_shared() -> None:
    children = [record(f"C{number}") for number in range(3)]
    edges = [Relation("P", child.id, tail_mark="one") for child in children]
    assert len(set(draw([record("P"), *children], edges).tips("P"))) == 3


def test_a_box_is_as_wide_as_its_ends_need() -> None:
    children = [record(f"C{number}") for number in range(9)]
    edges = [Relation("P", each.id, tail_mark="one", tail_text="0..*") for each in children]
    assert draw([record("P"), *children], edges).rect("P").width > 9 * 24


def test_two_relations_between_the_same_two_boxes_are_two_lines() -> None:
    edges = [Relation("A", "B", text, tail_mark="one", head_mark="one") for text in ("a", "b")]
    sheet = draw([record("A"), record("B")], edges)
    assert sheet.faults == []
    assert len({tip.x for tip in sheet.tips("A")}) == 2


@EVERY_DIRECTION
def test_a_loop_stands_at_a_side_with_its_words_outside(direction: Direction) -> None:
    loop = Relation(
        "A",
        "A",
        "manages",
        tail_mark="zero-or-one",
        head_mark="zero-or-more",
        tail_text="boss",
        head_text="team",
    )
    sheet = draw([record("A", "x"), record("B")], [loop, Relation("A", "B")], direction)
    assert sheet.faults == []
    path = sheet.line("A", "A").points
    assert all(not sheet.rect("A").grown(-1).crossed_by(a, b) for a, b in pairwise(path))


def test_loops_of_one_box_stand_one_below_the_other() -> None:
    loops = [Relation("A", "A", f"loop {number}", tail_mark="one") for number in range(3)]
    sheet = draw([record("A", "x")], loops)
    heights = [sheet.text(f"loop {number}").y for number in range(3)]
    assert heights == sorted(heights)
    assert sheet.faults == []


def test_loops_keep_clear_of_the_next_box() -> None:
    loops = [Relation(name, name, "a label that needs room", tail_mark="one") for name in "AB"]
    sheet = draw([record("A"), record("B"), record("C")], loops)
    assert sheet.faults == []


def test_marks_and_words_fit_between_a_box_and_its_frame() -> None:
    relation = Relation("A", "B", tail_mark="zero-or-more", tail_text="a few", head_text="1")
    groups = [Group("G", "a group", ("A",))]
    for direction in get_args(Direction):
        sheet = draw([record("A", "x"), record("B")], [relation], direction, groups)
        assert sheet.faults == []


def test_no_leaf_hangs_from_a_chain_of_records() -> None:
    nodes = [record(name) for name in "ABCDE"]
    edges = [Relation(a, b, head_mark="arrow") for a, b in ("AB", "BC", "CD", "BE")]
    sheet = draw(nodes, edges, "LR")
    assert sheet.rect("E").x == sheet.rect("C").x


NAMES = "ABCDE"
ENDS = st.sampled_from(["", "", "1", "0..*", "many"])
RELATIONS = st.lists(
    st.builds(
        Relation,
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.sampled_from(["", "has", "is part of"]),
        line=st.sampled_from(["solid", "dotted"]),
        tail_mark=st.sampled_from(MARKS),
        head_mark=st.sampled_from(MARKS),
        tail_text=ENDS,
        head_text=ENDS,
    ),
    max_size=7,
)
NEVER = (
    "text-overflows-box",
    "box-overlaps-box",
    "clipped",
    "text-clipped-by-viewbox",
    "connector-end-detached",
)


@given(RELATIONS, st.sampled_from(get_args(Direction)))
@settings(max_examples=40)
def test_no_tangle_has_a_fault_that_is_never_allowed(
    edges: list[Relation], direction: Direction
) -> None:
    sheet = draw([record(name, "x") for name in NAMES], edges, direction)
    assert [fault for fault in sheet.faults if fault.startswith(NEVER)] == []


@given(RELATIONS, st.sampled_from(get_args(Direction)))
@settings(max_examples=40)
def test_every_mark_and_every_word_is_drawn(edges: list[Relation], direction: Direction) -> None:
    sheet = draw([record(name, "x") for name in NAMES], edges, direction)
    marks = sum((e.tail_mark != "none") + (e.head_mark != "none") for e in edges)
    assert sum(len(line.heads) for line in sheet.scene.connectors) == marks
    words = sorted(text for e in edges for text in (e.text, e.tail_text, e.head_text) if text)
    drawn = sorted(t.text for t in sheet.scene.texts if t.owner.startswith("edge:"))
    assert drawn == words
