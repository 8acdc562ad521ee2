"""Blocks that are joined alike, in the order of the source."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph.blocks import Arc, Block, Level
from diagramkit.layout.graph.source_order import in_source_order


def level() -> Level:
    """B above A, both joined to a group that is as high as the two."""
    rects = {"A": Rect(0, 60, 40, 40), "B": Rect(0, 0, 40, 40), "group": Rect(80, 0, 40, 100)}
    routes = {0: [Point(40, 80), Point(80, 80)], 1: [Point(40, 20), Point(80, 20)]}
    return Level(rects, routes, {"A": 0, "B": 0, "group": 1})


BLOCKS = {name: Block(Size(*level().rects[name].size)) for name in ("A", "B", "group")}


def test_blocks_that_are_joined_alike_change_places() -> None:
    placed = level()
    in_source_order(placed, BLOCKS, [Arc(0, "A", "group"), Arc(1, "B", "group")])
    assert placed.rects["A"].y < placed.rects["B"].y
    assert placed.routes[0][0].y == 20


@pytest.mark.parametrize("turned", [False, True])
def test_blocks_joined_to_two_places_of_a_side_stay(turned: bool) -> None:
    """The line of the one would end where that of the other goes on."""
    placed = level()
    arcs = [Arc(0, "A", "group", target_port=0.8), Arc(1, "B", "group", target_port=0.2)]
    if turned:
        arcs = [Arc(0, "group", "A", source_port=0.8), Arc(1, "group", "B", source_port=0.2)]
    in_source_order(placed, BLOCKS, arcs)
    assert placed == level()
