"""The main path of a chart is one straight line, and leaves hang off it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit.geometry import Point

from .pictures import Picture, draw, lines

CHAIN = "A --> B --> C --> D"
SHORTCUTS = (CHAIN, "A --> C", "A --> D", "B --> D")
DIRECTIONS = pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])


def across(direction: str, point: Point) -> float:
    """The coordinate that boxes in a row of the flow have in common."""
    return point.y if direction in ("LR", "RL") else point.x


def is_straight(picture: Picture, direction: str, names: str) -> bool:
    """Whether boxes stand on one line exactly, and so do the edges between them."""
    places = {across(direction, picture.center(name)) for name in names}
    for source, target in pairwise(names):
        places |= {across(direction, point) for point in picture.points(source, target)}
    return len(places) == 1


@DIRECTIONS
def test_a_chain_is_straight(direction: str) -> None:
    assert is_straight(draw(lines(direction, CHAIN)), direction, "ABCD")


@DIRECTIONS
def test_a_chain_is_straight_where_words_are_of_different_length(direction: str) -> None:
    words = ("A[A title<br/>and<br/>more lines]", "B[Short]", "C[Something in between]")
    assert is_straight(draw(lines(direction, CHAIN, *words)), direction, "ABCD")


@DIRECTIONS
def test_a_chain_is_straight_where_shapes_differ(direction: str) -> None:
    shapes = ("A[(Store)]", "B{Good?}", "C((x))", "D{{Next}}")
    assert is_straight(draw(lines(direction, CHAIN, *shapes)), direction, "ABCD")


@DIRECTIONS
def test_a_chain_is_straight_where_edges_have_words(direction: str) -> None:
    source = lines(direction, "A -->|one| B -->|two or three| C --> D")
    assert is_straight(draw(source), direction, "ABCD")


@DIRECTIONS
def test_a_chain_stays_straight_beside_feedback(direction: str) -> None:
    source = lines(direction, CHAIN, "D --> B", "C -->|again| A")
    assert is_straight(draw(source), direction, "ABCD")


@DIRECTIONS
def test_boxes_of_a_chain_stay_in_line_beside_shortcuts(direction: str) -> None:
    picture = draw(lines(direction, *SHORTCUTS))
    assert len({across(direction, picture.center(name)) for name in "ABCD"}) == 1


@DIRECTIONS
def test_lines_of_a_chain_stay_straight_beside_shortcuts(direction: str) -> None:
    assert is_straight(draw(lines(direction, *SHORTCUTS)), direction, "ABCD")


@DIRECTIONS
def test_a_path_is_straight_beside_a_branch_shorter_than_a_third_of_it(direction: str) -> None:
    source = lines(direction, CHAIN, "D --> E", "A --> X", "A --> Y")
    assert is_straight(draw(source), direction, "ABCDE")


@DIRECTIONS
def test_a_parent_is_in_the_middle_of_children_of_which_one_leads_on_three_boxes(
    direction: str,
) -> None:
    picture = draw(lines(direction, CHAIN, "A --> X", "A --> Y"))
    along = "x" if direction in ("TB", "BT") else "y"
    first, *_, last = sorted(getattr(picture.center(name), along) for name in "BXY")
    assert getattr(picture.center("A"), along) == pytest.approx((first + last) / 2, abs=2)


@pytest.mark.parametrize("own", ["", "direction TB"])
def test_a_chain_through_a_group_is_straight(own: str) -> None:
    source = lines("LR", "subgraph G[Group]", own, "B --> C", "end", "A --> B", "C --> D")
    ends = ("A", "B") if own else ("A", "B", "C", "D")
    assert len({draw(source).center(name).y for name in ends}) == 1


def test_boxes_along_a_spine_are_equally_wide_where_their_words_are_about_as_long() -> None:
    picture = draw(lines("LR", "A[Preparation] --> B[Evaluation] --> C[Publication now]"))
    assert len({picture.rect(name).width for name in "ABC"}) == 1


def test_a_box_with_very_long_words_does_not_widen_the_others() -> None:
    picture = draw(lines("LR", "A[Go] --> B[Evaluation of everything that was made] --> C[Go]"))
    assert picture.rect("A").width < picture.rect("B").width


@pytest.mark.xfail(reason="heights are shared along a spine whatever the shapes are")
def test_a_decision_does_not_make_the_boxes_behind_it_higher() -> None:
    picture = draw(lines("LR", "A --> B{Good?} --> C --> D"))
    assert {picture.rect(name).height for name in "ACD"} == {40}
