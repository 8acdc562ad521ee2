"""Lines between parts in frames and stages, beside the borders and rules of those."""

from __future__ import annotations

from diagramkit import load_theme
from diagramkit.figure import Box, Column, Figure, Row, Stage
from diagramkit.geometry import alongside, segments
from diagramkit.layout.figure import place

THEME = load_theme("editorial")
APART = 8.0


def nearest(figure: Figure) -> float:
    """How near a line comes to a border or a rule that it runs along."""
    placed = place(figure, THEME)
    borders = [line for node in placed.top.walk() for line in node.borders]
    gaps = [
        side.gap
        for wire in placed.wires
        for a, b in segments(wire.points)
        for c, d in borders
        if (side := alongside(a, b, c, d)) and side.length > 2
    ]
    return min(gaps, default=1000.0)


def test_lines_out_of_a_frame_keep_off_its_borders() -> None:
    host = Box("Host", column=[Box("App"), Box("Driver"), Box("Buffers")])
    device = Box("Device", column=[Box("Queue"), Box("Engine"), Box("HBM")])
    below = Row(Box("Archive"), Box("Delete"))
    links = ["app -> hbm", "queue -> delete"]
    figure = Figure(Column(Row(host, device), below), title="T", desc="D", connect=links)
    assert nearest(figure) >= APART


def test_lines_between_stages_keep_off_their_rules() -> None:
    first = Stage("First", row=[Box("A"), Box("B"), Box("C")])
    second = Stage("Second", row=[Box("D"), Box("E"), Box("F")])
    links = ["a -> f", "c -> d", "b -> f"]
    figure = Figure(Column(first, second), title="T", desc="D", connect=links)
    assert nearest(figure) >= APART
