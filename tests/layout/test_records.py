"""Boxes with ruled compartments: their words in columns, their rules, their sizes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit.layout.graph.record import Record, Relation, Row
from diagramkit.scene import Box

from .pictures import THEME
from .record_charts import draw, record

ENTITY = record(
    "ORDER",
    Row(("int", "id", "PK", "")),
    Row(("varchar", "state", "", "open or done")),
    muted=(0, 3),
)
LONG = "schedule(waiting: List<Request>, running: List<Request>, budget: int, seed: int): Batch"


def test_the_title_is_centred_in_its_strip() -> None:
    sheet = draw([ENTITY])
    title, rule = sheet.text("ORDER"), sheet.marks("rule")[0].path.flattened()[0].y
    rect = sheet.rect("ORDER")
    assert title.x == rect.center.x
    assert title.y - title.size * 0.36 == pytest.approx((rect.y + rule) / 2, abs=0.1)


def test_each_compartment_has_a_rule_from_side_to_side() -> None:
    sheet = draw([Record("A", "A", compartments=((Row(("x",)),), (Row(("f()",)),)))])
    rect = sheet.rect("A")
    for rule in sheet.marks("rule"):
        left, right = rule.path.flattened()
        assert (left.x, right.x) == (rect.x, rect.right)
    assert len(sheet.marks("rule")) == 2


def test_an_empty_compartment_is_half_a_line_high_at_least() -> None:
    sheet = draw([Record("A", "A", compartments=((), (Row(("f()",)),)))])
    first, second = (rule.path.flattened()[0].y for rule in sheet.marks("rule"))
    assert second - first >= THEME.record.row / 2


def test_a_record_without_rows_is_a_plain_box() -> None:
    sheet = draw([record("A")])
    assert sheet.marks("rule") == []
    assert sheet.rect("A").size == (THEME.box.min_width, THEME.box.min_height)
    assert sheet.text("A").weight == 600


def test_a_kicker_is_muted_above_the_title_in_guillemets() -> None:
    sheet = draw([record("A", "x", kicker="interface")])
    kicker, title = sheet.text("«interface»"), sheet.text("A")
    assert kicker.y < title.y
    assert (kicker.size, kicker.color) == (12, THEME.light.roles.primary.muted)


def test_cells_of_a_column_begin_together() -> None:
    sheet = draw([ENTITY])
    assert sheet.text("int").x == sheet.text("varchar").x
    assert sheet.text("id").x == sheet.text("state").x
    assert sheet.text("PK").x > sheet.text("state").rect.right


def test_columns_are_aligned_across_compartments() -> None:
    sheet = draw([Record("A", "A", compartments=((Row(("+", "x")),), (Row(("", "f()")),)))])
    assert sheet.text("x").x == sheet.text("f()").x


def test_muted_columns_have_the_second_colour_and_others_the_first() -> None:
    sheet, look = draw([ENTITY]), THEME.light.roles.primary
    assert {sheet.text(words).color for words in ("int", "varchar", "open or done")} == {look.muted}
    assert {sheet.text(words).color for words in ("id", "state", "PK")} == {look.text}


def test_a_static_row_is_underlined_below_all_of_its_words() -> None:
    sheet = draw([record("A", Row(("+", "count(gy)"), is_static=True), "f()", muted=(0,))])
    [line] = sheet.marks("underline")
    start, end = line.path.flattened()
    words = sheet.text("count(gy)")
    assert (start.x, end.x) == (words.x, words.x + words.width)
    assert words.rect.bottom < start.y < words.y + 6


def test_long_rows_hang_and_the_box_stops_growing() -> None:
    sheet = draw([record("A", Row(("+", LONG)), muted=(0,))])
    first, *others = [text for text in sheet.words("A") if ":row-0-0-1" in text.key]
    assert others
    assert {text.x - first.x for text in others} == {THEME.record.hang}
    assert sheet.rect("A").width <= THEME.record.wrap + 2 * THEME.box.padding_x + 8


def test_comments_are_broken_before_names_are() -> None:
    name, comment = (
        "a_name_that_is_longer_than_its_comment",
        "some words of a comment here",
    )
    sheet = draw([record("A", Row(("string", name, comment)), muted=(0, 2))])
    assert sheet.text(name)
    assert len([text for text in sheet.words("A") if ":row-0-0-2" in text.key]) > 1


def test_rows_are_an_equal_distance_apart() -> None:
    sheet = draw([record("A", *(f"row {number}" for number in range(12)))])
    heights = [sheet.text(f"row {number}").y for number in range(12)]
    gaps = {b - a for a, b in pairwise(heights)}
    assert gaps == {THEME.record.row}


def test_a_long_name_may_be_as_wide_as_the_rows() -> None:
    name = "AVeryLongNameOfAClassThatIsWide"
    assert draw([record(name, "a row that is wider than the name of the class is")]).text(name)


@pytest.mark.parametrize("direction", ["TB", "BT"])
def test_records_of_a_rank_begin_at_one_height(direction: str) -> None:
    children = [record("A", "x"), record("B", *"xyzuvw"), record("C")]
    edges = [Relation("P", child.id, tail_mark="triangle") for child in children]
    sheet = draw([record("P"), *children], edges, direction)  # type: ignore[arg-type]
    rects = [sheet.rect(child.id) for child in children]
    assert len({rect.y if direction == "TB" else rect.bottom for rect in rects}) == 1


def test_loose_records_begin_at_one_height() -> None:
    sheet = draw([record("A", "x"), record("B", *"xyzuvw")])
    assert sheet.rect("A").y == sheet.rect("B").y


def test_a_record_keeps_its_own_width_beside_a_much_wider_one() -> None:
    sheet = draw([record("A", "x"), record("B", "a row that is very much wider than that one is")])
    assert sheet.rect("A").width == THEME.box.min_width


def test_both_modes_have_the_same_geometry() -> None:
    light, dark = draw([ENTITY]), draw([ENTITY], mode="dark")
    assert [text.rect for text in light.scene.texts] == [text.rect for text in dark.scene.texts]


CELLS = st.sampled_from(["", "x", "+", "a name", "List<Map<K, V>>", "토큰화 단계", LONG, "y" * 80])
ROWS = st.builds(Row, st.lists(CELLS, min_size=1, max_size=4).map(tuple), is_static=st.booleans())
RECORDS = st.builds(
    Record,
    st.just("A"),
    st.sampled_from(["A", "A longer name\nof two lines", "Incomprehensibilities" * 3]),
    kicker=st.sampled_from(["", "interface", "an annotation of several words that goes on"]),
    compartments=st.lists(st.lists(ROWS, max_size=4).map(tuple), max_size=3).map(tuple),
    muted=st.sampled_from([(), (0,), (0, 2)]),
)


@given(RECORDS)
@settings(max_examples=60)
def test_whatever_is_in_a_record_stays_inside_and_apart(node: Record) -> None:
    assert draw([node]).faults == []


@given(RECORDS)
@settings(max_examples=30)
def test_every_cell_is_written(node: Record) -> None:
    written = "".join(text.text for text in draw([node]).words("A")).replace(" ", "")
    for rows in node.compartments:
        for row in rows:
            for cell in row.cells:
                assert cell.replace(" ", "") in written or len(cell) > 20


def test_a_record_takes_the_paint_of_its_role() -> None:
    box: Box = draw([record("A", "x", classes=("note",))]).box("A")
    assert box.paint.stroke == THEME.light.roles.note.stroke
