"""What parts with values paint: bars, points, spans, regions, and where their words stand."""

from __future__ import annotations

import pytest

from diagramkit import Bars, Cells, DiagramError, Figure, Numberline, Plot, Row, Timeline, render
from diagramkit.figure import Box, Container, read
from diagramkit.geometry import Rect
from diagramkit.lint import check
from diagramkit.scene import Mark, Scene

HEAD = "figure: f\ntitle: T\ndesc: D\n"


def scene(part: object) -> Scene:
    body = part if isinstance(part, Container) else Row(part)
    return render(Figure(body, title="T", desc="D")).scene


def ink(drawn: Scene, beginning: str) -> list[Rect]:
    """The room of every mark whose key begins so."""
    marks = (item for item in drawn.primitives if isinstance(item, Mark))
    return [Rect.bounding(one.path.flattened()) for one in marks if one.key.startswith(beginning)]


def test_upright_bars_stand_on_one_line_and_are_as_high_as_their_values() -> None:
    one, two = ink(
        scene(Bars([{"label": "a", "value": 1}, {"label": "b", "value": 4}], flow="row")), "bar:"
    )
    assert one.bottom == pytest.approx(two.bottom)
    assert two.height == pytest.approx(4 * one.height)


def test_the_pieces_of_a_bar_fill_it_in_order() -> None:
    split = [{"label": "weights", "value": 3}, {"label": "free", "value": 1}]
    drawn = scene(Bars([{"label": "card", "split": split}]))
    first, second = ink(drawn, "piece:")
    assert first.width > 2.8 * second.width
    assert first.right <= second.x
    assert check(drawn) == ()


def test_points_of_a_log_axis_are_equally_far_apart_by_powers_of_ten() -> None:
    points = [[1, 1], [10, 1], [100, 1]]
    one, two, three = ink(scene(Plot(points=points, x={"scale": "log", "high": 1000})), "point:")
    assert two.x - one.x == pytest.approx(three.x - two.x, abs=0.01)


def test_words_of_crowded_points_and_call_outs_hit_nothing() -> None:
    points = [[0.5 + at / 40, 0.5 + at / 60, f"model {at}"] for at in range(5)]
    callouts = [{"x": x / 10, "title": f"At {x}", "small": "words"} for x in (1, 4, 7, 9)]
    drawn = scene(Plot([{"formula": "x^2", "label": "cost"}], points=points, callouts=callouts))
    assert [one.message for one in check(drawn)] == []


def test_spans_share_one_axis_and_those_that_overlap_stand_below_each_other() -> None:
    spans = [{"from": 0, "to": 4, "title": "a"}, {"from": 2, "to": 6, "title": "b"}]
    later = [{"from": 4, "to": 6, "title": "c"}]
    tracks = [{"label": "x", "spans": spans}, {"label": "y", "spans": later}]
    one, two, three = ink(scene(Timeline(tracks)), "span:")
    assert one.bottom < two.y
    assert three.x == pytest.approx(one.right + 1)
    assert three.right == pytest.approx(two.right)


def test_words_of_narrow_spans_stand_below_them_apart() -> None:
    spans = [{"from": at, "to": at + 0.2, "title": f"a long name {at}"} for at in range(4)]
    drawn = scene(Timeline([{"spans": spans}], width=400))
    assert [one.message for one in check(drawn)] == []


def test_words_of_near_points_of_a_number_line_are_moved_apart() -> None:
    drawn = scene(Numberline([[1, "one and more"], [1.1, "next to it"], [9, "far"]]))
    assert [one.message for one in check(drawn)] == []


def test_a_region_is_a_dashed_frame_around_its_cells_alone() -> None:
    drawn = scene(
        Cells(["a", "b", "c"], flow="row", regions=[{"from": "a", "to": 2, "label": "r"}])
    )
    (region,) = ink(drawn, "region:")
    assert [region.contains(box.rect) for box in drawn.boxes] == [True, True, False]
    assert check(drawn) == ()


def test_a_box_is_as_wide_as_it_says_and_its_words_wrap_there() -> None:
    words = "words that are longer than a line of this box would ever be"
    narrow, wide = scene(
        Row(Box("A", small=words, width=160), Box("B", small=words, width=400))
    ).boxes
    assert (narrow.rect.width, wide.rect.width) == (160, 400)


def test_a_second_line_puts_the_title_above_the_figure() -> None:
    source = HEAD + "small: in words\nrow: [{box: A}]\n"
    assert [text.text for text in render(source).scene.texts][:2] == ["T", "in words"]


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("plot: [], points: []", "a plot has curves or points, and here are none"),
        ("plot: [{formula: x}], callouts: [{x: 0, curve: y}]", 'there is no curve "y"'),
        ("plot: ~, points: [[3, 1]], x: {high: 2}", "x 3 is not on the x axis"),
        ("timeline: [{spans: [{from: 3, to: 2}]}]", "from has to be less"),
        ("cells: [a, b], regions: [{from: 1, to: 3}]", "there is no cell 3: there are 2"),
        ("matrix: [[1]], regions: [{rows: [1, 2], columns: [1, 1]}]", "are no region of a matrix"),
        ("bars: [{label: a}]", "a bar has a value, or pieces under split"),
        ("plot: [{formula: x}], x: {scale: log, low: 0}", "a log axis has values above 0 alone"),
    ],
)
def test_what_cannot_be_drawn_is_told(line: str, finding: str) -> None:
    with pytest.raises(DiagramError, match=finding):
        read(f"{HEAD}row: [{{{line}}}]\n")


@pytest.mark.parametrize(
    "axis",
    [
        "{scale: log, high: 1000000000000000}",
        "{scale: log, low: 174, high: 952, ticks: auto}",
        "{low: 999999999999999, ticks: auto}",
        "{high: -5, ticks: auto}",
    ],
)
def test_an_axis_of_any_range_is_drawn(axis: str) -> None:
    assert render(f"{HEAD}row: [{{plot: [{{formula: x}}], x: {axis}}}]\n").svg


def test_words_at_borders_stand_between_their_cells() -> None:
    drawn = scene(Cells(["code", "heap"], flow="column", borders=["0x0", "0x4", "0x8"]))
    first, second = (box.rect for box in drawn.boxes)
    heights = [text.rect.center.y for text in drawn.texts if text.text.startswith("0x")]
    assert heights == pytest.approx([first.y, second.y, second.bottom], abs=3)
    assert all(t.rect.right < first.x for t in drawn.texts if t.text.startswith("0x"))


def test_borders_are_one_more_than_there_are_places() -> None:
    with pytest.raises(DiagramError, match="2 places have 3"):
        read(HEAD + "row: [{cells: [a, b], borders: [x, y]}]\n", "f.yaml")


def test_a_trapezoid_is_wider_below_and_a_funnel_above() -> None:
    drawn = scene(Row(Box("A", shape="trapezoid"), Box("B", shape="inv-trapezoid")))
    decoder, funnel = (box.polygon for box in drawn.boxes)
    assert decoder[0].x > decoder[3].x
    assert funnel[0].x < funnel[3].x
