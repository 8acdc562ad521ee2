"""Trees: parents over the middle of their children, in the order of the source."""

from __future__ import annotations

import pytest

from .pictures import draw, lines

DIRECTIONS = pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])
TREE = ("A --> B & C", "B --> D & E", "C --> F & G")
PARENTS = {"A": "BC", "B": "DE", "C": "FG"}


@DIRECTIONS
@pytest.mark.parametrize("parent", PARENTS)
def test_a_parent_stands_over_the_middle_of_its_children(direction: str, parent: str) -> None:
    picture = draw(lines(direction, *TREE))
    axis = 1 if direction in ("LR", "RL") else 0
    places = [picture.center(child)[axis] for child in PARENTS[parent]]
    assert picture.center(parent)[axis] == pytest.approx(sum(places) / 2, abs=4)


@DIRECTIONS
def test_the_leaves_of_a_tree_are_in_the_order_of_the_source(direction: str) -> None:
    picture = draw(lines(direction, *TREE))
    axis = 1 if direction in ("LR", "RL") else 0
    places = [picture.center(name)[axis] for name in "DEFG"]
    assert places == sorted(places)


@pytest.mark.parametrize("back", ["V --> A", "V -->|once more| D", "V -->|once more| A"])
def test_a_box_with_a_line_back_stands_level_with_its_siblings(back: str) -> None:
    picture = draw(lines("TB", "A --> D{Good?}", "D -->|yes| S", "D -->|no| V", back))
    assert picture.rect("V").y == picture.rect("S").y


@pytest.mark.parametrize(
    "links",
    [
        pytest.param(("g --> B & C", "B --> x", "C --> y", "p & q --> x"), id="fed"),
        pytest.param(
            ("Q --> A & S", "A & S --> g", "g --> B & C", "Q --> B", "B & C --> h"), id="passed"
        ),
    ],
)
def test_siblings_keep_their_order_where_a_mirror_does_as_well(links: tuple[str, ...]) -> None:
    picture = draw(lines("TB", *links))
    assert picture.center("B").x < picture.center("C").x


def test_a_box_stands_over_the_next_one_beside_a_line_that_passes_it() -> None:
    styled = "classDef quiet fill:#fff9c4", "class B,D quiet"
    picture = draw(lines("TB", "A --> B & D", "B --> C --> D --> E", "H --> D", *styled))
    assert picture.center("A").x == picture.center("B").x
