"""Messages as lines with heads, and what they meet: bars, rings, heads, the ends of lives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from diagramkit.geometry import Path, Point
from diagramkit.layout.sequence.bars import seen
from diagramkit.layout.sequence.page import Page
from diagramkit.layout.sequence.plan import Arrow
from diagramkit.layout.sequence.tips import circle, cross, tip
from diagramkit.scene import NO_COLOR, Connector, Mark, Paint
from diagramkit.theme.model import Mode, Theme

Role = Literal["main", "dashed", "accent"]
RING, CROSS = 4.0, 6.0
"""The radius of a ring on a life line, and the reach of the cross that ends one."""


class Meeting(NamedTuple):
    """The key of what a message meets, and the point on its border."""

    key: str
    at: Point


class Messages:
    """Paints the messages of a placed diagram."""

    def __init__(self, page: Page, theme: Theme, mode: Mode) -> None:
        self.page, self.theme, self.mode, self.room = page, theme, mode, page.room
        self.plan, self.x = page.room.plan, page.columns.x
        self.names = [person.id for person in self.plan.sequence.participants]

    def lines(self) -> list[Connector]:
        """Every message; the critical path is painted over what it crosses."""
        lines = [self._line(arrow) for arrow in self.plan.arrows]
        return sorted(lines, key=lambda line: line.role == "accent-edge")

    def marks(self) -> Iterator[Mark]:
        """Bars, then rings and the crosses where lives end."""
        tokens, look = self.theme.sequence, self.mode.edges.main
        bar = Paint(self.mode.canvas, look.stroke, tokens.bar_stroke)
        outlines = seen([rect for _, rect in self.page.bars])
        for (activation, _), outline in zip(self.page.bars, outlines, strict=True):
            yield Mark(activation.key, "bar", outline, bar)
        for arrow in self.plan.arrows:
            for end, central in enumerate(arrow.message.central):
                # A message that makes its target ends at the head, not on the life line.
                if central and not (end and arrow.made == arrow.target):
                    yield Mark(f"ring:{arrow.key}:{end}", "ring", self._ring(arrow, end), bar)
        end_of_life = Paint(NO_COLOR, look.stroke, look.stroke_width)
        for place in self.plan.deaths:
            at = self.page.life(place)[1]
            yield Mark(f"end:{self.names[place]}", "end", cross(at, CROSS), end_of_life)

    def _ring(self, arrow: Arrow, end: int) -> Path:
        x = self.x[arrow.target if end else arrow.source]
        return circle(Point(x, arrow.bottom if end else arrow.y), RING)

    def _line(self, arrow: Arrow) -> Connector:
        message, tokens = arrow.message, self.theme.edge
        role = _role(arrow)
        look = getattr(self.mode.edges, role)
        dash = tuple(tokens.dash) if message.line == "dotted" else ()
        size = tokens.head.accent if role == "accent" else tokens.head.main
        forward = 1 if arrow.target >= arrow.source and not arrow.is_left else -1
        start, end = self._meeting(arrow, 0, forward), self._meeting(arrow, 1, -forward)
        if arrow.is_loop:
            end = self._meeting(arrow, 1, forward)
        last = tip(
            message.head, end.at, -forward if arrow.is_loop else forward, size, tokens.tip_gap
        )
        first = tip(message.tail, start.at, -forward, size, tokens.tip_gap)
        points = [first.stop, *self._corners(arrow), last.stop]
        return Connector(
            f"edge:{arrow.key}",
            f"{role}-edge",
            start.key,
            end.key,
            tuple(points),
            Paint(NO_COLOR, look.stroke, look.stroke_width, dash),
            tokens.radius,
            tuple(each.head for each in (first, last) if each.head),
        )

    def _corners(self, arrow: Arrow) -> list[Point]:
        if not arrow.is_loop:
            return []
        depth = max(arrow.starts_in.depth, arrow.ends_in.depth)
        loop, x = self.room.theme.sequence.loop[0], self.x[arrow.source]
        x += -self.room.left(depth) - loop if arrow.is_left else self.room.right(depth) + loop
        return [Point(x, arrow.y), Point(x, arrow.bottom)]

    def _meeting(self, arrow: Arrow, end: int, side: int) -> Meeting:
        """What a message meets at its start (0) or end (1), on the left (-1) or right (1) of a
        life line: of all that stands there what reaches farthest out."""
        place = arrow.target if end else arrow.source
        bars = arrow.ends_in if end else arrow.starts_in
        name, by = self.names[place], 0.0
        key = f"life:{name}"
        if bars.lowest and bars.highest:
            key = (bars.highest if side > 0 else bars.lowest).key
            by = self.room.right(bars.depth) if side > 0 else self.room.left(bars.depth)
        if arrow.message.central[end] and by <= RING:
            key, by = f"ring:{arrow.key}:{end}", RING
        ends_here = place in arrow.ended and (end or not arrow.is_loop)
        if ends_here and by <= CROSS:
            key, by = f"end:{name}", CROSS
        if arrow.made == place:
            key, by = f"node:{name}", self.page.columns.heads[place].width / 2
        return Meeting(key, Point(self.x[place] + side * by, arrow.bottom if end else arrow.y))


def _role(arrow: Arrow) -> Role:
    if arrow.message.is_critical:
        return "accent"
    return "dashed" if arrow.message.line == "dotted" else "main"
