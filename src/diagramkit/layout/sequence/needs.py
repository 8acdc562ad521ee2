"""How wide each lane has to be for what stands in it, before any words are broken."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Size
from diagramkit.layout.sequence.plan import Arrow, Remark, Span
from diagramkit.layout.sequence.room import (
    FRAME_GAP,
    INSET,
    MOST_FRAMES,
    NUMBER_GAP,
    OVER,
    TAG_GAP,
    TAG_PADDING,
    Room,
)
from diagramkit.layout.sequence.words import ANY_WIDTH, Setter
from diagramkit.layout.words import LineKind

MOST_LANES = 2
"""So many lanes count, where room is scarce, if words may go on over life lines: the others are
often narrow."""
NOTE_YIELDS = 0.75
"""How wide notes may still be where messages are broken, as part of the width of those."""


@dataclass(slots=True, eq=False)
class Need:
    """Room for words in a lane: `fixed` for what is around them, and `width` while they are not
    broken.

    `share` is the part of the words that the lane holds: half of those over a life line. `yields`
    is how much narrower than those of messages the words may become: notes break first.
    """

    setter: Setter
    text: str
    kind: LineKind
    fixed: float
    cap: float
    share: float = 1.0
    yields: float = 1.0
    lanes: int = 1
    """In how many lanes a long word may stand."""
    width: float = 0.0
    least: float = -1.0

    def __post_init__(self) -> None:
        if self.text:
            whole = self.setter.width(self.text, self.kind)
            if whole > self.cap:
                cap = max(self.cap, self.setter.longest_word(self.text, self.kind) / self.lanes)
                whole = min(whole, cap)
            self.width = whole

    def within(self, limit: float) -> float:
        """The room that is needed if lines are at most `limit` wide, long words excepted."""
        limit *= self.yields
        if self.setter.whole < ANY_WIDTH:
            limit /= min(self.lanes, MOST_LANES)
        if self.width <= limit:
            return self.fixed + self.width * self.share
        if self.least < 0:
            self.least = self.setter.longest_word(self.text, self.kind) / self.lanes
        return self.fixed + min(self.width, max(limit, self.least)) * self.share


def needs(room: Room, setter: Setter, heads: Sequence[Size]) -> Iterator[tuple[int, Need]]:
    """Every need with the lane that has it. `heads` are the boxes of the participants."""
    for arrow in room.plan.arrows:
        need = _of_arrow(room, setter, arrow)
        if arrow.made >= 0 and arrow.lane in (arrow.made, arrow.made + 1):
            need.fixed += heads[arrow.made].width / 2
        yield arrow.lane, need
    for remark in room.plan.remarks:
        yield from _of_remark(room, setter, remark)
    for span in room.plan.spans:
        if span.has_tag:
            yield from _of_span(room, setter, span)


def _of_arrow(room: Room, setter: Setter, arrow: Arrow) -> Need:
    message, wrap = arrow.message, room.theme.sequence.wrap
    fixed = number_room(setter, arrow)
    if arrow.is_loop:
        fixed += room.loop(arrow) + room.beyond_loop(arrow)
    else:
        fixed += 2 * (room.clear + room.half) + room.nested(arrow.lane)
    lanes = max(1, len(arrow.lanes))
    if setter.whole < ANY_WIDTH and arrow.stretches:
        lanes = max(lanes, *(min(MOST_LANES, last - first + 1) for first, last in arrow.stretches))
    need = Need(setter, message.text, message_kind(arrow), fixed, wrap, lanes=lanes)
    if message.wrap is False and setter.whole >= ANY_WIDTH:
        # Words that ask to stay in one line give way last.
        need.width, need.yields = setter.width(message.text, need.kind), math.inf
    return need


def message_kind(arrow: Arrow) -> LineKind:
    """How the words of a message are set."""
    return "emphasis" if arrow.message.is_critical else "body"


def number_room(setter: Setter, arrow: Arrow) -> float:
    """The room of a message's number and of the gap after it."""
    number = arrow.message.number
    return setter.width(number, "label") + NUMBER_GAP if number else 0.0


def _of_remark(room: Room, setter: Setter, remark: Remark) -> Iterator[tuple[int, Need]]:
    text, box, span = remark.note.text, room.theme.box, remark.span
    if remark.note.placement != "over":
        yield remark.lane, Need(setter, text, "note", room.note(remark), box.wrap, 1, NOTE_YIELDS)
        return
    before, after = room.before(span, remark.first), room.after(span, remark.last)
    for lane, free in ((remark.first, before), (remark.last + 1, after)):
        if remark.first != remark.last:
            yield lane, Need(setter, "", "note", OVER + free, 0)
        else:
            fixed = box.padding_x + free
            yield lane, Need(setter, text, "note", fixed, box.wrap, 0.5, NOTE_YIELDS)


def _of_span(room: Room, setter: Setter, span: Span) -> Iterator[tuple[int, Need]]:
    around = TAG_PADDING * 2 + TAG_GAP + FRAME_GAP + INSET * min(span.lefts - 1, MOST_FRAMES)
    plate = setter.width(span.fragment.kind, "group")
    yield span.first, Need(setter, "", "group", plate + around, 0.0)
    fixed = room.guard(span) + room.after_guard(span)
    for section, lanes in zip(span.fragment.sections, span.lanes, strict=True):
        wrap = room.theme.sequence.wrap
        yield lanes[0], Need(setter, section.text, "label", fixed, wrap, lanes=len(lanes))
