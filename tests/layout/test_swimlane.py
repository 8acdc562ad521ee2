"""Swimlane diagrams are drawn as lanes across the drawing that share their columns or rows."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Rect

from .pictures import Picture, draw

LANES = """
  subgraph user [User]
    ask --> read
  end
  subgraph gate
    check{Allowed?}
  end
  subgraph model
    answer
  end
  ask --> check -->|yes| answer --> read
"""


def picture(direction: str = "LR", *more: str) -> Picture:
    return draw("\n".join([f"swimlane-beta {direction}", LANES, *more, ""]))


def lanes(drawn: Picture) -> list[Rect]:
    return [drawn.rect(name) for name in ("user", "gate", "model")]


def test_lanes_stand_below_each_other_across_the_whole_drawing() -> None:
    one, two, three = lanes(picture())
    assert one.bottom < two.y < two.bottom < three.y
    assert one.x == two.x == three.x
    assert one.right == two.right == three.right


def test_lanes_of_a_flow_that_runs_down_stand_side_by_side() -> None:
    one, two, three = lanes(picture("TB"))
    assert one.right < two.x < two.right < three.x
    assert one.height == two.height == three.height


@pytest.mark.parametrize(("direction", "sign"), [("LR", 1), ("RL", -1), ("TB", 1), ("BT", -1)])
def test_steps_follow_each_other_along_the_flow_over_all_lanes(direction: str, sign: int) -> None:
    drawn = picture(direction)
    axis = 0 if direction in ("LR", "RL") else 1
    places = [drawn.center(name)[axis] for name in ("ask", "check", "answer", "read")]
    assert places == sorted(places, reverse=sign < 0)
    assert len(set(places)) == len(places)
    assert drawn.faults == []


def test_a_line_runs_straight_through_a_lane_between() -> None:
    drawn = picture("LR", "  ask --> far\n  subgraph model\n    far\n  end")
    line = Rect.bounding(drawn.points("ask", "far"))
    assert drawn.rect("user").union(drawn.rect("model")).contains(line)
    assert drawn.faults == []


def test_steps_of_no_lane_have_one_and_lanes_without_steps_none() -> None:
    drawn = picture("TB", "  subgraph empty\n  end\n  lost --> ask")
    frames = {box.key for box in drawn.scene.boxes if box.role == "lane"}
    assert frames == {"group:user", "group:gate", "group:model", "group: "}
    assert drawn.faults == []


def test_lanes_that_are_too_wide_below_each_other_stand_side_by_side() -> None:
    chain = " --> ".join(f"s{number}[A step with words {number}]" for number in range(12))
    one, two, _ = lanes(picture("LR", f"subgraph model\n{chain}\nend"))
    assert one.right < two.x


def test_a_group_in_a_lane_is_a_frame_and_a_step_among_others() -> None:
    drawn = picture("TB", "subgraph model\nsubgraph inner\nx --> y\nend\nend\nanswer --> inner")
    assert drawn.rect("model").contains(drawn.rect("inner"))
    assert drawn.rect("answer").bottom < drawn.rect("inner").y
    assert drawn.faults == []


def test_the_critical_path_is_accent() -> None:
    drawn = picture("LR", "%% diagram: critical ask --> check")
    assert [drawn.box(name).role for name in ("ask", "check", "read")] == [
        *("accent", "accent", "primary"),
    ]
