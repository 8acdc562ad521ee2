"""Words broken for lanes whose widths are known."""

from __future__ import annotations

import math
from itertools import accumulate

from diagramkit.layout.sequence.columns import Columns
from diagramkit.layout.sequence.needs import message_kind, number_room
from diagramkit.layout.sequence.plan import Arrow, Plan, Remark, Span
from diagramkit.layout.sequence.room import OVER, TAG_PADDING, Room
from diagramkit.layout.sequence.words import Setter
from diagramkit.mermaid.kinds.sequence.model import FragmentKind
from diagramkit.text import names_broken

LEAST = 24.0
"""Words are never broken for less room than this."""
TWO_LINES = 0.6
"""In so much of the width of all its words, a message takes two lines."""
SECTIONS: dict[FragmentKind, str] = {"alt": "else", "par": "and", "critical": "option"}
"""What the second part of a fragment and those after it begin with."""


def fill(room: Room, columns: Columns) -> None:
    """Set the words of messages, notes and fragments."""
    for arrow in room.plan.arrows:
        _fill_arrow(room, columns, arrow)
    for remark in room.plan.remarks:
        _fill_remark(room, columns, remark)
    for span in room.plan.spans:
        if span.has_tag:
            _fill_span(room, columns, span)


def names_broken_in(plan: Plan, columns: Columns) -> int:
    """How many names are broken inside, in all words of a diagram."""
    people = plan.sequence.participants
    set_words = [
        *((person.text, name) for person, name in zip(people, columns.names, strict=True)),
        *((arrow.message.text, arrow.words) for arrow in plan.arrows),
        *((remark.note.text, remark.words) for remark in plan.remarks),
        *(
            (section.text, guard)
            for span in plan.spans
            for section, guard in zip(span.fragment.sections, span.guards, strict=False)
        ),
    ]
    return sum(
        names_broken(text.replace("\n", " "), (line.text for line in label.lines))
        for text, label in set_words
        if len(label.lines) > 1
    )


def _fill_arrow(room: Room, columns: Columns, arrow: Arrow) -> None:
    message, setter = arrow.message, columns.setter
    use = _use_loop_lanes if arrow.is_loop else _use_lanes
    width = use(room, columns, arrow) - number_room(setter, arrow)
    if message.wrap is not False:
        width = min(width, max(room.theme.sequence.wrap, _longest_word(setter, arrow)))
    arrow.words = setter.label(message.text, message_kind(arrow), max(LEAST, width))
    arrow.number = setter.label(message.number, "label", math.inf)


def _use_loop_lanes(room: Room, columns: Columns, arrow: Arrow) -> float:
    """How wide the words of a message to oneself may be: over further life lines only as far as
    a word, or two lines, need it."""
    if arrow.is_left:
        arrow.used = (arrow.lane, arrow.lane)
        return columns.gaps[arrow.lane] - room.loop(arrow) - room.beyond_loop(arrow)
    word, lines = _wanted(room, columns, arrow)
    beside = number_room(columns.setter, arrow)
    widths = lane_widths(room, columns, arrow.span, arrow.lanes, room.loop(arrow))
    wanted = max(word, lines * TWO_LINES) + beside
    used, width = taken(widths, wanted if wanted <= max(widths) else word + beside)
    arrow.used = (arrow.lane, arrow.lanes[used])
    return width


def lane_widths(
    room: Room, columns: Columns, span: Span | None, lanes: tuple[int, ...], before: float
) -> list[float]:
    """The room right of a life line up to the end of each lane, of which `before` is taken."""
    ends = accumulate(columns.gaps[lane] for lane in lanes)
    return [
        end - before - room.after(span, lane - 1) for lane, end in zip(lanes, ends, strict=True)
    ]


def taken(widths: list[float], wanted: float) -> tuple[int, float]:
    """The first of the rooms that holds a word, else the widest, and how much of it is used."""
    fitting = (number for number, width in enumerate(widths) if width >= wanted)
    number = next(fitting, widths.index(max(widths)))
    return number, widths[0] if number == 0 else min(widths[number], max(widths[0], wanted))


def _use_lanes(room: Room, columns: Columns, arrow: Arrow) -> float:
    """How wide the words of a message may be, in as few lanes as keep its words whole and in two
    lines: what else it crosses is used only then."""
    beside = number_room(columns.setter, arrow)
    word, lines = _wanted(room, columns, arrow)
    width = 0.0
    for wanted in (lines, lines * TWO_LINES):
        for last in arrow.lanes:
            arrow.used = (min(arrow.lane, last), max(arrow.lane, last))
            left, right = lane_edges(room, columns, arrow)
            width = right - left - 2 * room.clear
            if width >= max(word, wanted) + beside:
                return width
    return width if width >= word + beside else _use_stretch(room, columns, arrow, word, width)


