"""The four directions, charts in several parts, and charts of next to nothing."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Rect

from .pictures import THEME, Picture, draw, lines

CHARTS = {
    "chain": ("A --> B --> C",),
    "tree": ("A --> B & C", "B --> D & E", "C --> F"),
    "shapes": ("A{Ready?} --> B([Start])", "A --> C[(Store)]", "B & C --> D"),
    "shortcut": ("A --> B --> C --> D", "A --> C", "B --> D"),
}
EVERY_CHART = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
FIRST_THEN_SECOND = {
    "LR": lambda a, b: a.right < b.x,
    "RL": lambda a, b: b.right < a.x,
    "TB": lambda a, b: a.bottom < b.y,
    "TD": lambda a, b: a.bottom < b.y,
    "BT": lambda a, b: b.bottom < a.y,
}


def flipped(picture: Picture, *, sideways: bool) -> dict[str, Rect]:
    """The boxes as a mirror shows them."""
    scene = picture.scene
    return {
        box.key: box.rect._replace(x=scene.width - box.rect.right)
        if sideways
        else box.rect._replace(y=scene.height - box.rect.bottom)
        for box in scene.boxes
    }


def boxes(picture: Picture) -> dict[str, Rect]:
    return {box.key: box.rect for box in picture.scene.boxes}


@pytest.mark.parametrize("direction", FIRST_THEN_SECOND)
def test_an_edge_runs_the_way_of_the_chart(direction: str) -> None:
    picture = draw(lines(direction, "A --> B"))
    assert FIRST_THEN_SECOND[direction](picture.rect("A"), picture.rect("B"))


@EVERY_CHART
def test_a_chart_to_the_left_mirrors_one_to_the_right(chart: tuple[str, ...]) -> None:
    assert boxes(draw(lines("RL", *chart))) == flipped(draw(lines("LR", *chart)), sideways=True)


@EVERY_CHART
def test_a_chart_upwards_mirrors_one_downwards(chart: tuple[str, ...]) -> None:
    assert boxes(draw(lines("BT", *chart))) == flipped(draw(lines("TB", *chart)), sideways=False)


@EVERY_CHART
@pytest.mark.parametrize(("one", "other"), [("LR", "RL"), ("TB", "BT")])
def test_a_mirrored_chart_is_as_large(chart: tuple[str, ...], one: str, other: str) -> None:
    first, second = draw(lines(one, *chart)).scene, draw(lines(other, *chart)).scene
    assert (first.width, first.height) == (second.width, second.height)


@EVERY_CHART
@pytest.mark.parametrize("direction", ["RL", "BT"])
def test_words_are_not_mirrored(chart: tuple[str, ...], direction: str) -> None:
    picture = draw(lines(direction, *chart))
    assert all(text.x == picture.center(text.owner[5:]).x for text in picture.scene.texts)


@EVERY_CHART
@pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])
def test_no_rule_finds_anything(chart: tuple[str, ...], direction: str) -> None:
    assert draw(lines(direction, *chart)).findings == ()


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_parts_that_nothing_joins_keep_apart(direction: str) -> None:
    picture = draw(lines(direction, "A --> B", "C --> D", "E"))
    first, second = (picture.rect(a).union(picture.rect(b)) for a, b in ("AB", "CD"))
    rest = picture.rect("E")
    gaps = [first.distance(second), first.distance(rest), second.distance(rest)]
    assert min(gaps) >= THEME.spacing.sibling


def test_what_is_written_first_stands_before_what_nothing_joins_to_it() -> None:
    picture = draw(lines("LR", "A --> B", "C --> D"))
    assert picture.rect("A").bottom < picture.rect("C").y


def test_boxes_that_nothing_joins_stand_beside_each_other() -> None:
    picture = draw(lines("TB", "A", "B", "C"))
    assert len({picture.center(name).y for name in "ABC"}) == 1


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_a_dozen_boxes_that_nothing_joins_are_more_than_one_line(direction: str) -> None:
    picture = draw(lines(direction, *(f"N{number}" for number in range(12))))
    places = [picture.center(f"N{number}") for number in range(12)]
    assert len({place.x for place in places}) > 1
    assert len({place.y for place in places}) > 1


def test_many_boxes_that_nothing_joins_fit_the_page() -> None:
    picture = draw(lines("TB", *(f"N{number}[Box number {number}]" for number in range(60))))
    assert picture.scene.width <= THEME.page.max_width
    assert picture.faults == []


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_many_boxes_that_nothing_joins_are_read_in_the_order_of_the_source(direction: str) -> None:
    picture = draw(lines(direction, *(f"N{number}[Box number {number}]" for number in range(30))))
    corners = [picture.rect(f"N{number}") for number in range(30)]
    reading = sorted(corners, key=lambda rect: (rect.y, rect.x))
    assert corners == (reading if direction == "TB" else sorted(corners))


def test_one_box_is_drawn_with_its_margin() -> None:
    picture = draw(lines("TB", "A"))
    assert picture.rect("A") == Rect(24, 24, 96, 40)
    assert (picture.scene.width, picture.scene.height) == (144, 88)


def test_a_chart_without_boxes_is_an_empty_page() -> None:
    scene = draw(lines("TB")).scene
    assert scene.primitives == ()
    assert (scene.width, scene.height) == (48, 48)


def test_a_chart_of_an_empty_group_alone_is_drawn() -> None:
    picture = draw(lines("TB", "subgraph G[Later]", "end"))
    assert [box.key for box in picture.scene.boxes] == ["node:G"]


@pytest.mark.parametrize("statements", [["A --> B & C & D & E"], ["B & C & D & E --> A"]])
@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_siblings_stand_in_the_order_of_the_source(direction: str, statements: list[str]) -> None:
    picture = draw(lines(direction, *statements))
    places = [picture.center(name) for name in "BCDE"]
    assert places == sorted(places)


def test_a_cycle_begins_where_fewer_lines_run_back() -> None:
    picture = draw(
        lines("TB", "User", "Token --> Auth", "User --> Auth --> User", "User ---> Auth")
    )
    assert picture.rect("User").bottom < picture.rect("Auth").y


def test_a_cycle_through_a_group_begins_with_the_box_that_the_source_has_first() -> None:
    chart = lines(
        "TB", "Student --> Form", "Head --> Stats --> Head", "subgraph G", "Form", "Stats"
    )
    picture = draw(f"{chart}\nend")
    assert picture.rect("Head").bottom < picture.rect("Stats").y


@pytest.mark.parametrize(("direction", "axis"), [("TB", 0), ("LR", 1)])
def test_what_nothing_joins_comes_first_where_the_source_has_it_first(
    direction: str, axis: int
) -> None:
    group = "subgraph G", "Info", "Set", "Checks", "end"
    picture = draw(lines(direction, *group, "Checks --> Set", "Stream --> G"))
    assert picture.center("Info")[axis] < picture.center("Checks")[axis]
