import pytest
from scenes import box, diamond, found, group, keys, scene

RULE = "box-overlaps-box"
CLASH = {
    "two boxes": scene(box("A", 20, 20), box("B", 100, 40)),
    "a box and a group that it is not in": scene(group("A", 20, 20, 200, 100), box("B", 200, 40)),
    "a box that sticks out of its group": scene(
        box("B", 180, 40, owner="group:A"), group("A", 20, 20, 200, 100)
    ),
    "two groups": scene(group("A", 20, 20, 200, 100), group("B", 200, 40, 100, 100)),
    "a foreign box in a group whose members are known": scene(
        group("A", 20, 20, 300, 200), box("B", 40, 40), box("C", 40, 150, owner="group:A")
    ),
    "a box over the tip of a diamond": scene(diamond("A", 20, 20), box("B", 120, 30)),
    "a small box in a diamond's side": scene(diamond("A", 20, 20), box("B", 30, 40, 20, 20)),
    "two diamonds with a common corner": scene(diamond("A", 20, 20), diamond("B", 120, 20)),
}
CLEAR = {
    "two boxes side by side": scene(box("A", 20, 20), box("B", 116, 20)),
    "a member in its group": scene(group("A", 20, 20, 200, 100), box("B", 40, 50, owner="group:A")),
    "a box in a group, with no word on members": scene(
        group("A", 20, 20, 200, 100), box("B", 40, 50)
    ),
    "a member of a group in a group": scene(
        group("A", 10, 10, 300, 200),
        group("B", 20, 20, 200, 100, owner="group:A"),
        box("C", 40, 50, owner="group:B"),
    ),
    "a cell in a panel": scene(box("A", 20, 20, 200, 100), box("B", 40, 50)),
    "a box in the corner of the rectangle around a diamond": scene(
        diamond("A", 20, 20), box("B", 120, 70)
    ),
    "two diamonds whose rectangles overlap": scene(diamond("A", 20, 20), diamond("B", 100, 50)),
}


@pytest.mark.parametrize("name", CLASH)
def test_boxes_in_each_other_s_way_are_found(name):
    assert len(found(RULE, CLASH[name])) == 1


@pytest.mark.parametrize("name", CLEAR)
def test_boxes_in_their_place_are_left_alone(name):
    assert found(RULE, CLEAR[name]) == []


def test_it_says_by_how_much():
    [finding] = found(RULE, CLASH["two boxes"])
    assert finding.message == "node:A and node:B overlap by 16.0 × 20.0"


def test_a_box_that_sticks_out_is_named_with_its_group():
    assert keys(RULE, CLASH["a box that sticks out of its group"]) == [("node:B", "group:A")]
