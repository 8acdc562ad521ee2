"""The shapes of nodes hold their words and have the sizes of the house."""

from __future__ import annotations

import pkgutil

import pytest

from diagramkit.geometry import Rect, inside
from diagramkit.layout.graph import shapes
from diagramkit.mermaid.kinds.flowchart.shapes import NAMES

from .pictures import THEME, Picture, draw, lines

WITH_A_FILE = sorted(
    module.name
    for module in pkgutil.iter_modules(shapes.__path__)
    if not module.name.startswith("_") and module.name != "arrow"
)
WITH_WORDS = [shape for shape in WITH_A_FILE if not shapes.is_wordless(shape)]
WITH_INNER_LINES = [
    shape for shape in WITH_A_FILE if shapes.details(shape, Rect(0, 0, 96, 40), THEME)
]
OTHERS = {
    *("rect", "proc", "process", "rectangle", "rounded", "event"),
    *("text", "note", "composite", "icon", "anchor", "person", "state"),
}
"""Boxes and words, and what is no outline."""
EVERY_SHAPE = pytest.mark.parametrize("shape", WITH_A_FILE)
EVERY_SHAPE_WITH_WORDS = pytest.mark.parametrize("shape", WITH_WORDS)
LABELS = {
    "nothing": " ",
    "a letter": "x",
    "a word": "Preparation",
    "two lines": "A title<br/>and what it says",
    "many words": "So many words that they have to be set in three lines or even more than that",
    "many lines": "one<br/>two<br/>three<br/>four<br/>five",
    "wide letters": "WWWWWWWW MMMMMMMM",
    "Korean": "셀프 어텐션은 토큰 간 의존성을 처리한다",
}
EVERY_LABEL = pytest.mark.parametrize("label", LABELS.values(), ids=LABELS.keys())


def shaped(shape: str, label: str, direction: str = "LR") -> Picture:
    """A node A of a shape, by the name that Mermaid's `@{ shape: … }` has for it."""
    name = "rect" if shape == "square" else shape.replace("_", "-")
    return draw(lines(direction, f'A@{{ shape: {name}, label: "{label}" }}'))


@EVERY_SHAPE_WITH_WORDS
@EVERY_LABEL
def test_a_shape_holds_its_words(shape: str, label: str) -> None:
    picture = shaped(shape, label)
    outline = picture.box("A").polygon
    corners = [corner for text in picture.words("A") for corner in text.rect.corners]
    assert all(inside(corner, outline) for corner in corners)


@EVERY_SHAPE
@EVERY_LABEL
def test_no_rule_finds_anything_about_a_shape(shape: str, label: str) -> None:
    assert shaped(shape, label).findings == ()


@EVERY_SHAPE
@EVERY_LABEL
def test_an_outline_fills_the_rectangle_of_its_box(shape: str, label: str) -> None:
    box = shaped(shape, label).box("A")
    found = Rect.bounding(box.polygon)
    assert found == pytest.approx(box.rect, abs=0.5)


@pytest.mark.parametrize("shape", WITH_INNER_LINES)
@EVERY_LABEL
def test_inner_lines_stay_in_their_outline(shape: str, label: str) -> None:
    box = shaped(shape, label).box("A")
    points = [point for path in box.details for point in path.flattened()]
    assert all(box.rect.contains(Rect(*point, 0, 0), 0.01) for point in points)


@pytest.mark.parametrize("shape", [shape for shape in WITH_WORDS if not shapes.is_frameless(shape)])
def test_a_shape_is_as_high_as_a_small_box_at_least(shape: str) -> None:
    assert shaped(shape, "x").rect("A").height >= THEME.box.min_height


@EVERY_SHAPE
@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_sizes_stand_on_the_grid(shape: str, direction: str) -> None:
    size = shaped(shape, "Some words", direction).rect("A").size
    assert [length % THEME.page.grid for length in size] == [0, 0]


def test_nothing_is_seen_of_a_shape_without_a_frame_but_its_words() -> None:
    paint = shaped("text", "Some words").box("A").paint
    assert (paint.fill, paint.stroke) == ("none", "none")


@pytest.mark.parametrize("shape", [shape for shape in WITH_A_FILE if shape not in WITH_WORDS])
def test_a_dot_shows_no_words(shape: str) -> None:
    assert "Words" not in [text.text for text in shaped(shape, "Words").scene.texts]


@pytest.mark.xfail(reason="a box without words has one empty line of them")
@pytest.mark.parametrize("node", ["A@{ shape: start }", 'A[" "]'])
def test_a_box_without_words_has_no_text(node: str) -> None:
    assert draw(lines("LR", node)).scene.texts == []


@pytest.mark.parametrize(
    ("alias", "shape"),
    [("database", "cylinder"), ("diam", "diamond"), ("start", "sm-circ"), ("terminal", "stadium")],
)
def test_another_name_of_a_shape_gives_the_same_outline(alias: str, shape: str) -> None:
    assert shaped(alias, "Words").box("A") == shaped(shape, "Words").box("A")


@pytest.mark.parametrize("name", sorted(set(NAMES) - OTHERS))
def test_every_name_of_mermaids_has_a_shape_of_its_own(name: str) -> None:
    assert shaped(name, "Words").box("A").outline is not None or shapes.details(
        name, Rect(0, 0, 96, 40), THEME
    )


@pytest.mark.parametrize(("label", "height"), [("x", 40), ("x<br/>y", 56), ("x<br/>y<br/>z", 72)])
def test_a_box_grows_by_a_line_with_each_line(label: str, height: float) -> None:
    assert shaped("square", label).rect("A").height == pytest.approx(height, abs=8)