def _wanted(room: Room, columns: Columns, arrow: Arrow) -> tuple[float, float]:
    """The widths of a message's longest word, and of its words in one line as far as lines go."""
    setter, text = columns.setter, arrow.message.text
    whole = setter.width(text, message_kind(arrow))
    return _longest_word(setter, arrow), min(whole, room.theme.sequence.wrap)


def _use_stretch(room: Room, columns: Columns, arrow: Arrow, word: float, width: float) -> float:
    """How wide the words of a message may be where its longest word needs more lanes than those
    before the first bar; that of the widest stretch between bars if none has the room, but no less
    than `width`."""
    best, wanted = arrow.used, word + number_room(columns.setter, arrow)
    low, high = arrow.crossed
    for first, last in arrow.stretches:
        start, end = max(first, low), min(last, high)
        while True:
            arrow.used = (start, end)
            left, right = lane_edges(room, columns, arrow)
            free = right - left - 2 * room.clear
            if free >= wanted:
                return wanted
            if free > width:
                width, best = free, arrow.used
            if (start, end) == (first, last):
                break
            # Forward first: there the words are nearer to what they are said to.
            is_forward = arrow.target > arrow.source
            if end < last and (is_forward or start == first or high - end < start - low):
                end += 1
            else:
                start -= 1
    arrow.used = best
    return width


def middle(room: Room, columns: Columns, arrow: Arrow, width: float) -> float:
    """Where the words of a message are centred that are `width` wide: in the lanes they use, and
    as near to the middle of the message as those let them."""
    left, right = lane_edges(room, columns, arrow)
    (first, last), (low, high) = arrow.used, arrow.crossed
    if low <= first and last <= high:
        return (left + right) / 2
    own = (columns.x[max(first, low) - 1] + columns.x[min(last, high)]) / 2
    spare = width / 2 + room.clear
    return min(max(own, left + spare), right - spare)


def _longest_word(setter: Setter, arrow: Arrow) -> float:
    """The widest word of a message."""
    return setter.widest_word(arrow.message.text, message_kind(arrow))


def lane_edges(room: Room, columns: Columns, arrow: Arrow) -> tuple[float, float]:
    """The free part of the lanes that a message's words stand in: between bars and heads."""
    lane, (first, last) = arrow.lane, arrow.used
    left, right = columns.x[first - 1], columns.x[last]
    if arrow.made == lane:
        return left + room.widest(lane - 1), right - columns.heads[lane].width / 2
    if arrow.made == lane - 1:
        return left + columns.heads[lane - 1].width / 2, right - room.half
    return left + room.widest(first - 1), right - room.half


def _fill_remark(room: Room, columns: Columns, remark: Remark) -> None:
    box = room.theme.box
    if remark.first != remark.last:
        width = columns.x[remark.last] - columns.x[remark.first] + 2 * OVER
        remark.words = columns.setter.label(remark.note.text, "note", width - 2 * box.padding_x)
        remark.width = width
        return
    if remark.note.placement == "over":
        left = columns.between(remark.first) - room.before(remark.span, remark.first)
        right = columns.between(remark.first + 1) - room.after(remark.span, remark.first)
        width = 2 * (min(left, right) - box.padding_x)
    else:
        width = columns.gaps[remark.lane] - room.note(remark)
    words = columns.setter.label(remark.note.text, "note", max(LEAST, min(width, box.wrap)))
    remark.words, remark.width = words, math.ceil(words.size.width) + 2 * box.padding_x


def _fill_span(room: Room, columns: Columns, span: Span) -> None:
    setter, kind = columns.setter, span.fragment.kind
    span.tag = setter.label(kind, "group", math.inf)
    span.section = setter.label(SECTIONS.get(kind, ""), "group", math.inf)
    span.guards = [
        setter.label(each.text, "label", _guard_width(room, columns, span, each.text, lanes))
        for each, lanes in zip(span.fragment.sections, span.lanes, strict=True)
    ]


def _guard_width(
    room: Room, columns: Columns, span: Span, text: str, lanes: tuple[int, ...]
) -> float:
    wrap, word = room.theme.sequence.wrap, columns.setter.widest_word(text, "label")
    widths = lane_widths(room, columns, span, lanes, room.guard(span))
    wanted = max(word, TWO_LINES * min(columns.setter.width(text, "label"), wrap))
    width = taken(widths, wanted if wanted <= max(widths) else word)[1]
    return max(LEAST, min(width, max(wrap, word)))


def plate_width(span: Span) -> float:
    """The width of the plate of a fragment; the words of its sections stand below it."""
    return math.ceil(max(span.tag.size.width, span.section.size.width)) + 2 * TAG_PADDING
