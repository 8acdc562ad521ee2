import pytest
from scenes import box, edge, found, group, keys, mark, scene, words

from diagramkit.geometry import Path, Point

RULE = "text-overlaps-line"
LINE = edge("A", "B", (20, 40), (200, 40))
RIM = Path.polyline([Point(20, 44), Point(116, 44)])

STRUCK = {
    "by a connector": (scene(LINE, words("a", 60, 44, 50)), "edge:A->B:0"),
    "by its own connector": (
        scene(LINE, words("a", 60, 44, 50, owner="edge:A->B:0")),
        "edge:A->B:0",
    ),
    "by a connector behind a halo": (
        scene(LINE, words("a", 60, 44, 50, halo="#f5f1ea")),
        "edge:A->B:0",
    ),
    "by the border of another box": (
        scene(box("A", 20, 20), words("a", 100, 44, 50, owner="edge:?")),
        "node:A",
    ),
    "by the frame of a group": (
        scene(group("G", 20, 20, 300, 200), words("a", 60, 24, 50, owner="edge:?")),
        "group:G",
    ),
    "by a rule": (scene(mark((20, 40), (200, 40)), words("a", 60, 44, 50)), "mark:rule"),
    "by a life line": (scene(mark((60, 20), (60, 200)), words("a", 40, 44, 50)), "mark:rule"),
    "by an inner line of its own box": (
        scene(box("A", 20, 20, details=(RIM,)), words("a", 40, 46, 50, owner="node:A")),
        "node:A",
    ),
    "by a head": (
        scene(edge("A", "B", (20, 40), (93, 40), head=(100, 40)), words("a", 96, 44, 50)),
        "edge:A->B:0",
    ),
    "by the bend of a connector": (
        scene(edge("A", "B", (20, 40), (100, 40), (100, 100)), words("a", 90, 56, 50)),
        "edge:A->B:0",
    ),
}
CLEAR = {
    "over its line": scene(LINE, words("a", 60, 33, 50, owner="edge:A->B:0")),
    "right below a line": scene(LINE, words("a", 60, 50.5, 50)),
    "in its box": scene(box("A", 20, 20), words("a", 40, 44, 50, owner="node:A")),
    "out of its box, which is another rule's": scene(
        box("A", 20, 20), words("a", 90, 44, 50, owner="node:A")
    ),
    "inside of the corner that a bend cuts off": scene(
        edge("A", "B", (20, 40), (100, 40), (100, 100), radius=40), words("a", 95, 45, 20)
    ),
    "over a line that a box painted later hides": scene(
        LINE, box("C", 50, 20), words("a", 60, 44, 50, owner="node:C")
    ),
    "over a life line that a note painted later hides": scene(
        mark((60, 20), (60, 200)), box("N", 20, 20), words("a", 40, 44, 50, owner="node:N")
    ),
    "the title of a group, which is another rule's": scene(
        group("G", 20, 20, 300, 200), LINE, words("a", 60, 44, 50, owner="group:G")
    ),
}


@pytest.mark.parametrize("name", STRUCK)
def test_struck_words_are_found(name):
    drawing, by = STRUCK[name]
    assert keys(RULE, drawing) == [(by, "text:a")]


@pytest.mark.parametrize("name", CLEAR)
def test_clear_words_are_left_alone(name):
    assert found(RULE, CLEAR[name]) == []


def test_a_box_without_fill_hides_nothing():
    hollow = box("C", 50, 20, fill="none")
    drawing = scene(LINE, hollow, words("a", 60, 44, 50, owner="node:C"))
    assert keys(RULE, drawing) == [("edge:A->B:0", "text:a")]


def test_a_box_painted_before_the_line_hides_nothing():
    drawing = scene(box("C", 50, 20), LINE, words("a", 60, 44, 50, owner="node:C"))
    assert keys(RULE, drawing) == [("edge:A->B:0", "text:a")]


def test_a_hole_in_the_cover_shows_the_line():
    drawing = scene(LINE, box("C", 50, 20, 30, 40), words("a", 60, 44, 50, owner="edge:?"))
    [finding] = [f for f in found(RULE, drawing) if f.keys[0] == "edge:A->B:0"]
    assert finding.message.endswith("for 30.2")
