"""What a history is painted with: dots on thin lines, words, plates for tags."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Path, Point, Rect, rounded_rect
from diagramkit.layout.gitgraph.placed import Lines, Placed, radius
from diagramkit.layout.gitgraph.routes import Route
from diagramkit.layout.gitgraph.steps import Edge
from diagramkit.layout.lines import write
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Paint, Primitive, Text
from diagramkit.theme.model import LineLook, Mode, Theme

CROSS, INNER = 3.0, 1.5
"""Half of the cross in a reverse commit, and the radius of the dot in a cherry-pick."""


class Pen:
    """Paints a placed history in the colours of a mode."""

    def __init__(self, placed: Placed, theme: Theme, mode: Mode) -> None:
        self.placed, self.theme, self.mode = placed, theme, mode

    def primitives(self) -> Iterator[Primitive]:
        """Lanes, lines, commits, tags, words."""
        for key, start, end in self.placed.guides:
            paint = Paint(NO_COLOR, self.mode.border, self.mode.group.stroke_width)
            yield Mark(key, "hairline", Path.polyline([start, end]), paint)
        # The critical path is painted over what it crosses.
        edges = [self._connector(route) for route in self.placed.routes]
        yield from sorted(edges, key=lambda edge: edge.role == "accent-edge")
        for number in range(len(self.placed.commits)):
            yield self._commit(number)
        yield from (self._tag(key, rect) for key, rect in self.placed.tags)
        for lines in self.placed.branches:
            yield from write(
                lines.key, "branch", lines.label, lines.top, self.mode.text, anchor=lines.anchor
            )
        for lines in self.placed.labels:
            yield from self._words(lines)

    def _connector(self, route: Route) -> Connector:
        keys, edge = self.placed.keys, route.edge
        look, role = self._line(edge)
        dash = tuple(self.theme.edge.dash) if edge.picked else ()
        return Connector(
            f"edge:{keys[edge.parent]}->{keys[edge.child]}:{route.part}", role,
            f"node:{keys[edge.parent]}" if route.starts else "",
            f"node:{keys[edge.child]}" if route.ends else "",
            tuple(route.points), Paint(NO_COLOR, look.stroke, look.stroke_width, dash),
            self.theme.edge.radius,
        )  # fmt: skip

    def _line(self, edge: Edge) -> tuple[LineLook, str]:
        """The look of an edge and its role: accent between two commits of the critical path."""
        edges = self.mode.edges
        if {edge.parent, edge.child} <= self.placed.critical:
            return edges.accent, "accent-edge"
        return (edges.dashed, "dashed-edge") if edge.picked else (edges.main, "main-edge")

    def _commit(self, number: int) -> Box:
        commit, center = self.placed.commits[number], self.placed.centers[number]
        is_critical = number in self.placed.critical
        look = self.mode.edges.accent if is_critical else self.mode.edges.main
        size = radius(commit)
        rect = Rect(center.x - size, center.y - size, 2 * size, 2 * size)
        details: tuple[Path, ...] = ()
        if commit.look == "reverse":
            details = _cross(center)
        elif commit.look == "cherry_pick":
            inner = Rect(center.x, center.y, 0, 0).grown(INNER)
            details = (rounded_rect(inner, INNER),)
        is_solid = commit.look in ("normal", "highlight")
        ground = look.stroke if is_solid else self.mode.canvas
        paint = Paint(ground, look.stroke, look.stroke_width)
        outline = rounded_rect(rect, 2.0 if commit.look == "highlight" else size)
        role = f"{'accent' if is_critical else 'commit'}-{'dot' if is_solid else 'ring'}"
        key = f"node:{self.placed.keys[number]}"
        return Box(key, role, rect, paint, 0, outline, details)

    def _tag(self, key: str, rect: Rect) -> Box:
        look = self.mode.roles.secondary
        paint = Paint(self.mode.panel, self.mode.border, look.stroke_width)
        return Box(key, "tag", rect, paint, self.theme.box.note_radius)

    def _words(self, lines: Lines) -> Iterator[Text | Mark]:
        color = self.mode.label if lines.quiet else self.mode.text
        role = "tag-text" if lines.home else "label-quiet" if lines.quiet else "label"
        key = f"text:{lines.key}" if lines.home else lines.key
        return write(
            key, role, lines.label, lines.top, color, anchor=lines.anchor, owner=lines.home
        )


def _cross(center: Point) -> tuple[Path, ...]:
    return tuple(
        Path.polyline([center.moved(-CROSS, -CROSS * turn), center.moved(CROSS, CROSS * turn)])
        for turn in (1, -1)
    )
