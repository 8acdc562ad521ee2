"""Groups: a frame around their members, a title that no line strikes, and ways in and out."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Point, Rect, crossing, segments, sides
from diagramkit.scene import Box, Connector

from .pictures import THEME, Picture, draw, lines, room

PLAIN = lines("LR", "A --> B", "subgraph G[Training]", "B --> C", "end", "C --> D")
DOWN = lines("TB", "A --> B", "subgraph G[Training]", "B --> C", "end", "C --> D")
BUSY = lines(
    "TB",
    "subgraph G[A title of some length]",
    "B --> C",
    "E --> F",
    "end",
    "A --> B & C & E & F",
    "X --> B & E",
    "C & F --> Y",
)
NESTED = lines(
    "LR",
    "subgraph O[Outer]",
    "subgraph I[Inner]",
    "B --> C",
    "end",
    "C --> D",
    "end",
    "A --> B",
    "D --> E",
)
WITH_GROUPS = pytest.mark.parametrize("source", [PLAIN, DOWN, BUSY, NESTED])


def title(picture: Picture, group: str) -> Rect:
    return room(picture.words(group))


def passages(line: Connector, frame: Box) -> list[Point]:
    """Where a line runs through the frame of a group."""
    return [
        hit
        for a, b in segments(line.points)
        for c, d in sides(frame.rect.corners)
        if (hit := crossing(a, b, c, d))
    ]


@pytest.mark.parametrize("source", [PLAIN, DOWN])
def test_a_frame_keeps_its_inset_from_its_members(source: str) -> None:
    picture = draw(source)
    inside = picture.rect("G").grown(-THEME.spacing.group_inset)
    assert all(inside.contains(picture.rect(name)) for name in "BC")


@pytest.mark.parametrize("source", [PLAIN, DOWN])
def test_who_is_not_in_a_group_stands_outside_of_its_frame(source: str) -> None:
    picture = draw(source)
    assert not any(picture.rect("G").overlaps(picture.rect(name)) for name in "AD")


def test_a_title_stands_at_the_top_left_of_its_frame() -> None:
    picture = draw(PLAIN)
    words, frame = title(picture, "G"), picture.rect("G")
    assert words.x == frame.x + THEME.box.padding_x
    assert frame.y < words.y < words.bottom < frame.y + THEME.spacing.group_header


@WITH_GROUPS
def test_no_line_comes_near_the_title_of_a_group(source: str) -> None:
    picture = draw(source)
    titles = [text.rect.grown(8) for text in picture.scene.texts if text.role == "group-title"]
    pieces = [piece for line in picture.scene.connectors for piece in segments(line.points)]
    assert titles
    assert not any(words.crossed_by(*piece) for words in titles for piece in pieces)


@pytest.mark.parametrize("source", [PLAIN, DOWN, NESTED])
def test_no_rule_finds_anything_about_groups(source: str) -> None:
    assert draw(source).findings == ()


def test_no_rule_finds_a_fault_in_a_group_that_many_edges_enter() -> None:
    assert draw(BUSY).faults == []


@pytest.mark.parametrize("source", [PLAIN, DOWN])
def test_an_edge_into_a_group_goes_through_its_frame_once(source: str) -> None:
    picture = draw(source)
    assert len(passages(picture.edge("A", "B"), picture.box("G"))) == 1


def test_an_edge_inside_a_group_stays_inside() -> None:
    picture = draw(BUSY)
    assert passages(picture.edge("B", "C"), picture.box("G")) == []


def test_an_edge_of_two_groups_goes_through_both_frames() -> None:
    picture = draw(NESTED)
    edge = picture.edge("A", "B")
    assert [len(passages(edge, picture.box(name))) for name in "OI"] == [1, 1]


def test_a_group_with_a_direction_of_its_own_runs_that_way() -> None:
    source = lines("LR", "subgraph G", "direction TB", "B --> C", "end", "A --> G --> D")
    picture = draw(source)
    assert picture.rect("B").bottom < picture.rect("C").y


def test_a_group_keeps_its_direction_where_edges_reach_its_members_straight() -> None:
    source = lines("LR", "subgraph G", "direction TB", "B --> C", "end", "A --> B", "C --> D")
    picture = draw(source)
    assert picture.rect("B").bottom < picture.rect("C").y


def test_a_group_runs_with_the_chart_where_its_own_direction_bars_the_way() -> None:
    inside = ("direction TB", "B --> C & D")
    source = lines("LR", "subgraph G", *inside, "end", "A --> C & D", "C & D --> E")
    picture = draw(source)
    assert picture.rect("B").right < picture.rect("C").x


def test_a_group_without_a_direction_runs_with_the_chart() -> None:
    picture = draw(PLAIN)
    assert picture.rect("B").right < picture.rect("C").x


def test_a_group_without_a_direction_runs_with_the_group_around_it() -> None:
    source = lines("LR", "subgraph O", "direction TB", "subgraph I", "B --> C", "end", "end")
    picture = draw(source)
    assert picture.rect("B").bottom < picture.rect("C").y


def test_an_inner_frame_keeps_its_inset_from_the_outer_one() -> None:
    picture = draw(NESTED)
    outer = picture.rect("O").grown(-THEME.spacing.group_inset)
    assert outer.contains(picture.rect("I"))


def test_an_inner_frame_stands_below_the_title_of_the_outer_one() -> None:
    picture = draw(NESTED)
    assert picture.rect("I").y > title(picture, "O").bottom


def test_groups_within_groups_are_drawn_however_deep() -> None:
    depth = 12
    opened = [f"subgraph G{number}[Level {number}]" for number in range(depth)]
    picture = draw(lines("TB", *opened, "A --> B", *["end"] * depth, "B --> C"))
    assert picture.faults == []


def test_outer_frames_are_painted_before_inner_ones() -> None:
    picture = draw(NESTED)
    boxes = picture.scene.boxes
    assert boxes.index(picture.box("O")) < boxes.index(picture.box("I"))


def test_frames_are_painted_before_lines_and_boxes() -> None:
    frames = [
        place
        for place, item in enumerate(draw(NESTED).scene.primitives)
        if isinstance(item, Box) and item.role == "group"
    ]
    assert frames == [0, 1]


def test_a_frame_is_a_line_without_a_fill() -> None:
    assert draw(PLAIN).box("G").paint.fill == "none"


def test_an_empty_group_is_a_box_with_its_title_in_the_middle() -> None:
    picture = draw(lines("LR", "subgraph G[Later]", "end", "A --> G"))
    assert picture.box("G").role == picture.box("A").role
    assert room(picture.words("G")).center.x == pytest.approx(picture.center("G").x, abs=1)


def test_an_empty_group_may_be_the_end_of_an_edge() -> None:
    picture = draw(lines("LR", "subgraph G[Later]", "end", "A --> G"))
    assert picture.edge("A", "G").target == "node:G"


def test_an_edge_to_a_group_ends_at_its_frame() -> None:
    picture = draw(lines("LR", "subgraph G", "B --> C", "end", "A --> G"))
    tip = picture.edge("A", "G").heads[0].tip
    assert tip.x == picture.rect("G").x - THEME.edge.tip_gap


def test_an_edge_from_a_group_starts_at_its_frame() -> None:
    picture = draw(lines("LR", "subgraph G", "B --> C", "end", "G --> D"))
    assert picture.points("G", "D")[0].x == picture.rect("G").right


def test_an_edge_between_groups_joins_their_frames() -> None:
    source = lines("LR", "subgraph G", "A", "end", "subgraph H", "B", "end", "G --> H")
    picture = draw(source)
    start, end = picture.points("G", "H")
    assert (start.x, end.x) == (picture.rect("G").right, picture.rect("H").x - 2)


@pytest.mark.parametrize("edge", ["G --> A", "B --> G"])
def test_an_edge_between_a_group_and_its_own_member_stays_inside(edge: str) -> None:
    picture = draw(lines("TB", "subgraph G", "A --> B", "end", edge))
    line = next(line for line in picture.scene.connectors if "G" in line.key)
    assert all(picture.rect("G").contains(Rect(*point, 0, 0)) for point in line.points)


@pytest.mark.parametrize("edge", ["G --> A", "B --> G", "O --> A", "B --> O"])
def test_no_rule_finds_a_fault_in_an_edge_between_a_group_and_its_member(edge: str) -> None:
    source = lines("TB", "subgraph O", "subgraph G", "A --> B", "end", "end", edge)
    assert draw(source).faults == []


def test_a_line_out_of_a_group_within_a_turned_one_runs_through_no_box() -> None:
    turned = ("subgraph H", "direction LR", "subgraph G", "A", "B", "end", "end")
    assert draw(lines("TB", *turned, "G --> C", "B --> C")).faults == []


def test_a_long_title_widens_its_frame() -> None:
    words = "A title with so many words that no member is as wide"
    picture = draw(lines("TB", f"subgraph G[{words}]", "A", "end"))
    assert title(picture, "G").right <= picture.rect("G").right - THEME.box.padding_x


def test_a_title_of_two_lines_stands_above_the_members() -> None:
    picture = draw(lines("TB", 'subgraph G["One<br/>Two"]', "A --> B", "end"))
    assert [text.text for text in picture.words("G")] == ["One", "Two"]
    assert title(picture, "G").bottom < picture.rect("A").y


def test_groups_beside_each_other_keep_apart() -> None:
    groups = [f"subgraph G{n}\nA{n} --> B{n}\nend" for n in range(4)]
    frames = [draw(lines("TB", *groups)).rect(f"G{n}") for n in range(4)]
    assert min(a.distance(b) for a in frames for b in frames if a != b) >= 16


def test_a_title_is_set_semibold_and_small() -> None:
    (words,) = draw(PLAIN).words("G")
    assert (words.weight, words.size) == (600, 12)


@pytest.mark.parametrize(("name", "owner"), [("B", "group:I"), ("D", "group:O"), ("I", "group:O")])
def test_a_box_names_the_group_that_it_stands_in(name: str, owner: str) -> None:
    assert draw(NESTED).box(name).owner == owner


def test_of_a_cycle_with_a_group_what_is_written_first_stands_first() -> None:
    source = lines("TB", "subgraph G", "A --> B", "end", "B --> C", "C --> G")
    picture = draw(source)
    assert picture.rect("G").bottom < picture.rect("C").y


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("links", [("in --> c2",), ("in --> c2", "c1 --> out"), ("c3 --> out",)])
def test_members_that_only_some_lines_reach_keep_one_row(
    direction: str, links: tuple[str, ...]
) -> None:
    members = ("subgraph s", "c0", "c1", "c2", "c3", "end")
    picture = draw(lines(direction, *members, *links))
    centers = [picture.center(name) for name in ("c0", "c1", "c2", "c3")]
    along = [center.x if direction == "TB" else center.y for center in centers]
    across = {center.y if direction == "TB" else center.x for center in centers}
    assert along == sorted(along)
    assert len(across) == 1


def test_a_title_stands_in_two_lines_where_lines_into_its_frame_leave_it_no_room_for_one() -> None:
    members = [f"M{number}[Shared media player]" for number in range(5)]
    group = "subgraph G[Components of the media panel]", *members, "end"
    picture = draw(lines("TB", *group, "P --> M0 & M1 & M2 & M3 & M4"))
    frame, outermost = picture.rect("G"), picture.rect("M0")
    assert len(picture.words("G")) == 2
    assert outermost.x - frame.x <= 2 * THEME.spacing.group_inset
