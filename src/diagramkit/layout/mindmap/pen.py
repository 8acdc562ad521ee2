"""What a mind map is painted with: boxes, words over lines, the lines between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.graph import shapes
from diagramkit.layout.graph.heads import onto_outline
from diagramkit.layout.lines import write
from diagramkit.layout.mindmap.outline import INSET
from diagramkit.layout.mindmap.tidy import HALF, Placed
from diagramkit.layout.mindmap.topics import UNDER, Topic
from diagramkit.layout.words import line_texts
from diagramkit.scene import NO_COLOR, Anchor, Box, Connector, Mark, Paint, Primitive
from diagramkit.theme.model import LineLook, Mode, Theme


class Pen:
    """Paints placed topics in the colours of a mode.

    `underlined` says whether lines run on below the words that they lead to. Topics left of
    `middle` are words that end at the line instead of beginning there.
    """

    def __init__(
        self,
        topics: Sequence[Topic],
        placed: Placed,
        theme: Theme,
        mode: Mode,
        *,
        underlined: bool,
    ) -> None:
        self.topics, self.placed = topics, placed
        self.theme, self.mode, self.underlined = theme, mode, underlined

    def primitives(self) -> Iterator[Primitive]:
        """Lines, then topics with their words."""
        # The critical path is painted over what it shares its way with.
        lines = [self._connector(place) for place in self.placed.routes]
        yield from sorted(lines, key=lambda line: line.role == "accent-edge")
        for place, topic in enumerate(self.topics):
            yield from self._box(place) if topic.is_box else self._words(place)

    def _connector(self, place: int) -> Connector:
        topic = self.topics[place]
        parent = topic.node.parent or 0
        look, role = self._line(place)
        key = f"edge:{self.topics[parent].key}->{topic.key}:0"
        return Connector(
            key, f"{role}-edge", f"node:{self.topics[parent].key}", f"node:{topic.key}",
            self._led(place, parent), Paint(NO_COLOR, look.stroke, look.stroke_width),
            self.theme.edge.radius,
        )  # fmt: skip

    def _led(self, place: int, parent: int) -> tuple[Point, ...]:
        """The way into a topic, from outline to outline."""
        points = list(self.placed.routes[place])
        for topic in (place, parent):
            if outline := self._outline(topic):
                points = onto_outline(points, outline.flattened())
            points.reverse()
        return tuple(points)

    def _outline(self, place: int) -> Path | None:
        topic, rect = self.topics[place], self.placed.rects[place]
        return shapes.outline(topic.shape, rect, topic.label.size, self.theme)

    def _line(self, place: int) -> tuple[LineLook, str]:
        """The look of the line into a topic, and its role: accent lines lead from accent to
        accent, main lines from the root to its branches."""
        topic, edges = self.topics[place], self.mode.edges
        if topic.role == self.topics[topic.node.parent or 0].role == "accent":
            return edges.accent, "accent"
        return (edges.main, "main") if topic.depth == 1 else (edges.side, "side")

    def _box(self, place: int) -> Iterator[Primitive]:
        topic, rect = self.topics[place], self.placed.rects[place]
        role = topic.role
        look = self.mode.box(role)
        radius = self.theme.box.note_radius if role == "note" else self.theme.box.radius
        yield Box(
            f"node:{topic.key}", role, rect, Paint(look.fill, look.stroke, look.stroke_width),
            radius, self._outline(place),
        )  # fmt: skip
        lines = zip(topic.label.lines, topic.label.baselines(rect.center.y), strict=True)
        for index, (line, y) in enumerate(lines):
            kind = "text" if line.kind == role else line.kind
            color = look.muted if line.kind == "body" else look.text
            name, owner = f"text:{topic.key}:{index}", f"node:{topic.key}"
            yield from line_texts(
                name, f"{role}-{kind}", line, rect.center.x, y, color, owner=owner
            )

    def _words(self, place: int) -> Iterator[Primitive]:
        topic, rect = self.topics[place], self.placed.rects[place]
        yield Box(f"node:{topic.key}", "topic", rect, Paint())
        if self.underlined:
            yield self._underline(place, rect)
        anchor, x = self._side(place, rect)
        if not topic.label.lines:
            return
        top = rect.bottom - UNDER - topic.label.ink_height
        yield from write(
            f"text:{topic.key}", "topic-text", topic.label, Point(x, top), self.mode.text,
            anchor=anchor, owner=f"node:{topic.key}",
        )  # fmt: skip

    def _underline(self, place: int, rect: Rect) -> Mark:
        look, role = self._line(place)
        y = rect.bottom + HALF
        line = Path.polyline([Point(rect.x, y), Point(rect.right + HALF, y)])
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
        return Mark(f"line:{self.topics[place].key}", f"{role}-line", line, paint)

    def _side(self, place: int, rect: Rect) -> tuple[Anchor, float]:
        """Words stand at the end of their line that is nearer to the root."""
        if not self.underlined:
            return "start", rect.x + INSET
        is_left = self.placed.routes[place][-1].x > rect.center.x
        return ("end", rect.right) if is_left else ("start", rect.x)
