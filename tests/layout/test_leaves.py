"""A box that hangs off the spine by one edge stands beside it, and never continues it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from .pictures import Picture, draw, lines

NOTES = ("A --> P", "B --> Q", "C --> R", "D --> S", "class P,Q,R,S note")
PAIRS = {"A": "P", "B": "Q", "C": "R", "D": "S"}


def hung(direction: str, *more: str) -> Picture:
    return draw(lines(direction, "A --> B --> C --> D", *NOTES, *more))


@pytest.mark.parametrize("direction", ["LR", "RL"])
def test_leaves_of_a_spine_across_the_page_hang_below(direction: str) -> None:
    picture = hung(direction)
    assert all(picture.rect(leaf).y > picture.rect(host).bottom for host, leaf in PAIRS.items())


@pytest.mark.parametrize("direction", ["TB", "BT"])
def test_leaves_of_a_spine_down_the_page_stand_to_the_right(direction: str) -> None:
    picture = hung(direction)
    assert all(picture.rect(leaf).x > picture.rect(host).right for host, leaf in PAIRS.items())


@pytest.mark.parametrize("direction", ["LR", "RL"])
def test_a_leaf_below_is_centred_on_its_box(direction: str) -> None:
    picture = hung(direction)
    assert all(picture.center(leaf).x == picture.center(host).x for host, leaf in PAIRS.items())


@pytest.mark.parametrize("direction", ["TB", "BT"])
def test_a_leaf_to_the_right_is_centred_on_its_box(direction: str) -> None:
    picture = hung(direction)
    assert all(picture.center(leaf).y == picture.center(host).y for host, leaf in PAIRS.items())


@pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])
def test_the_line_to_a_leaf_is_straight(direction: str) -> None:
    picture = hung(direction)
    assert {len(picture.points(host, leaf)) for host, leaf in PAIRS.items()} == {2}


@pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])
def test_no_rule_finds_anything_about_leaves(direction: str) -> None:
    assert hung(direction).findings == ()


@pytest.mark.parametrize("last", ["note", "secondary"])
def test_the_leaf_of_the_last_box_does_not_continue_the_spine(last: str) -> None:
    picture = hung("LR", f"class S {last}")
    assert picture.center("S").x == picture.center("D").x


def test_a_leaf_that_points_at_the_spine_hangs_from_it_too() -> None:
    picture = draw(lines("LR", "A --> B --> C", "P --> B", "class P note"))
    assert picture.center("P").x == picture.center("B").x
    assert picture.points("P", "B")[-1].y > picture.rect("B").bottom


def test_a_leaf_with_words_on_its_edge_hangs_as_well() -> None:
    picture = draw(lines("LR", "A --> B --> C", "B -->|see also| P", "class P note"))
    assert picture.center("P").x == picture.center("B").x


def test_words_on_the_edge_of_a_leaf_stand_clear_of_everything() -> None:
    edges = [f"{host} -->|a rather long remark| {leaf}" for host, leaf in PAIRS.items()]
    picture = draw(lines("LR", "A --> B --> C --> D", *edges, "class P,Q,R,S note"))
    assert picture.findings == ()


def test_a_wide_leaf_keeps_clear_of_its_neighbours() -> None:
    wide = [f"{leaf}[Something with many more words than its box]" for leaf in PAIRS.values()]
    boxes = [hung("LR", *wide).rect(leaf) for leaf in PAIRS.values()]
    assert all(b.x - a.right >= 16 for a, b in pairwise(boxes))


TWO = lines("LR", "A --> B --> C --> D", "B --> P & Q", "class P,Q note")


def test_two_leaves_at_one_box_stand_in_the_rank_behind_it() -> None:
    picture = draw(TWO)
    assert {picture.center(name).x for name in "PQ"} == {picture.center("C").x}


def test_nothing_hangs_from_a_group() -> None:
    group = ("subgraph G", "B --> C", "end")
    picture = draw(lines("LR", *group, "A --> G --> D --> E", "G --> P", "class P note"))
    assert picture.rect("P").x > picture.rect("G").right


def test_two_alternatives_at_the_end_of_a_chain_stand_side_by_side() -> None:
    picture = draw(lines("LR", "A --> B --> C{Good?}", "C --> D", "C --> E"))
    assert picture.center("D").x == picture.center("E").x


def test_a_chain_of_two_has_no_leaves_to_hang() -> None:
    picture = draw(lines("LR", "A --> B", "A --> P", "class P note"))
    assert picture.center("P").x == picture.center("B").x


def test_in_a_bushy_tree_nothing_hangs() -> None:
    picture = draw(
        lines("TB", "A --> B --> C", "A --> P", "B --> Q & R & S", "C --> T & U & V & W")
    )
    assert picture.center("P").y == picture.center("B").y


def test_a_fan_keeps_clear_of_a_leaf_that_is_wider_than_its_parent() -> None:
    fan = (
        "A --> C[Instructions<br/>task to perform]",
        "A --> D[Inputs<br/>data to operate on]",
        "A --> E[Constraints<br/>format, safety, style]",
        "C & D & E --> F",
        "class B,C,D secondary",
    )
    leaf = "A[Prompt] --> B[Context<br/>role, setting, background]"
    assert draw(lines("LR", leaf, *fan)).faults == []
