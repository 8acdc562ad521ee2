"""Words broken for lanes whose widths are known."""

from __future__ import annotations

import math

from diagramkit.layout.sequence.columns import Columns
from diagramkit.layout.sequence.needs import (
    CLEAR,
    FRAME_ROOM,
    NOTE_FREE,
    NOTE_GAP,
    OVER,
    Reach,
    after_loop,
    guard_room,
    loop_room,
    message_kind,
    number_room,
)
from diagramkit.layout.sequence.plan import Arrow, Plan, Remark, Span
from diagramkit.mermaid.kinds.sequence.model import FragmentKind
from diagramkit.theme.model import Theme

TAG_PADDING = 12.0
"""Left and right of the word on the plate of a fragment."""
SECTIONS: dict[FragmentKind, str] = {"alt": "else", "par": "and", "critical": "option"}
"""What the second part of a fragment and those after it begin with."""
LEAST = 24.0
"""Words are never broken for less room than this."""


def fill(plan: Plan, theme: Theme, columns: Columns) -> None:
    """Set the words of messages, notes and fragments."""
    reach = Reach(theme)
    for arrow in plan.arrows:
        _fill_arrow(plan, theme, columns, reach, arrow)
    for remark in plan.remarks:
        _fill_remark(plan, theme, columns, reach, remark)
    for span in plan.spans:
        _fill_span(plan, theme, columns, reach, span)


def _fill_arrow(plan: Plan, theme: Theme, columns: Columns, reach: Reach, arrow: Arrow) -> None:
    message, setter = arrow.message, columns.setter
    number = number_room(setter, arrow)
    if arrow.is_loop:
        around = loop_room(plan, theme, reach, arrow) + after_loop(plan, arrow)
        room = columns.gaps[arrow.lane] - around
    else:
        left, right = lane_edges(plan, theme, columns, reach, arrow)
        room = right - left - 2 * CLEAR
    cap = theme.sequence.wrap
    if message.wrap is False:
        cap = max(cap, room)
    width = max(LEAST, min(room - number, cap))
    arrow.words = setter.label(message.text, message_kind(arrow), width)
    arrow.number = setter.label(message.number, "label", math.inf)


def lane_edges(
    plan: Plan, theme: Theme, columns: Columns, reach: Reach, arrow: Arrow
) -> tuple[float, float]:
    """The free part of the lane that a message's words stand in: between bars and heads."""
    lane = arrow.lane
    left = columns.x[lane - 1] + max(reach.half, reach.right(plan.depths[lane - 1]))
    right = columns.x[lane] - reach.half
    if arrow.made == lane:
        right = columns.x[lane] - columns.heads[lane].width / 2
    elif arrow.made == lane - 1:
        left = columns.x[lane - 1] + columns.heads[lane - 1].width / 2
    return left, right


def _fill_remark(plan: Plan, theme: Theme, columns: Columns, reach: Reach, remark: Remark) -> None:
    padding, wrap = 2 * theme.box.padding_x, theme.box.wrap
    if remark.note.placement != "over":
        beside = NOTE_GAP + NOTE_FREE + max(0.0, _depth(plan, reach, remark.lane) - reach.half)
        room = min(columns.gaps[remark.lane] - beside - padding, wrap)
    elif remark.first == remark.last:
        room = min(columns.over(remark.first) - padding, wrap)
    else:
        room = columns.x[remark.last] - columns.x[remark.first] + 2 * OVER - padding
    words = columns.setter.label(remark.note.text, "note", max(LEAST, room))
    remark.words, remark.width = words, math.ceil(words.size.width) + padding
    if remark.first != remark.last:
        remark.width = room + padding


def _depth(plan: Plan, reach: Reach, lane: int) -> float:
    return reach.right(plan.depths[lane - 1]) if 0 < lane <= len(plan.depths) else 0.0


def _fill_span(plan: Plan, theme: Theme, columns: Columns, reach: Reach, span: Span) -> None:
    span.guards = []
    if span.fragment.kind == "rect" or not plan.depths:
        return
    setter, sections = columns.setter, span.fragment.sections
    span.tag = setter.label(span.fragment.kind, "group", math.inf)
    span.section = setter.label(SECTIONS.get(span.fragment.kind, ""), "group", math.inf)
    before = guard_room(plan, theme, reach, span) + CLEAR
    after = FRAME_ROOM if span.first == span.last else 0.0
    room = min(columns.gaps[span.first + 1] - before - after, theme.sequence.wrap)
    span.guards = [setter.label(each.text, "label", max(LEAST, room)) for each in sections]


def tag_width(span: Span) -> float:
    """The width of the plate of a fragment."""
    return math.ceil(max(span.tag.size.width, span.section.size.width)) + 2 * TAG_PADDING
