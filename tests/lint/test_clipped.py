import pytest
from scenes import box, edge, found, keys, mark, scene

RULE = "clipped"
OUT = {
    "a box": box("A", 390, 20),
    "a border's outer half": box("A", 303.9, 20),
    "a line": edge("A", "B", (20, 40), (20, -10)),
    "a head": edge("A", "B", (20, 40), (20, 9), head=(20, -2)),
    "a mark": mark((20, 40), (420, 40)),
    "the half of an axis on the edge": mark((20, -0.2), (380, -0.2)),
}
IN = {
    "a box at the very edge": box("A", 303, 1),
    "a bend that is cut off by its radius": edge("A", "B", (20, 40), (-2, 40), (20, 18), radius=10),
    "an axis that ends at the edge": mark((20, 280), (400, 280)),
    "a line that was put far out of sight": mark((46764, 20), (46764, 120)),
}


@pytest.mark.parametrize("name", OUT)
def test_what_is_cut_off_is_found(name):
    assert keys(RULE, scene(OUT[name])) == [(OUT[name].key,)]


@pytest.mark.parametrize("name", IN)
def test_what_is_on_the_canvas_is_left_alone(name):
    assert found(RULE, scene(IN[name])) == []


def test_it_says_by_how_much():
    [finding] = found(RULE, scene(box("A", 314, 20)))
    assert finding.message == "node:A reaches 10.7 beyond the canvas"
