from dataclasses import replace

import pytest
from scenes import box, diamond, edge, found, keys, mark, scene

RULE = "connector-end-detached"
A, B = box("A", 20, 20), box("B", 280, 20)


def headed(tip: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (tip - 7, 40), (tip, 40)


def to(tip: float, target: str = "B"):
    stop, point = headed(tip)
    return edge("A", target, (116, 40), stop, head=point)


def to_mark(tip: float, y: float = 40):
    """A message with its head at `tip`."""
    line = edge("A", "", (116, y), (tip - 7, y), head=(tip, y))
    return replace(line, target="mark:rule")


LIFE_LINE = mark((280, 20), (280, 200))
BAR = mark((276, 30), (284, 30), (284, 200), (276, 200), (276, 30))

DETACHED = {
    "a head 4 short of its box": (scene(A, B, to(276)), "node:B"),
    "a head 4 inside its box": (scene(A, B, to(284)), "node:B"),
    "a head far from its box": (scene(A, B, to(180)), "node:B"),
    "a start 6 from its box": (scene(A, B, edge("A", "B", (122, 40), (280, 40))), "node:A"),
    "a head at the rectangle around a diamond": (
        scene(A, diamond("B", 280, 20), edge("A", "B", (116, 24), (273, 24), head=(280, 24))),
        "node:B",
    ),
    "a head hidden in its box": (scene(to(300), A, B), "node:B"),
    "an unnamed head that stops 22 short": (scene(A, B, to(258, "")), "node:B"),
    "an unnamed head 8 inside a box": (scene(A, B, to(288, "")), "node:B"),
    "an unnamed head between two boxes ahead": (
        scene(A, B, box("C", 268, 70), to(258, "")),
        "node:B",
    ),
    "an unnamed head before a box ahead and one at its side": (
        scene(A, box("C", 262, 52), B, to(258, "")),
        "node:B",
    ),
}
DETACHED |= {
    "a head 6 short of a life line": (scene(A, LIFE_LINE, to_mark(273.5)), "mark:rule"),
    "a head below the end of a life line": (
        scene(box("A", 20, 190), LIFE_LINE, to_mark(278, 210)),
        "mark:rule",
    ),
    "a head in the middle of a bar": (scene(A, BAR, to_mark(280)), "mark:rule"),
}
ATTACHED = {
    "a head 2 short of a life line": scene(A, LIFE_LINE, to_mark(278)),
    "a head 2 short of a bar": scene(A, BAR, to_mark(274)),
    "a head 2 short of its box": scene(A, B, to(278)),
    "a head 2 into its box": scene(A, B, to(282)),
    "a line without heads, flush at both ends": scene(A, B, edge("A", "B", (116, 40), (280, 40))),
    "a line from middle to middle that both boxes hide": scene(
        edge("A", "B", (68, 40), (328, 40)), A, B
    ),
    "a head 2 short of a diamond's tip": scene(A, diamond("B", 280, 10), to(278)),
    "an unnamed head in the open": scene(A, to(200, "")),
    "an unnamed head that points past a box": scene(
        A, box("B", 280, 60), edge("A", "", (116, 40), (293, 40), head=(300, 40))
    ),
    "an unnamed head that points past a box a little ahead": scene(
        A, box("B", 305, 60), edge("A", "", (116, 40), (293, 40), head=(300, 40))
    ),
    "an unnamed head beyond a box": scene(A, box("B", 150, 20), to(256, "")),
    "an unnamed head at a cell close to the border of its panel": scene(
        A, box("P", 281, 10, 100, 80), box("B", 282, 20), to(280, "")
    ),
    "an arrow drawn in a box": scene(
        box("P", 20, 20, 300, 100), edge("", "", (60, 70), (193, 70), head=(200, 70))
    ),
}


@pytest.mark.parametrize("name", DETACHED)
def test_a_loose_end_is_found(name):
    drawing, shape = DETACHED[name]
    assert [faults[1] for faults in keys(RULE, drawing)] == [shape]


@pytest.mark.parametrize("name", ATTACHED)
def test_a_fixed_end_is_left_alone(name):
    assert found(RULE, ATTACHED[name]) == []


def test_a_head_at_the_start_is_measured_at_the_start():
    line = edge("A", "B", (130, 40), (280, 40), head=(123, 40))
    [finding] = found(RULE, scene(A, B, line))
    assert finding.message == "edge:A->B:0 starts 7.0 away from node:A"
