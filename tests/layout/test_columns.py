"""Boxes of a straight column are of one width."""

from __future__ import annotations

import pytest

from .pictures import Picture, draw, lines


def widths(picture: Picture, names: str) -> set[float]:
    return {picture.rect(name).width for name in names}


def test_boxes_of_a_straight_column_are_of_one_width() -> None:
    picture = draw(lines("TB", "A[Parse] --> B[Resolve names] --> C[Check all types] --> D[Emit]"))
    assert len(widths(picture, "ABCD")) == 1


def test_a_column_with_a_way_back_beside_it_is_of_one_width() -> None:
    steps = "A[Parse] --> B[Resolve names] --> C[Check all types] --> D[Emit]"
    picture = draw(lines("TB", steps, "D -->|once more| A"))
    assert len(widths(picture, "ABCD")) == 1
    assert picture.faults == []


def test_a_column_in_the_middle_of_a_fan_is_of_one_width_with_its_ranks() -> None:
    tree = ("A[Root of it all] --> B & C & D", "B --> E", "C --> F[A longer leaf]", "D --> G")
    picture = draw(lines("TB", *tree))
    assert len(widths(picture, "ACF")) == len(widths(picture, "EFG")) == 1


@pytest.mark.parametrize("side", ["C --> A", "D --> B"])
def test_lines_at_the_sides_of_a_widened_box_end_at_its_border(side: str) -> None:
    picture = draw(lines("TB", "A[Parse] --> B[Resolve names] --> C[Check all] --> D", side))
    for line in picture.scene.connectors:
        source = picture.rect(line.source.removeprefix("node:"))
        assert source.distance_to_segment(line.points[0], line.points[0]) <= 2


def test_a_box_much_wider_than_the_others_of_its_column_stays_alone() -> None:
    long = "B[A great many words that fill a box, and then some]"
    picture = draw(lines("TB", f"A --> {long} --> C --> D"))
    assert picture.rect("A").width == picture.rect("C").width < picture.rect("B").width
