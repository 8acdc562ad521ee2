"""Distances measured in drawings by hand, by people who were asked what looked wrong and what
only seemed so to a program: the narrow side of every rule."""

import pytest
from scenes import THEME, box, edge, keys, mark, scene, words

from diagramkit.lint import check

A, B = box("A", 20, 20), box("B", 280, 20)

NOTHING_WRONG = {
    "words 6 from the lower side of their box": scene(
        box("A", 20, 20, 96, 60), words("g", 40, 71.3, 50, owner="node:A", size=12)
    ),
    "heads that run 2 into their boxes": scene(
        A, B, edge("A", "B", (116, 40), (275, 40), head=(282, 40))
    ),
    "a way back that passes 10 below a box": scene(
        A, B, edge("B", "A", (328, 60), (328, 70), (68, 70), (68, 60)), box("C", 150, 20)
    ),
    "boxes in a panel": scene(box("P", 10, 10, 380, 200), A, B),
    "words 7 from a box that they do not belong to": scene(
        box("P", 10, 10, 380, 200), A, words("a", 123, 44, 60, owner="node:P")
    ),
    "a line 9 below the baseline of foreign words": scene(
        words("a", 130, 31, 60), A, B, edge("A", "B", (116, 40), (280, 40))
    ),
    "grid lines under boxes painted later": scene(
        mark((10, 40), (390, 40)), box("A", 20, 20), words("a", 40, 44, 50, owner="node:A")
    ),
    "an arrow that is part of what a panel shows": scene(
        box("P", 10, 10, 380, 200), edge("", "", (60, 150), (193, 150), head=(200, 150))
    ),
}
WRONG = {
    "arrows that stop 22 short": (
        "connector-end-detached",
        scene(A, B, edge("", "", (116, 40), (251, 40), head=(258, 40))),
    ),
    "an arrow that stops 22 short and points 1 below its box": (
        "connector-end-detached",
        scene(A, B, edge("", "", (116, 61), (251, 61), head=(258, 61))),
    ),
    "a line 1 beside the side of a box for its whole height": (
        "connector-crosses-box",
        scene(box("A", 20, 20), edge("", "", (117, 5), (117, 90))),
    ),
    "a straight line from the first box to the third": (
        "connector-crosses-box",
        scene(A, box("C", 150, 20), B, edge("", "", (116, 40), (280, 40))),
    ),
    "a row label 3 above the corner of a tile": (
        "text-tight-in-box",
        scene(box("A", 20, 40), words("a", 0, 37, 50)),
    ),
    "words 2.9 from the side of their box": (
        "text-tight-in-box",
        scene(A, words("a", 40, 44, 73.1, owner="node:A")),
    ),
    "words under a box's own that reach over both of its sides": (
        "text-overlaps-line",
        scene(box("A", 100, 20, 60), words("a", 110, 38, 40), words("g", 80, 54, 100)),
    ),
    "words a little over the only box under them": (
        "text-overflows-box",
        scene(box("A", 100, 20, 60), words("a", 98, 44, 64)),
    ),
    "a rotated title that runs out at the top by 7": (
        "text-clipped-by-viewbox",
        scene(words("a", 20, 1.7, 50)),
    ),
    "heads that end 1 apart": (
        "connectors-overlap",
        scene(
            box("A", 222, 80),
            edge("", "", (20, 20), (195, 100), head=(200, 102)),
            edge("", "", (20, 190), (195, 105), head=(200, 103)),
        ),
    ),
}


@pytest.mark.parametrize("name", NOTHING_WRONG)
def test_what_only_seems_wrong_is_left_alone(name):
    assert check(NOTHING_WRONG[name], THEME) == ()


@pytest.mark.parametrize("name", WRONG)
def test_what_people_saw_is_found(name):
    rule, drawing = WRONG[name]
    assert len(keys(rule, drawing)) == 1
