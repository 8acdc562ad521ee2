"""All words of a placed sequence diagram, painted in a mode."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Point, Rect
from diagramkit.layout import NodeRole
from diagramkit.layout.sequence import people
from diagramkit.layout.sequence.filling import middle, plate_width
from diagramkit.layout.sequence.page import Group, Page
from diagramkit.layout.sequence.plan import Arrow, Remark, Span
from diagramkit.layout.sequence.room import NUMBER_GAP, TAG_PADDING
from diagramkit.layout.words import CAP_HEIGHT, Label, line_texts
from diagramkit.scene import Anchor, Mark, Text
from diagramkit.theme.model import Mode


class Texts:
    """Paints the words of participants, fragments, notes and messages."""

    def __init__(self, page: Page, mode: Mode, role: NodeRole) -> None:
        self.page, self.mode, self.role, self.room = page, mode, role, page.room
        self.plan, self.theme, self.columns = page.room.plan, page.room.theme, page.columns

    def all(self) -> Iterator[Text | Mark]:
        """Every line of words."""
        for group in self.page.groups:
            yield from self._title(group)
        for place in range(len(self.columns.x)):
            yield from self._name(place, "text", "node", self.page.head(place))
            if foot := self.page.foot(place):
                yield from self._name(place, "foot-text", "foot", foot)
        for span in self.plan.spans:
            if span.guards:
                yield from self._fragment(span)
        for remark in self.plan.remarks:
            yield from self._note(remark)
        for arrow in self.plan.arrows:
            yield from self._message(arrow)

    def _name(self, place: int, prefix: str, owner: str, rect: Rect) -> Iterator[Text | Mark]:
        person, label = self.plan.sequence.participants[place], self.columns.names[place]
        look = self.mode.box(self.role)
        link = person.links[0][1] if person.links else ""
        middle = rect.center.y + people.shift(person.type, self.theme)
        for number, y in enumerate(label.baselines(middle)):
            kind = label.lines[number].kind
            yield from _line(
                f"{prefix}:{person.id}:{number}",
                f"{self.role}-{kind}",
                label,
                number,
                Point(rect.center.x, y),
                look.muted if kind == "body" else look.text,
                f"{owner}:{person.id}",
                link=link,
            )

    def _title(self, group: Group) -> Iterator[Text | Mark]:
        rise = (self.theme.spacing.group_header - self.theme.type.group.line) / 2
        at = Point(group.rect.x + self.theme.box.padding_x, group.rect.y + rise)
        color = self.mode.group.text
        yield from _block(f"title:{group.key}", "group-title", group.title, at, color, group.key)

    def _fragment(self, span: Span) -> Iterator[Text | Mark]:
        mode, plate, left = self.mode, plate_width(span), span.rect.x + TAG_PADDING
        rise = (self.theme.sequence.tag - self.theme.type.group.line) / 2
        guard = self.columns.x[span.first] + self.room.guard(span)
        guard = max(guard, span.rect.x + plate + TAG_PADDING)
        at = Point(left, span.rect.y + rise)
        yield from _block(
            f"text:{span.key}", "tag-text", span.tag, at, mode.text, f"tag:{span.key}"
        )
        for number, (words, y) in enumerate(zip(span.guards, span.rules, strict=True)):
            # A frame that has to stay near its life line has no room left of it.
            if number and plate <= span.left:
                key, at = f"section:{span.key}:{number}", Point(left, y + rise)
                yield from _block(key, "section-text", span.section, at, mode.muted, span.key)
            key, at = f"guard:{span.key}:{number}", Point(guard, y + rise)
            yield from _block(key, "guard", words, at, mode.muted, span.key)

    def _note(self, remark: Remark) -> Iterator[Text | Mark]:
        rise = (remark.rect.height - remark.words.size.height) / 2
        at = Point(remark.rect.x + self.theme.box.padding_x, remark.rect.y + rise)
        color, words = self.mode.muted, remark.words
        yield from _block(f"text:{remark.key}", "note-text", words, at, color, remark.key)

    def _message(self, arrow: Arrow) -> Iterator[Text | Mark]:
        """The words of a message, centred in their lane; after a number, or right of a loop, their
        lines begin below each other."""
        label, number, owner = arrow.words, arrow.number, f"edge:{arrow.key}"
        before = number.size.width + NUMBER_GAP if number.lines else 0.0
        left, baselines = self._place(arrow, before + label.size.width)
        if number.lines:
            key, at = f"number:{arrow.key}", Point(left, baselines[0])
            yield from _line(key, "number", number, 0, at, self.mode.muted, owner, "start")
        role, color = self._look(arrow)
        is_left = bool(before) or arrow.is_loop
        x = left + before if is_left else left + label.size.width / 2
        for place, y in enumerate(baselines[: len(label.lines)]):
            anchor: Anchor = "start" if is_left else "middle"
            key = f"label:{arrow.key}:{place}"
            yield from _line(key, role, label, place, Point(x, y), color, owner, anchor)

    def _look(self, arrow: Arrow) -> tuple[str, str]:
        if arrow.message.is_critical:
            return "accent-label", self.mode.label_accent
        if arrow.message.line == "dotted":
            return "reply-label", self.mode.muted
        return "message-label", self.mode.text

    def _place(self, arrow: Arrow, width: float) -> tuple[float, list[float]]:
        """The left side of a message's words and the baselines of their lines, or of its number."""
        label = arrow.words if arrow.words.lines else arrow.number
        if arrow.is_loop:
            x, away = self.columns.x[arrow.source], self.room.loop(arrow)
            left = x - away - width if arrow.is_left else x + away
            return left, label.baselines((arrow.y + arrow.bottom) / 2)
        center = middle(self.room, self.columns, arrow, width)
        # On half units, so that letters stand on the same pixels in every row.
        left = round(2 * center - width) / 2
        if not label.lines:
            return left, []
        last = arrow.y - self.theme.sequence.label_rise - label.lines[-1].below
        return left, label.baselines_below(last - label.ink_height)


def _block(
    key: str, role: str, label: Label, at: Point, color: str, owner: str
) -> Iterator[Text | Mark]:
    """Lines that begin below each other; `at` is the top left corner of the first."""
    y = at.y
    for place, line in enumerate(label.lines):
        y += line.above
        # Capitals stand in the middle of their line.
        baseline = y + (line.rise + CAP_HEIGHT * line.style.size) / 2
        at = Point(at.x, baseline)
        yield from _line(f"{key}:{place}", role, label, place, at, color, owner, "start")
        y += line.rise + line.below


def _line(
    key: str,
    role: str,
    label: Label,
    place: int,
    at: Point,
    color: str,
    owner: str,
    anchor: Anchor = "middle",
    link: str = "",
) -> Iterator[Text | Mark]:
    line = label.lines[place]
    return line_texts(key, role, line, at.x, at.y, color, anchor=anchor, owner=owner, link=link)
