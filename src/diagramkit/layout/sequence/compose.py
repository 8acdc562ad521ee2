"""A placed sequence diagram in the paints of a mode: the scene."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Command, Path, Point, Rect
from diagramkit.layout import NodeRole
from diagramkit.layout.sequence import people
from diagramkit.layout.sequence.filling import plate_width
from diagramkit.layout.sequence.messages import Messages
from diagramkit.layout.sequence.page import Group, Page
from diagramkit.layout.sequence.plan import Remark, Span
from diagramkit.layout.sequence.texts import Texts
from diagramkit.layout.sequence.tints import plain_color
from diagramkit.layout.words import CAP_HEIGHT
from diagramkit.scene import NO_COLOR, Box, Mark, Paint, Primitive, Text
from diagramkit.theme.model import Mode, Theme

ABOVE, BELOW, BESIDE = 4.0, 6.0, 4.0
"""What a life line leaves free above, below and beside words over it, in user units."""
_OVER_LIVES = frozenset(("message-label", "reply-label", "accent-label", "guard"))
"""The roles of words that may stand over life lines; notes hide what is behind them."""


class Composer:
    """Turns a placed diagram into primitives, in paint order.

    `role` is that of the participants; with `source_colors` frames keep the fill that the source
    gives them.
    """

    def __init__(
        self, page: Page, theme: Theme, mode: Mode, role: NodeRole, source_colors: bool
    ) -> None:
        self.page, self.theme, self.mode, self.role = page, theme, mode, role
        self.plan, self.source_colors = page.room.plan, source_colors
        self.people = self.plan.sequence.participants
        self.groups = {place: group.key for group in page.groups for place in group.members}

    def primitives(self) -> tuple[Primitive, ...]:
        """Frames, life lines, messages, bars, boxes, then words."""
        framed = [span for span in self.plan.spans if span.guards]
        messages = Messages(self.page, self.theme, self.mode)
        texts = tuple(Texts(self.page, self.mode, self.role).all())
        words = (text for text in texts if isinstance(text, Text) and text.role in _OVER_LIVES)
        over = [(text.rect, text) for text in words]
        return (
            *(self._span(span) for span in self.plan.spans if not span.guards),
            *map(self._group, self.page.groups),
            *(self._life_line(place, over) for place in range(len(self.people))),
            *map(self._span, framed),
            *(rule for span in framed for rule in self._rules(span)),
            *messages.lines(),
            *messages.marks(),
            *self._heads(),
            *map(self._note, self.plan.remarks),
            *map(self._tag, framed),
            *texts,
        )

    def _life_line(self, place: int, over: list[tuple[Rect, Text]]) -> Mark:
        tokens = self.theme.sequence
        paint = Paint(NO_COLOR, self.mode.muted, tokens.life, tuple(tokens.life_dash))
        path = _interrupted(*self.page.life(place), over)
        return Mark(f"life:{self.people[place].id}", "life-line", path, paint)

    def _span(self, span: Span) -> Box:
        """The frame of a fragment; a `rect` is filled, so that it lies below the life lines."""
        look = self.mode.group
        fill = look.fill
        if not span.guards:
            fill = self._fill(span.fragment.fill, self.mode.panel)
        return Box(
            span.key,
            "group" if span.guards else "tint",
            span.rect,
            Paint(fill, look.stroke, look.stroke_width),
            self.theme.box.radius,
            owner=span.parent.key if span.parent else "",
        )

    def _fill(self, source: str, fill: str) -> str:
        """The colour of the source if it is asked for and known, else that of the theme."""
        return plain_color(source, self.mode.canvas) or fill if self.source_colors else fill

    def _rules(self, span: Span) -> Iterator[Mark]:
        look = self.mode.group
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width, tuple(self.theme.edge.dash))
        for number, y in enumerate(span.rules[1:], 1):
            path = Path.polyline([Point(span.rect.x, y), Point(span.rect.right, y)])
            yield Mark(f"rule:{span.key}:{number}", "section", path, paint)

    def _group(self, group: Group) -> Box:
        look = self.mode.group
        paint = Paint(self._fill(group.fill, look.fill), look.stroke, look.stroke_width)
        return Box(group.key, "group", group.rect, paint, self.theme.box.group_radius)

    def _heads(self) -> Iterator[Box]:
        for place in range(len(self.people)):
            birth = self.plan.births.get(place)
            owner = self.groups.get(place, "")
            if birth:
                owner = birth.span.key if birth.span else ""
            yield self._head(place, "node", self.page.head(place), owner)
            if foot := self.page.foot(place):
                yield self._head(place, "foot", foot, "")

    def _head(self, place: int, prefix: str, rect: Rect, owner: str) -> Box:
        person, theme = self.people[place], self.theme
        look = self.mode.box(self.role)
        words = self.page.columns.names[place].size
        return Box(
            f"{prefix}:{person.id}",
            self.role,
            rect,
            Paint(look.fill, look.stroke, look.stroke_width),
            people.radius(person.type, theme),
            people.outline(person.type, rect, words, theme),
            people.details(person.type, rect, theme),
            owner,
            person.links[0][1] if person.links else "",
        )

    def _note(self, remark: Remark) -> Box:
        """A note: a quiet plate, which hides the life lines behind it."""
        look = self.mode.group
        return Box(
            remark.key,
            "note",
            remark.rect,
            Paint(self.mode.panel, look.stroke, look.stroke_width),
            self.theme.box.note_radius,
            owner=remark.span.key if remark.span else "",
        )

    def _tag(self, span: Span) -> Box:
        """The plate in the corner of a fragment: two of its sides lie on the frame."""
        look, r = self.mode.group, self.theme.box.radius
        rect = Rect(*span.rect[:2], plate_width(span), self.theme.sequence.tag)
        x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        outline = Path(
            (
                ("M", x, bottom),
                ("L", x, y + r),
                ("A", r, r, 0, 0, 1, x + r, y),
                ("L", right, y),
                ("L", right, bottom - r),
                ("A", r, r, 0, 0, 1, right - r, bottom),
                ("Z",),
            )
        )
        paint = Paint(self.mode.panel, look.stroke, look.stroke_width)
        return Box(f"tag:{span.key}", "tag", rect, paint, 0.0, outline, owner=span.key)


def _interrupted(top: Point, bottom: Point, over: list[tuple[Rect, Text]]) -> Path:
    """A life line, with gaps behind the lines of words that stand over it."""
    x = top.x
    gaps = sorted(
        (text.y - CAP_HEIGHT * text.size - ABOVE, text.y + BELOW)
        for rect, text in over
        if rect.x - BESIDE < x < rect.right + BESIDE
    )
    commands: list[Command] = [("M", *top)]
    reached = top.y
    for first, last in gaps:
        if last <= reached or first >= bottom.y:
            continue
        if first > reached:
            commands.append(("L", x, first))
        else:
            commands.pop()
        reached = min(bottom.y, last)
        commands.append(("M", x, reached))
    return Path((*commands, ("L", *bottom)))