def test_a_box_keeps_its_padding_beside_its_words() -> None:
    picture = shaped("square", "Longer than the least")
    (text,) = picture.words("A")
    free = (picture.rect("A").width - text.width) / 2
    assert free >= THEME.box.padding_x - 0.25


def test_words_stand_in_the_middle_of_a_box() -> None:
    picture = shaped("square", "Words")
    (text,) = picture.words("A")
    assert (text.anchor, text.x) == ("middle", picture.center("A").x)


def test_capitals_stand_in_the_middle_of_the_height_of_a_box() -> None:
    picture = shaped("square", "Words")
    (text,) = picture.words("A")
    assert text.y - 0.36 * text.size == pytest.approx(picture.center("A").y, abs=0.1)


@pytest.mark.parametrize(("label", "height"), [("Ready?", 56), ("Ready<br/>or not?", 72)])
def test_a_decision_is_flat(label: str, height: float) -> None:
    rect = shaped("diamond", label).rect("A")
    assert rect.height == height
    assert rect.width >= 1.5 * height


def test_a_decision_has_four_corners() -> None:
    assert len(shaped("diamond", "Ready?").box("A").polygon) == 4


def test_a_decision_is_never_wider_than_it_may_be() -> None:
    labels = ["Ready?", "Ready or not?", "Is it ready now or not?", "Is it good<br/>enough for us?"]
    widths = [shaped("diamond", label).rect("A").width for label in labels]
    assert max(widths) <= THEME.shape.diamond_max_width


LONG = "Is this question far too long for the flat diamond of a decision, or is it not?"


def test_a_long_question_becomes_a_box_with_pointed_ends() -> None:
    box = shaped("diamond", LONG).box("A")
    points = sorted(box.polygon)
    assert len(points) == 6
    assert points[1].x - points[0].x == THEME.shape.point


def test_the_points_of_a_long_question_are_at_half_its_height() -> None:
    box = shaped("diamond", LONG).box("A")
    left, *_, right = sorted(box.polygon)
    assert (left.y, right.y) == (box.rect.center.y, box.rect.center.y)


def test_a_long_question_is_as_high_as_a_box_with_its_words() -> None:
    heights = {shaped(shape, LONG).rect("A").height for shape in ("diamond", "square")}
    assert max(heights) - min(heights) <= 8


def test_words_of_a_decision_are_semibold() -> None:
    (text,) = shaped("diamond", "Ready?").words("A")
    assert (text.size, text.weight) == (13, 600)


@pytest.mark.parametrize("label", ["x", "OK", "10"])
def test_a_circle_around_few_letters_is_round_and_small(label: str) -> None:
    size = shaped("circle", label).rect("A").size
    assert size.width == size.height <= THEME.shape.circle_max


def test_a_circle_with_long_words_becomes_a_stadium() -> None:
    words = "More words than a circle holds"
    assert shaped("circle", words).rect("A").size == shaped("stadium", words).rect("A").size


def test_the_ends_of_a_stadium_are_half_circles() -> None:
    box = shaped("stadium", "Some words").box("A")
    radius = box.rect.height / 2
    left = box.rect.center._replace(x=box.rect.x + radius)
    ends = [point for point in box.polygon if point.x <= left.x]
    assert all(point.distance(left) == pytest.approx(radius, abs=0.01) for point in ends)


def test_a_cylinder_is_higher_than_a_box_by_its_caps() -> None:
    box, store = shaped("square", "Words").rect("A"), shaped("cylinder", "Words").rect("A")
    assert store.height - box.height == THEME.shape.cylinder_extra


def test_a_cylinder_shows_the_rim_of_its_cap() -> None:
    (rim,) = shaped("cylinder", "Words").box("A").details
    rect = shaped("cylinder", "Words").rect("A")
    assert Rect.bounding(rim.flattened()).width == pytest.approx(rect.width)


def test_words_in_a_cylinder_stand_lower_by_half_a_cap() -> None:
    picture = shaped("cylinder", "Words")
    (text,) = picture.words("A")
    middle = picture.center("A").y + THEME.shape.cap / 2
    assert text.y - 0.36 * text.size == pytest.approx(middle, abs=0.1)


def test_words_in_a_cylinder_stand_clear_of_its_rim() -> None:
    picture = shaped("cylinder", "Words")
    (rim,) = picture.box("A").details
    (text,) = picture.words("A")
    assert text.rect.y > max(point.y for point in rim.flattened())


def test_a_subroutine_has_a_rule_six_inside_of_either_end() -> None:
    box = shaped("subroutine", "Words").box("A")
    places = [path.flattened()[0].x for path in box.details]
    assert places == [box.rect.x + THEME.shape.rule, box.rect.right - THEME.shape.rule]


def test_the_ends_of_a_hexagon_are_cut_by_twelve() -> None:
    left, corner, *_ = sorted(shaped("hexagon", "Words").box("A").polygon)
    assert corner.x - left.x == THEME.shape.chamfer


def test_a_hexagon_is_wider_than_a_box_by_its_ends() -> None:
    words = "Rather many words"
    widths = [shaped(shape, words).rect("A").width for shape in ("square", "hexagon")]
    assert widths[1] - widths[0] == 2 * THEME.shape.chamfer


def test_a_note_has_sharper_corners_than_a_box() -> None:
    picture = draw(lines("LR", "A --> B", "class B note"))
    assert (picture.box("A").radius, picture.box("B").radius) == (6, 4)


def test_a_node_that_is_only_named_shows_its_name() -> None:
    assert [text.text for text in draw(lines("LR", "Router")).words("Router")] == ["Router"]


def test_an_address_of_a_node_is_the_link_of_its_box_and_its_words() -> None:
    picture = draw(lines("LR", "A", 'click A "https://example.org/"'))
    (text,) = picture.words("A")
    assert {picture.box("A").link, text.link} == {"https://example.org/"}
