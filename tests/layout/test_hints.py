"""What hints in comments do to the places of boxes."""

from __future__ import annotations

import pytest

from .charts import faults
from .pictures import draw, lines

FAN = ("A --> B & C & D", "B --> E", "C --> F")
WAYS = pytest.mark.parametrize("direction", ["TB", "BT", "LR", "RL"])


def along(direction: str, *statements: str) -> dict[str, float]:
    """Where each box is along the flow."""
    picture = draw(lines(direction, *statements))
    boxes = [box.key.removeprefix("node:") for box in picture.scene.boxes]
    is_down = direction in ("TB", "BT")
    return {b: picture.center(b).y if is_down else picture.center(b).x for b in boxes}


@WAYS
def test_boxes_of_one_rank_stand_side_by_side(direction: str) -> None:
    places = along(direction, "A --> B --> C", "A --> D", "%% diagram: same-rank D C")
    assert places["D"] == places["C"]


@WAYS
def test_a_link_within_a_rank_is_straight(direction: str) -> None:
    chart = lines(direction, *FAN, "B -- calls --> C", "%% diagram: same-rank B C")
    assert len(draw(chart).edge("B", "C").points) == 2
    assert not faults(chart)


def test_a_link_within_a_rank_runs_around_what_stands_between() -> None:
    chart = lines("TB", *FAN, "B --> D", "%% diagram: same-rank B C D", "%% diagram: order B C D")
    assert not faults(chart)


@WAYS
def test_boxes_stand_in_the_order_that_is_asked_for(direction: str) -> None:
    picture = draw(lines(direction, *FAN, "%% diagram: order D B C"))
    centers = [picture.center(name) for name in "DBC"]
    places = [each.x if direction in ("TB", "BT") else each.y for each in centers]
    assert places == sorted(places)


def test_an_order_holds_where_it_costs_crossings() -> None:
    picture = draw(
        lines("TB", "A --> C", "B --> D", "%% diagram: order A B\n%% diagram: order D C")
    )
    assert picture.center("A").x < picture.center("B").x
    assert picture.center("D").x < picture.center("C").x


def test_orders_against_each_other_leave_the_first() -> None:
    picture = draw(lines("TB", *FAN, "%% diagram: order D B\n%% diagram: order B D"))
    assert picture.center("D").x < picture.center("B").x


def test_members_of_groups_speak_for_their_groups() -> None:
    groups = [part for g in "GHI" for part in (f"subgraph {g}", f"{g}1", "end")]
    picture = draw(lines("TB", *groups, "A --> G1 & H1 & I1", "%% diagram: order I1 G1 H1"))
    assert picture.rect("I").right < picture.rect("G").x < picture.rect("H").x


def test_a_weak_link_has_no_say_in_ranks() -> None:
    chain = ("A --> B --> C", "A --> D", "C --> D")
    assert along("TB", *chain)["D"] > along("TB", *chain)["C"]
    places = along("TB", *chain, "%% diagram: weak C --> D")
    assert places["D"] == places["B"]


def test_a_box_that_weak_links_alone_lead_to_is_drawn() -> None:
    chart = lines(
        "TB", "A --> B", "B --> C", "%% diagram: weak B --> C", "%% diagram: same-rank A C"
    )
    assert not faults(chart)
    assert along("TB", "A --> B", "B --> C", "%% diagram: same-rank A C")["C"] == 44
