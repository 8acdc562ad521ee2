from scenes import CANVAS, box, edge, found, group, keys, scene, words

from diagramkit.geometry import Path, Rect
from diagramkit.scene import Mark, Paint

RULE = "wholly-covered"


def bar(name: str, x: float, y: float, width: float, height: float, fill: str = "#111111") -> Mark:
    outline = Path.polygon(Rect(x, y, width, height).corners)
    return Mark(f"bar:{name}", "on", outline, Paint(fill))


def test_bars_below_a_frame_that_is_painted_later_are_found():
    drawing = scene(bar("a", 40, 40, 80, 20), box("Frame", 20, 20, 200, 100))
    assert keys(RULE, drawing) == [("bar:a", "node:Frame")]


def test_words_and_a_box_below_a_later_box_are_found():
    lower, later = box("A", 40, 40, 90, 40), box("B", 20, 20, 200, 100)
    drawing = scene(lower, words("a", 50, 64, 40, owner="node:A"), later)
    assert {pair[0] for pair in keys(RULE, drawing)} == {"node:A", "text:a"}


def test_a_line_below_a_later_mark_is_found():
    drawing = scene(edge("A", "B", (40, 60), (120, 60)), bar("m", 20, 20, 200, 100))
    assert keys(RULE, drawing) == [("edge:A->B:0", "bar:m")]


def test_what_is_painted_after_its_frame_is_left_alone():
    drawing = scene(box("Frame", 20, 20, 200, 100), bar("a", 40, 40, 80, 20))
    assert found(RULE, drawing) == []


def test_a_later_group_without_a_fill_is_left_alone():
    assert found(RULE, scene(box("A", 40, 40), group("G", 20, 20, 200, 100))) == []


def test_what_reaches_out_from_under_a_later_box_is_left_alone():
    line = edge("A", "B", (10, 60), (120, 60))
    drawing = scene(line, box("B", 20, 20, 200, 100), bar("a", 200, 40, 40, 20, CANVAS))
    assert found(RULE, drawing) == []
