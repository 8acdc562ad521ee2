import pytest
from scenes import box, diamond, edge, found, group, keys, scene

RULE = "connector-crosses-box"
A, B, C = box("A", 20, 20), box("B", 280, 20), box("C", 150, 20)
ACROSS = edge("A", "B", (116, 40), (280, 40))
OVER_DIAMOND = edge("A", "B", (116, 25), (280, 25))

THROUGH = {
    "a box between its ends": (scene(ACROSS, A, B, C), "node:C"),
    "a box painted before it": (scene(A, B, C, ACROSS), "node:C"),
    "a group that holds neither end": (
        scene(group("G", 140, 10, 120, 60), ACROSS, A, B),
        "group:G",
    ),
    "the inside of its own source": (
        scene(A, B, edge("A", "B", (20, 40), (280, 40))),
        "node:A",
    ),
    "its own target and out again": (
        scene(A, B, edge("A", "B", (116, 40), (390, 40), (390, 30), (376, 30))),
        "node:B",
    ),
    "its own source, which is hollow": (
        scene(edge("A", "B", (20, 40), (280, 40)), box("A", 20, 20, fill="none"), B),
        "node:A",
    ),
    "its own target and back into it, which hides the end alone": (
        scene(edge("A", "B", (116, 40), (390, 40), (390, 30), (370, 30)), A, B),
        "node:B",
    ),
    "its own target and out again, below it": (
        scene(edge("A", "B", (116, 40), (390, 40), (390, 30), (376, 30)), A, B),
        "node:B",
    ),
    "the tip of a diamond": (
        scene(edge("A", "B", (116, 45), (280, 45)), A, B, diamond("D", 130, 10)),
        "node:D",
    ),
    "a box beside whose middle it leads on to nothing": (
        scene(A, edge("A", "", (116, 44), (390, 44)), C),
        "node:C",
    ),
    "the border of a box, along it": (
        scene(A, B, C, edge("A", "B", (116, 40), (130, 40), (130, 20.6), (290, 20.6))),
        "node:C",
    ),
}
AROUND = {
    "nothing": scene(ACROSS, A, B),
    "a group that its source is in": scene(group("G", 10, 10, 120, 60), ACROSS, A, B),
    "two groups, one in the other": scene(
        group("G", 5, 5, 150, 90), group("H", 10, 10, 120, 60), ACROSS, A, B
    ),
    "a panel that its target says it is in": scene(
        A, box("P", 200, 10, 190, 90), box("B", 280, 20, owner="node:P"), ACROSS
    ),
    "the corner of the rectangle around a diamond": scene(
        A, B, diamond("D", 150, 24), OVER_DIAMOND
    ),
    "the side of a box, two units off": scene(
        A, B, C, edge("A", "B", (116, 40), (130, 40), (130, 18), (290, 18))
    ),
    "from the middle of one box to the middle of another, both painted over it": scene(
        edge("A", "B", (68, 40), (328, 40)), A, B
    ),
    "behind the middle of a box, as a thread that leads on to nothing": scene(
        A, edge("A", "", (116, 40), (390, 40)), C
    ),
    "within a panel, joined to nothing": scene(
        box("P", 10, 10, 380, 200), edge("", "", (40, 150), (300, 150))
    ),
}


@pytest.mark.parametrize("name", THROUGH)
def test_a_line_through_a_box_is_found(name):
    drawing, struck = THROUGH[name]
    assert [faults[1] for faults in keys(RULE, drawing)] == [struck]


@pytest.mark.parametrize("name", AROUND)
def test_a_line_that_keeps_out_is_left_alone(name):
    assert found(RULE, AROUND[name]) == []


def test_a_loop_may_leave_the_group_of_its_box_and_come_back():
    frame = group("G", 10, 10, 200, 200)
    member = box("M", 40, 100, owner="group:G")
    loop = edge("M", "M", (136, 120), (300, 120), (300, 110), (136, 110))
    assert found(RULE, scene(frame, member, loop)) == []


def test_it_says_for_how_long():
    [finding] = found(RULE, scene(ACROSS, A, B, C))
    assert finding.message == "edge:A->B:0 runs through node:C for 94.0"
