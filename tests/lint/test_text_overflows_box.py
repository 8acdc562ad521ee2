import pytest
from scenes import box, circle, diamond, edge, found, group, keys, scene, words

from diagramkit.geometry import Path, Point

RULE = "text-overflows-box"
DENT = Path.polygon([Point(*p) for p in ((20, 20), (180, 20), (100, 38), (180, 80), (20, 80))])

OUT = {
    "wider than a box": scene(box("A", 20, 20), words("a", 18, 44, 100, owner="node:A")),
    "below a box": scene(box("A", 20, 20), words("a", 40, 62, 40, owner="node:A")),
    "in the rectangle around a diamond only": scene(
        diamond("A", 20, 20), words("a", 26, 54, 108, owner="node:A")
    ),
    "in the rectangle around a circle only": scene(
        circle("A", 20, 20, 56), words("a", 21, 36, 54, owner="node:A")
    ),
    "over a dent of the outline": scene(
        box("A", 20, 20, 160, 60, outline=DENT), words("a", 30, 50, 84, owner="node:A")
    ),
    "wider than a group": scene(
        group("G", 20, 20, 100, 100), words("a", 32, 40, 100, owner="group:G")
    ),
    "out of the box that it stands in, with no word on its owner": scene(
        box("A", 20, 20), words("a", 16, 44, 100)
    ),
}
IN = {
    "just as wide as its box": scene(box("A", 20, 20), words("a", 20, 44, 96, owner="node:A")),
    "half a unit out": scene(box("A", 20, 20), words("a", 19.6, 44, 96, owner="node:A")),
    "the widest that a diamond holds": scene(
        diamond("A", 20, 20), words("a", 31, 54, 98, owner="node:A")
    ),
    "across the middle of a circle": scene(
        circle("A", 20, 20, 56), words("a", 22, 51, 52, owner="node:A")
    ),
    "beside the line that it belongs to": scene(
        box("A", 20, 20),
        edge("A", "", (116, 40), (300, 40)),
        words("a", 150, 33, 60, owner="edge:A->:0"),
    ),
    "beside a box, with no word on its owner": scene(box("A", 20, 20), words("a", 120, 44, 60)),
}


@pytest.mark.parametrize("name", OUT)
def test_words_out_of_their_box_are_found(name):
    assert [faults[0] for faults in keys(RULE, OUT[name])] == ["text:a"]


@pytest.mark.parametrize("name", IN)
def test_words_within_their_box_are_left_alone(name):
    assert found(RULE, IN[name]) == []


def test_it_says_how_far_they_stick_out():
    [finding] = found(RULE, scene(box("A", 20, 20), words("a", 16, 44, 60, owner="node:A")))
    assert finding.message == "“a” (text:a) sticks 4.0 out of its box node:A"
