"""The ends of lines: at the outline of their box, as large as their line is heavy."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Rect, inside

from .pictures import THEME, draw, gap, lines

SHAPES = {
    "box": "B[Some words]",
    "diamond": "B{Ready?}",
    "diamond of two lines": "B{Ready or<br/>not?}",
    "pointed box": "B{Is this question far too long for the flat diamond of a decision?}",
    "cylinder": "B[(Store)]",
    "circle": "B((x))",
    "long circle": "B((More words than a circle holds))",
    "hexagon": "B{{Prepare}}",
    "stadium": "B([Start])",
    "subroutine": "B[[Call]]",
}
EVERY_SHAPE = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
DIRECTIONS = pytest.mark.parametrize("direction", ["LR", "RL", "TB", "BT"])
LINES = {
    "main": ("A --> B",),
    "side": ("A --> B", "class B note"),
    "accent": ("A ==> B",),
    "dashed": ("A -.-> B",),
}


@DIRECTIONS
@EVERY_SHAPE
def test_the_tip_of_a_head_stops_just_short_of_the_outline(direction: str, shape: str) -> None:
    picture = draw(lines(direction, f"A --> {shape}"))
    tip = picture.edge("A", "B").heads[0].tip
    assert gap(tip, picture.box("B")) == pytest.approx(THEME.edge.tip_gap, abs=0.01)


@DIRECTIONS
@EVERY_SHAPE
def test_no_head_reaches_into_its_box(direction: str, shape: str) -> None:
    picture = draw(lines(direction, f"A & C & D --> {shape}"))
    outline = picture.box("B").polygon
    corners = [
        corner
        for line in picture.scene.connectors
        for head in line.heads
        for corner in head.outline.flattened()
    ]
    assert not any(inside(corner, outline) for corner in corners)


@DIRECTIONS
@EVERY_SHAPE
def test_a_line_without_a_tail_starts_at_the_outline(direction: str, shape: str) -> None:
    picture = draw(lines(direction, f"{shape} --> C"))
    assert gap(picture.points("B", "C")[0], picture.box("B")) == pytest.approx(0, abs=0.01)


@DIRECTIONS
@EVERY_SHAPE
def test_ends_beside_each_other_meet_the_outline(direction: str, shape: str) -> None:
    # Beside the middle a slanted or a round outline is further away than its rectangle.
    picture = draw(lines(direction, f"A --> {shape}", "C -.-> B", "D ==> B"))
    tips = [line.heads[0].tip for line in picture.scene.connectors]
    gaps = [gap(tip, picture.box("B")) for tip in tips]
    assert max(gaps) <= THEME.edge.tip_gap + 0.01


@pytest.mark.parametrize(
    ("kind", "size"), [("main", (8, 7)), ("side", (7, 6)), ("accent", (10, 9))]
)
def test_a_head_is_as_long_and_wide_as_its_line_is_heavy(
    kind: str, size: tuple[float, float]
) -> None:
    head = draw(lines("LR", *LINES[kind])).edge("A", "B").heads[0]
    assert Rect.bounding(head.outline.flattened()).size == size


@pytest.mark.parametrize("kind", LINES)
def test_a_line_ends_inside_the_base_of_its_head(kind: str) -> None:
    edge = draw(lines("LR", *LINES[kind])).edge("A", "B")
    base = min(point.x for point in edge.heads[0].outline.flattened())
    assert base < edge.points[-1].x < edge.heads[0].tip.x


@pytest.mark.parametrize("kind", LINES)
def test_a_head_lies_lengthwise_on_its_line(kind: str) -> None:
    edge = draw(lines("TB", *LINES[kind])).edge("A", "B")
    assert edge.heads[0].tip.x == edge.points[-1].x


@pytest.mark.parametrize(
    ("arrow", "count"),
    [("---", 0), ("-->", 1), ("--o", 1), ("--x", 1), ("<-->", 2), ("o--o", 2), ("x--x", 2)],
)
def test_a_line_has_as_many_heads_as_its_arrow(arrow: str, count: int) -> None:
    assert len(draw(lines("LR", f"A {arrow} B")).edge("A", "B").heads) == count


@pytest.mark.parametrize("arrow", ["-->", "--o", "--x", "<-->", "o--o", "x--x"])
@DIRECTIONS
def test_no_rule_finds_anything_about_ends(arrow: str, direction: str) -> None:
    assert draw(lines(direction, f"A {arrow} B")).findings == ()


def test_a_line_without_a_head_reaches_the_outline() -> None:
    picture = draw(lines("LR", "A --- B"))
    assert picture.points("A", "B")[-1].x == picture.rect("B").x


def test_a_head_at_either_end_has_its_tip_at_either_box() -> None:
    picture = draw(lines("LR", "A <--> B"))
    tips = sorted(head.tip.x for head in picture.edge("A", "B").heads)
    assert tips == [picture.rect("A").right + 2, picture.rect("B").x - 2]


def test_arrows_and_circles_are_filled() -> None:
    picture = draw(lines("LR", "A --> B", "A --o C"))
    assert {picture.edge("A", name).heads[0].filled for name in "BC"} == {True}


def test_a_cross_is_not_filled() -> None:
    assert not draw(lines("LR", "A --x B")).edge("A", "B").heads[0].filled
