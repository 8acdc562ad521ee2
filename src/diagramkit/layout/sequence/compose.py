"""A placed sequence diagram in the paints of a mode: the scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout import NodeRole
from diagramkit.layout.graph import shapes
from diagramkit.layout.graph.label import CAP_HEIGHT, Label
from diagramkit.layout.sequence.columns import SHAPES
from diagramkit.layout.sequence.filling import TAG_PADDING, lane_edges, tag_width
from diagramkit.layout.sequence.needs import NUMBER_GAP, Reach, guard_room, loop_room
from diagramkit.layout.sequence.page import Group, Page
from diagramkit.layout.sequence.plan import Arrow, Remark, Span
from diagramkit.layout.sequence.tips import circle, cross, tip
from diagramkit.mermaid.kinds.sequence.model import ParticipantType
from diagramkit.scene import NO_COLOR, Anchor, Box, Connector, Mark, Paint, Primitive, Text
from diagramkit.theme.model import Mode, Theme

CIRCLE, CROSS = 4.0, 6.0


class Composer:
    """Turns a placed diagram into primitives, in paint order."""

    def __init__(self, page: Page, theme: Theme, mode: Mode, role: NodeRole) -> None:
        self.page, self.plan, self.columns = page, page.plan, page.columns
        self.theme, self.mode, self.role = theme, mode, role
        self.tokens, self.reach = theme.sequence, Reach(theme)
        self.people = page.plan.sequence.participants
        self.owners = {place: group.key for group in page.groups for place in group.members}

    def primitives(self) -> tuple[Primitive, ...]:
        """Frames, life lines, messages, bars, boxes, then words."""
        plan = self.plan
        tinted = [span for span in plan.spans if not span.guards]
        framed = [span for span in plan.spans if span.guards]
        lines = [self._message(arrow) for arrow in plan.arrows]
        # The critical path is painted over what it crosses.
        lines.sort(key=lambda line: line.role == "accent-edge")
        return (
            *map(self._span, tinted),
            *map(self._group, self.page.groups),
            *map(self._life_line, range(len(self.people))),
            *map(self._span, framed),
            *(rule for span in framed for rule in self._rules(span)),
            *lines,
            *self._bars(),
            *self._ends(),
            *self._heads(),
            *map(self._note, plan.remarks),
            *map(self._tag, framed),
            *self._words(),
        )

    def _life_line(self, place: int) -> Mark:
        x, top, end = self.columns.x[place], self.page.tops[place], self.page.ends[place]
        paint = Paint(NO_COLOR, self.mode.muted, self.tokens.life, tuple(self.tokens.life_dash))
        path = Path.polyline([Point(x, top), Point(x, end)])
        return Mark(f"life:{self.people[place].id}", "life-line", path, paint)

    def _span(self, span: Span) -> Box:
        look = self.mode.group
        fill = look.fill if span.guards else self.mode.panel
        paint = Paint(fill, look.stroke, look.stroke_width)
        return Box(
            span.key,
            "group" if span.guards else "tint",
            span.rect,
            paint,
            self.theme.box.radius,
            owner=span.parent.key if span.parent else "",
        )

    def _rules(self, span: Span) -> Iterator[Mark]:
        look = self.mode.group
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width, tuple(self.theme.edge.dash))
        for number, y in enumerate(span.rules[1:], 1):
            path = Path.polyline([Point(span.rect.x, y), Point(span.rect.right, y)])
            yield Mark(f"rule:{span.key}:{number}", "section", path, paint)

    def _group(self, group: Group) -> Box:
        look = self.mode.group
        paint = Paint(look.fill, look.stroke, look.stroke_width)
        return Box(group.key, "group", group.rect, paint, self.theme.box.group_radius)

    def _message(self, arrow: Arrow) -> Connector:
        message, tokens = arrow.message, self.theme.edge
        role = "accent" if message.is_critical else "main"
        if message.line == "dotted" and not message.is_critical:
            role = "dashed"
        look = getattr(self.mode.edges, role)
        dash = tuple(tokens.dash) if message.line == "dotted" else ()
        size = getattr(tokens.head, "accent" if role == "accent" else "main")
        start, end, forward = self._ends_of(arrow)
        first = tip(message.tail, start, -1 if arrow.is_loop else -forward, size, tokens.tip_gap)
        last = tip(message.head, end, -1 if arrow.is_loop else forward, size, tokens.tip_gap)
        points = [first.stop, last.stop]
        if arrow.is_loop:
            depth = max(arrow.starts_in, arrow.ends_in)
            right = self.columns.x[arrow.source] + self.reach.right(depth) + self.tokens.loop[0]
            points[1:1] = [Point(right, start.y), Point(right, end.y)]
        return Connector(
            f"edge:{arrow.key}",
            f"{role}-edge",
            self._meets(arrow, arrow.source),
            self._meets(arrow, arrow.target),
            tuple(points),
            Paint(NO_COLOR, look.stroke, look.stroke_width, dash),
            tokens.radius,
            tuple(each.head for each in (first, last) if each.head),
        )

    def _meets(self, arrow: Arrow, place: int) -> str:
        """The key of what a message begins or ends at: a life line, or the head that it makes."""
        return f"{'node' if arrow.made == place else 'life'}:{self.people[place].id}"

    def _ends_of(self, arrow: Arrow) -> tuple[Point, Point, int]:
        """Where a message begins and ends, and whether it goes right (1) or left (-1)."""
        forward = 1 if arrow.target >= arrow.source else -1
        start = self._side(arrow, arrow.source, arrow.starts_in, 0, forward)
        back = 1 if arrow.is_loop else -forward
        end = self._side(arrow, arrow.target, arrow.ends_in, 1, back)
        return Point(start, arrow.y), Point(end, arrow.bottom), forward

    def _side(self, arrow: Arrow, place: int, depth: int, which: int, side: int) -> float:
        """The border that a message meets on the left (-1) or the right (1) of a life line."""
        by = self.reach.right(depth) if side > 0 else self.reach.left(depth)
        if arrow.message.central[which]:
            by = max(by, CIRCLE)
        if place in arrow.ended:
            by = max(by, CROSS)
        if arrow.made == place:
            by = self.columns.heads[place].width / 2
        return self.columns.x[place] + side * by

    def _bars(self) -> Iterator[Mark]:
        paint = Paint(self.mode.canvas, self.mode.line, self.tokens.bar_stroke)
        counts: dict[int, int] = {}
        for bar, rect in self.page.bars:
            number = counts.get(bar.participant, 0)
            counts[bar.participant] = number + 1
            key = f"bar:{self.people[bar.participant].id}:{number}"
            yield Mark(key, "bar", Path.polygon(rect.corners), paint)

    def _ends(self) -> Iterator[Mark]:
        """Rings where messages meet the middle of a life line, crosses where one ends."""
        look = self.mode.edges.main
        ring = Paint(self.mode.canvas, look.stroke, self.tokens.bar_stroke)
        for arrow in self.plan.arrows:
            ends = ((arrow.source, arrow.y), (arrow.target, arrow.bottom))
            for number, (place, y) in enumerate(ends):
                if arrow.message.central[number]:
                    path = circle(Point(self.columns.x[place], y), CIRCLE)
                    yield Mark(f"ring:{arrow.key}:{number}", "ring", path, ring)
        for place in self.plan.deaths:
            at = Point(self.columns.x[place], self.page.ends[place])
            paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
            yield Mark(f"end:{self.people[place].id}", "end", cross(at, CROSS), paint)

    def _heads(self) -> Iterator[Box]:
        for place in range(len(self.people)):
            yield self._head(place, "node", self.page.head(place))
        if self.page.foot is not None:
            for place in range(len(self.people)):
                if place not in self.plan.deaths:
                    yield self._head(place, "foot", self._foot(place, self.page.foot))

    def _foot(self, place: int, middle: float) -> Rect:
        """The second box of a participant; its top is where the life line ends."""
        size = self.columns.heads[place]
        center = Point(self.columns.x[place], self.page.ends[place] + size.height / 2)
        return Rect.around(center, size)

    def _head(self, place: int, prefix: str, rect: Rect) -> Box:
        person, look = self.people[place], getattr(self.mode.roles, self.role)
        birth = self.plan.births.get(place)
        owner = ""
        if prefix == "node":
            owner = self.owners.get(place, "")
        if prefix == "node" and birth:
            owner = birth.span.key if birth.span else ""
        shape, words = SHAPES.get(person.type), self.columns.names[place].size
        return Box(
            f"{prefix}:{person.id}",
            self.role,
            rect,
            Paint(look.fill, look.stroke, look.stroke_width),
            self._radius(person.type),
            shapes.outline(shape, rect, words, self.theme),
            shapes.details(shape, rect, self.theme),
            owner,
            person.links[0][1] if person.links else "",
        )

    def _radius(self, kind: ParticipantType) -> float:
        """People have round boxes."""
        return self.theme.box.min_height / 2 if kind == "actor" else self.theme.box.radius

    def _note(self, remark: Remark) -> Box:
        look = self.mode.roles.note
        fill = self.mode.canvas if look.fill == NO_COLOR else look.fill
        return Box(
            remark.key,
            "note",
            remark.rect,
            Paint(fill, look.stroke, look.stroke_width),
            self.theme.box.note_radius,
            owner=remark.span.key if remark.span else "",
        )

    def _tag(self, span: Span) -> Box:
        """The plate in the corner of a fragment: two of its sides lie on the frame."""
        look, r = self.mode.group, self.theme.box.radius
        x, y, right, bottom = *span.rect[:2], span.rect.x + tag_width(span), 0.0
        bottom = y + self.tokens.tag
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
        rect = Rect(x, y, right - x, bottom - y)
        paint = Paint(self.mode.panel, look.stroke, look.stroke_width)
        return Box(f"tag:{span.key}", "tag", rect, paint, 0.0, outline, owner=span.key)

    def _words(self) -> Iterator[Text]:
        for group in self.page.groups:
            yield from self._group_title(group)
        for place in range(len(self.people)):
            yield from self._name(place, "text", "node", self.page.head(place))
            if self.page.foot is not None and place not in self.plan.deaths:
                rect = self._foot(place, self.page.foot)
                yield from self._name(place, "foot-text", "foot", rect)
        for span in self.plan.spans:
            if span.guards:
                yield from self._fragment_words(span)
        for remark in self.plan.remarks:
            yield from self._note_words(remark)
        for arrow in self.plan.arrows:
            yield from self._message_words(arrow)

    def _name(self, place: int, prefix: str, owner: str, rect: Rect) -> Iterator[Text]:
        person, label = self.people[place], self.columns.names[place]
        look = getattr(self.mode.roles, self.role)
        middle = rect.center.y + shapes.shift(SHAPES.get(person.type), self.theme)
        for number, y in enumerate(label.baselines(middle)):
            kind = label.lines[number].kind
            yield self._line(
                f"{prefix}:{person.id}:{number}",
                f"{self.role}-{kind}",
                label,
                number,
                Point(rect.center.x, y),
                look.muted if kind == "body" else look.text,
                owner=f"{owner}:{person.id}",
                link=person.links[0][1] if person.links else "",
            )

    def _group_title(self, group: Group) -> Iterator[Text]:
        padding = self.theme.box.padding_x
        top = group.rect.y + (self.theme.spacing.group_header - self.theme.type.group.line) / 2
        left = group.rect.x + padding
        yield from self._block(
            f"title:{group.key}",
            "group-title",
            group.title,
            Point(left, top),
            self.mode.group.text,
            group.key,
        )

    def _fragment_words(self, span: Span) -> Iterator[Text]:
        first = self.columns.x[span.first]
        tag = tag_width(span)
        guard = first + guard_room(self.plan, self.theme, self.reach, span)
        left = max(guard, span.rect.x + tag + TAG_PADDING)
        rise = (self.tokens.tag - self.theme.type.group.line) / 2
        yield from self._block(
            f"text:{span.key}",
            "tag-text",
            span.tag,
            Point(span.rect.x + TAG_PADDING, span.rect.y + rise),
            self.mode.text,
            f"tag:{span.key}",
        )
        for number, (words, y) in enumerate(zip(span.guards, span.rules, strict=True)):
            # A frame that has to stay near its life line has no room left of it.
            if number and tag <= span.left:
                yield from self._block(
                    f"section:{span.key}:{number}",
                    "section-text",
                    span.section,
                    Point(span.rect.x + TAG_PADDING, y + rise),
                    self.mode.muted,
                    span.key,
                )
            yield from self._block(
                f"guard:{span.key}:{number}",
                "guard",
                words,
                Point(left, y + rise),
                self.mode.muted,
                span.key,
            )

    def _note_words(self, remark: Remark) -> Iterator[Text]:
        room = (remark.rect.height - remark.words.size.height) / 2
        yield from self._block(
            f"text:{remark.key}",
            "note-text",
            remark.words,
            Point(remark.rect.x + self.theme.box.padding_x, remark.rect.y + room),
            self.mode.roles.note.text,
            remark.key,
        )

    def _message_words(self, arrow: Arrow) -> Iterator[Text]:
        label, message = arrow.words, arrow.message
        if not label.lines and not arrow.number.lines:
            return
        number = arrow.number.size.width + NUMBER_GAP if arrow.number.lines else 0.0
        size = Size(label.size.width + number, max(label.size.height, self.theme.type.label.line))
        left, last = self._label_place(arrow, size)
        role = "accent" if message.is_critical else "reply" if message.line == "dotted" else "words"
        color = self.mode.muted if role == "reply" else self.mode.text
        baseline = last - sum(line.rise for line in label.lines[1:])
        if arrow.number.lines:
            at = Point(left, baseline)
            yield self._line(
                f"number:{arrow.key}",
                "number",
                arrow.number,
                0,
                at,
                self.mode.muted,
                "start",
                f"edge:{arrow.key}",
            )
        is_set_left = bool(number) or arrow.is_loop
        x = left + number if is_set_left else left + size.width / 2
        for place, line in enumerate(label.lines):
            baseline += line.rise if place else 0.0
            yield self._line(
                f"label:{arrow.key}:{place}",
                f"{role}-label",
                label,
                place,
                Point(x, baseline),
                color,
                "start" if is_set_left else "middle",
                f"edge:{arrow.key}",
            )

    def _label_place(self, arrow: Arrow, size: Size) -> tuple[float, float]:
        """The left side of a message's words and the baseline of the last line."""
        if arrow.is_loop:
            x = self.columns.x[arrow.source]
            left = x + loop_room(self.plan, self.theme, self.reach, arrow)
            middle = (arrow.y + arrow.bottom) / 2
            baselines = arrow.words.baselines(middle) or [middle + CAP_HEIGHT * 6]
            return left, baselines[-1]
        left, right = lane_edges(self.plan, self.theme, self.columns, self.reach, arrow)
        middle = (left + right) / 2
        return round(2 * (middle - size.width / 2)) / 2, arrow.y - self.tokens.label_rise

    def _block(
        self, key: str, role: str, label: Label, at: Point, color: str, owner: str
    ) -> Iterator[Text]:
        """Lines set left, below the top of a block at `at`."""
        y = at.y
        for place, line in enumerate(label.lines):
            # Capitals stand in the middle of their line.
            baseline = y + (line.rise + CAP_HEIGHT * line.style.size) / 2
            yield self._line(
                f"{key}:{place}", role, label, place, Point(at.x, baseline), color, "start", owner
            )
            y += line.rise

    def _line(
        self,
        key: str,
        role: str,
        label: Label,
        place: int,
        at: Point,
        color: str,
        anchor: Anchor = "middle",
        owner: str = "",
        link: str = "",
    ) -> Text:
        line = label.lines[place]
        return Text(
            key,
            role,
            line.text,
            at.x,
            at.y,
            line.width,
            line.style.size,
            line.style.weight,
            color,
            line.style.families,
            anchor,
            owner,
            link=link,
        )


def mode_of(theme: Theme, name: Literal["light", "dark"]) -> Mode:
    """The colours of a mode."""
    return theme.dark if name == "dark" else theme.light
