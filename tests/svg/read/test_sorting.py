"""What things are: boxes, connectors, heads, plates, marks."""

from __future__ import annotations

import pytest

from diagramkit.scene import Box, Connector, Mark
from svg.read.reading import GROUND, reading

MARKER = (
    '<defs><marker id="m" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="6" markerHeight="6" '
    'orient="auto"><path d="M0 0 L10 5 L0 10 Z"/></marker></defs>'
)
LINE = 'fill="none" stroke="#111"'


def box(x: int, words: str = "box") -> str:
    middle = x + 40
    return (
        f'<rect x="{x}" y="100" width="80" height="40" {LINE}/>'
        f'<text x="{middle}" y="125" text-anchor="middle" font-size="12">{words}</text>'
    )


def kinds(body: str) -> list[str]:
    items = reading(GROUND + MARKER + body).scene.primitives
    return [type(item).__name__ for item in items if isinstance(item, (Box, Connector, Mark))]


def test_an_outline_with_words_is_a_box() -> None:
    assert kinds(box(10)) == ["Box"]


def test_an_outline_around_boxes_is_a_box() -> None:
    assert kinds(f'<rect x="5" y="90" width="90" height="60" {LINE}/>' + box(10)) == ["Box", "Box"]


def test_a_filled_shape_without_words_is_a_mark() -> None:
    assert kinds('<rect x="5" y="90" width="30" height="60" fill="#123456"/>') == ["Mark"]


def test_a_line_between_boxes_is_a_connector() -> None:
    line = f'<path d="M90 120 H210" {LINE}/>'
    assert kinds(box(10) + box(210) + line) == ["Box", "Box", "Connector"]


def test_a_straight_line_that_meets_nothing_is_a_mark() -> None:
    assert kinds(f'<line x1="10" y1="50" x2="300" y2="50" {LINE}/>') == ["Mark"]


def test_an_axis_with_a_head_is_a_mark() -> None:
    assert "Connector" not in kinds(f'<path d="M10 250 H300" marker-end="url(#m)" {LINE}/>')


@pytest.mark.parametrize(
    "head",
    [
        '<polygon points="210,120 202,116 202,124" fill="#111"/>',
        '<path d="M210 120 L202 116 L202 124 Z" fill="#111"/>',
    ],
)
def test_a_small_shape_at_the_end_of_a_line_is_its_head(head: str) -> None:
    body = box(10) + box(210) + f'<path d="M90 120 H203" {LINE}/>{head}'
    (line,) = reading(GROUND + body).scene.connectors
    assert [head.tip for head in line.heads] == [(210, 120)]


def test_a_marker_is_a_head_with_its_tip_at_the_end_of_the_line() -> None:
    body = MARKER + box(10) + box(210) + f'<path d="M90 120 H210" marker-end="url(#m)" {LINE}/>'
    (line,) = reading(GROUND + body).scene.connectors
    assert [head.tip for head in line.heads] == [(210, 120)]


def test_a_marker_at_the_start_looks_back_when_it_is_told_to() -> None:
    marker = MARKER.replace('orient="auto"', 'orient="auto-start-reverse"')
    body = marker + box(10) + box(210) + f'<path d="M90 120 H210" marker-start="url(#m)" {LINE}/>'
    (line,) = reading(GROUND + body).scene.connectors
    points = line.heads[0].outline.flattened()
    assert min(point.x for point in points) == pytest.approx(90)


def test_a_filled_shape_behind_the_words_on_a_line_is_a_plate() -> None:
    plate = (
        '<rect x="135" y="112" width="30" height="16" fill="#ffffff"/>'
        '<text x="150" y="124" text-anchor="middle" font-size="12">yes</text>'
    )
    boxes = reading(GROUND + box(10) + box(210) + f'<path d="M90 120 H210" {LINE}/>' + plate)
    assert [item.role for item in boxes.scene.boxes] == ["box", "box", "plate"]


def test_pale_lines_in_a_row_are_a_grid() -> None:
    lines = "".join(f'<path d="M10 {y} H300" fill="none" stroke="#d8d1c7"/>' for y in (50, 90, 130))
    marks = reading(GROUND + lines).scene.primitives
    assert {mark.role for mark in marks} == {"gridline"}


def test_each_primitive_knows_its_line_and_column() -> None:
    found = reading(f"{GROUND}\n  <rect\n   x='10' width='80' height='40' {LINE}/>")
    (mark,) = found.scene.primitives
    assert found.position(mark.key) == (3, 3)
