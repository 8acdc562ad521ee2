"""Quadrant charts."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.geometry import Point, Rect
from diagramkit.scene import Mark, Scene, Text

FOUR = ("quadrant-1 One", "quadrant-2 Two", "quadrant-3 Three", "quadrant-4 Four")


def scene_of(*statements: str) -> Scene:
    return render("\n".join(["quadrantChart", *statements, ""])).scene


def marks(scene: Scene, kind: str) -> list[Mark]:
    return [
        item
        for item in scene.primitives
        if isinstance(item, Mark) and item.key.startswith(f"{kind}:")
    ]


def text(scene: Scene, words: str) -> Text:
    return next(item for item in scene.texts if item.text == words)


def field(scene: Scene) -> Rect:
    return Rect.bounding(point for mark in marks(scene, "frame") for point in mark.path.flattened())


def dots(scene: Scene) -> list[Point]:
    return [Rect.bounding(mark.path.flattened()).center for mark in marks(scene, "point")]


def test_points_stand_where_the_source_says() -> None:
    scene = scene_of("A: [0, 0]", "B: [1, 1]", "C: [0.25, 0.75]")
    room = field(scene)
    low, high, other = dots(scene)
    assert (low.x, low.y) == pytest.approx((room.x, room.bottom))
    assert (high.x, high.y) == pytest.approx((room.right, room.y))
    assert other.x == pytest.approx(room.x + room.width / 4)
    assert other.y == pytest.approx(room.y + room.height / 4)


def test_quadrants_are_named_in_their_middle_where_there_are_no_points() -> None:
    scene = scene_of(*FOUR)
    middle = field(scene).center
    where = {
        name: (text(scene, name).rect.center.x > middle.x, text(scene, name).y < middle.y)
        for name in ("One", "Two", "Three", "Four")
    }
    assert where == {
        "One": (True, True),
        "Two": (False, True),
        "Three": (False, False),
        "Four": (True, False),
    }


def test_quadrants_are_named_at_their_corners_where_there_are_points() -> None:
    scene = scene_of(*FOUR, "A: [0.7, 0.7]")
    assert text(scene, "One").rect.right > field(scene).right - 20


def test_a_name_keeps_clear_of_a_point_in_its_corner() -> None:
    scene = scene_of(*FOUR, "A: [0.97, 0.97]")
    assert not text(scene, "One").rect.grown(5).overlaps(Rect(*dots(scene)[0], 0, 0))


def test_words_stand_beside_their_points() -> None:
    scene = scene_of("A: [0.3, 0.6]")
    label = text(scene, "A").rect
    assert label.distance(Rect(*dots(scene)[0], 0, 0)) < 16


def test_words_at_the_right_edge_stand_left_of_their_point() -> None:
    scene = scene_of("Something: [0.99, 0.6]")
    assert text(scene, "Something").rect.right < dots(scene)[0].x


def test_words_without_a_free_place_are_listed_with_lines_to_their_points() -> None:
    points = [f"Something {number}: [0.5, 0.5]" for number in range(6)]
    scene = scene_of(*FOUR, *points)
    assert len(marks(scene, "leader")) == 6
    assert text(scene, "Something 3").rect.x > field(scene).right


def test_words_at_both_ends_stand_along_the_axis() -> None:
    scene = scene_of("x-axis Low --> High", "y-axis Bad --> Good")
    assert text(scene, "Low").rect.right < text(scene, "High").rect.x
    assert text(scene, "Good").y < text(scene, "Bad").y
    assert text(scene, "Bad").rect.right < field(scene).x


def test_words_that_name_an_axis_stand_at_its_far_end() -> None:
    scene = scene_of("x-axis Reach", "y-axis Gain -->")
    assert text(scene, "Reach").rect.right == pytest.approx(field(scene).right)
    assert text(scene, "Gain").y < field(scene).y


@pytest.mark.parametrize("statement", ["A:::accent: [0.3, 0.6]", "A: [0.3, 0.6]"])
def test_critical_points_are_red(statement: str) -> None:
    scene = scene_of("%% diagram: critical B", statement, "B: [0.6, 0.3]")
    first, second = (mark.role for mark in marks(scene, "point"))
    assert first == ("dot-accent" if ":::" in statement else "dot-line")
    assert second == "dot-accent"


def test_a_class_may_stand_for_a_role() -> None:
    source = "quadrantChart\nA:::hot: [0.3, 0.6]\n"
    scene = render(source, classes={"hot": "accent"}).scene
    assert marks(scene, "point")[0].role == "dot-accent"


def test_a_chart_is_told_in_words() -> None:
    scene = scene_of("title Levers", "x-axis Low --> High", "quadrant-1 Plan", "A: [0.3, 0.6]")
    assert scene.title == "Levers"
    assert scene.description == (
        "Quadrant chart of 1 point. from left to right: Low to High; top right: Plan; "
        "A at 0.3, 0.6."
    )


NEAR = (
    *("Campaign A: [0.3, 0.6]", "Campaign Beta: [0.31, 0.63]", "Campaign Gamma: [0.34, 0.59]"),
    *("Campaign D: [0.36, 0.62]", "Campaign Epsilon long: [0.33, 0.66]"),
)


def test_words_without_a_place_beside_their_dot_stand_near_it_with_a_line() -> None:
    scene = scene_of(*NEAR)
    inside = field(scene)
    assert 0 < len(marks(scene, "leader")) < 3
    assert all(inside.x < one.rect.x < inside.right for one in scene.texts)


def test_quadrants_are_named_inside_beside_a_list_too() -> None:
    points = [f"Point number {place}: [0.3{place}, 0.6]" for place in range(9)]
    scene = scene_of(*FOUR, *points)
    inside = field(scene)
    named = [one.rect for one in scene.texts if one.key.startswith("quadrant:")]
    assert len(named) == 4
    assert all(inside.y < rect.y and rect.bottom < inside.bottom for rect in named)


def test_a_radius_of_the_source_reaches_the_dot() -> None:
    small, large = marks(scene_of("A: [0.2, 0.2] radius: 5", "B: [0.8, 0.8] radius: 10"), "point")
    widths = [Rect.bounding(one.path.flattened()).width for one in (small, large)]
    assert widths[1] == pytest.approx(2 * widths[0])


def test_colours_of_the_source_are_categories_of_the_theme() -> None:
    scene = scene_of(
        "A: [0.2, 0.2] color: #ff0000", "B: [0.8, 0.8] color: #00ff00", "C: [0.5, 0.1]"
    )
    assert [one.role for one in marks(scene, "point")] == [
        "dot-category-1",
        "dot-category-2",
        "dot-line",
    ]


def test_words_stand_as_near_to_a_small_dot_beside_large_ones() -> None:
    alone = render("quadrantChart\nA: [0.2, 0.2]\n").scene
    beside = render("quadrantChart\nA: [0.2, 0.2]\nB: [0.8, 0.8] radius: 14\n").scene

    def words(scene: Scene) -> float:
        return next(text.rect.x for text in scene.texts if text.key.startswith("text:point:1"))

    assert words(beside) == words(alone)
