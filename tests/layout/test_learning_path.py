"""Six lectures and a topic under each: the drawing that the layout has to do well before all."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit.scene import Connector

from .pictures import LEARNING_PATH, THEME, Picture, draw

LECTURES = "ABCDIJ"
TOPICS = {"A": "E", "B": "F", "C": "G", "D": "H", "I": "K", "J": "L"}
EACH = pytest.mark.parametrize(("lecture", "topic"), TOPICS.items())


@pytest.fixture(scope="module")
def path() -> Picture:
    return draw(LEARNING_PATH)


@pytest.fixture(scope="module")
def dark() -> Picture:
    return draw(LEARNING_PATH, mode="dark")


def test_the_lectures_stand_on_one_line(path: Picture) -> None:
    assert len({path.center(name).y for name in LECTURES}) == 1


def test_the_lectures_follow_each_other_from_left_to_right(path: Picture) -> None:
    boxes = [path.rect(name) for name in LECTURES]
    assert all(a.right < b.x for a, b in pairwise(boxes))


def test_the_lectures_are_equally_far_apart(path: Picture) -> None:
    boxes = [path.rect(name) for name in LECTURES]
    assert len({b.x - a.right for a, b in pairwise(boxes)}) == 1


@EACH
def test_a_topic_is_centred_under_its_own_lecture(path: Picture, lecture: str, topic: str) -> None:
    assert path.center(topic).x == path.center(lecture).x


def test_all_topics_hang_below_at_one_height(path: Picture) -> None:
    tops = {path.rect(topic).y for topic in TOPICS.values()}
    assert len(tops) == 1
    assert tops.pop() > path.rect("A").bottom


@pytest.mark.parametrize("names", [LECTURES, "".join(TOPICS.values())])
def test_what_is_of_one_kind_is_of_one_size(path: Picture, names: str) -> None:
    assert len({path.rect(name).size for name in names}) == 1


def test_the_lines_between_lectures_are_straight_and_level(path: Picture) -> None:
    for source, target in pairwise(LECTURES):
        assert {point.y for point in path.points(source, target)} == {path.center("A").y}


@EACH
def test_the_line_to_a_topic_is_straight(path: Picture, lecture: str, topic: str) -> None:
    assert len(path.points(lecture, topic)) == 2


@pytest.mark.xfail(reason="compact boxes have widths whose half is off the grid of lines")
@EACH
def test_the_line_to_a_topic_meets_the_middle_of_its_box(
    path: Picture, lecture: str, topic: str
) -> None:
    assert path.points(lecture, topic)[-1].x == path.center(topic).x


def test_it_is_as_wide_as_a_page_at_most(path: Picture) -> None:
    assert path.scene.width <= 960


def test_its_smallest_words_can_be_read_in_a_column_of_830(path: Picture) -> None:
    smallest = min(text.size for text in path.scene.texts)
    assert smallest * min(1, 830 / path.scene.width) >= 10.3


def test_the_first_line_of_a_lecture_is_its_title(path: Picture) -> None:
    assert [(text.text, text.weight) for text in path.words("A")] == [
        ("Lecture 1", 600),
        ("Transformer basics", 400),
    ]


def test_the_accent_box_is_drawn_in_the_accent(path: Picture) -> None:
    paint = path.box("H").paint
    assert (paint.stroke, paint.stroke_width) == (THEME.light.accent, 2)


def test_nothing_else_is_drawn_in_the_accent(path: Picture) -> None:
    painted = [item for item in path.scene.primitives if hasattr(item, "paint")]
    red = {item.key for item in painted if item.paint.stroke == THEME.light.accent}
    assert red == {"node:H"}


def test_the_line_into_the_accent_box_is_a_main_line(path: Picture) -> None:
    assert path.edge("D", "H").role == "main-edge"


def test_the_lines_into_notes_are_side_lines(path: Picture) -> None:
    into_notes = [path.edge(lecture, topic) for lecture, topic in TOPICS.items() if topic != "H"]
    assert {line.role for line in into_notes} == {"side-edge"}


def test_the_lines_between_lectures_are_main_lines(path: Picture) -> None:
    roles = {path.edge(a, b).role for a, b in pairwise(LECTURES)}
    assert roles == {"main-edge"}


def test_light_and_dark_have_the_same_boxes(path: Picture, dark: Picture) -> None:
    assert [box.rect for box in path.scene.boxes] == [box.rect for box in dark.scene.boxes]


def test_light_and_dark_have_the_same_lines(path: Picture, dark: Picture) -> None:
    def ways(lines: list[Connector]) -> list[object]:
        return [(line.points, line.heads) for line in lines]

    assert ways(path.scene.connectors) == ways(dark.scene.connectors)


def test_light_and_dark_have_the_same_words_in_the_same_places(
    path: Picture, dark: Picture
) -> None:
    assert [(text.text, text.rect) for text in path.scene.texts] == [
        (text.text, text.rect) for text in dark.scene.texts
    ]


@pytest.mark.parametrize(("name", "fill"), [("A", "#232323"), ("E", "#52676B"), ("H", "#62164D")])
def test_dark_boxes_are_filled_as_the_notes_fill_them(dark: Picture, name: str, fill: str) -> None:
    assert dark.box(name).paint.fill == fill


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_rule_finds_anything(mode: str) -> None:
    assert draw(LEARNING_PATH, mode=mode).findings == ()


def test_nobody_is_warned_of_anything(path: Picture) -> None:
    assert path.warnings == []
