"""How wide each lane has to be for what stands in it, before any words are broken.

Lane 0 is left of all life lines, lane k right of life line k - 1, the last one right of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from diagramkit.layout.graph.label import LineKind
from diagramkit.layout.sequence.plan import Arrow, Plan, Remark, Span
from diagramkit.layout.sequence.words import Setter
from diagramkit.theme.model import Theme

CLEAR = 12.0
"""Least distance of words from the bars at both sides of their lane."""
NUMBER_GAP = 6.0
NOTE_GAP, NOTE_FREE = 16.0, 18.0
"""From a note to its own life line, and least to the next one."""
NOTE_YIELDS = 0.75
OVER = 24.0
"""How far a note over several life lines reaches beyond the outermost two."""
FRAME_ROOM = 20.0
"""From words in the outermost lane of a fragment to the next life line."""


@dataclass(slots=True, eq=False)
class Need:
    """Room for words: `fixed` for what is around them, and `width` while they are not broken.

    `share` is the part of the words that this lane holds: half of those over a life line. `yields`
    is how much narrower than those of messages the words may become: notes break first.
    """

    fixed: float
    width: float
    longest: Callable[[], float]
    share: float = 1.0
    yields: float = 1.0
    least: float = -1.0

    def within(self, limit: float) -> float:
        """The room that is needed if lines are at most `limit` wide, long words excepted."""
        limit *= self.yields
        if self.width <= limit:
            return self.fixed + self.width * self.share
        if self.least < 0:
            self.least = self.longest()
        return self.fixed + min(self.width, max(limit, self.least)) * self.share


class Reach:
    """How far bars reach to either side of their life line."""

    def __init__(self, theme: Theme) -> None:
        self.half = theme.sequence.bar / 2

    def left(self, depth: int) -> float:
        """To the left of a life line: half a bar, if there is one."""
        return self.half if depth else 0.0

    def right(self, depth: int) -> float:
        """To the right: half a bar more for each bar on another."""
        return self.half * depth


def needs(plan: Plan, theme: Theme, setter: Setter) -> Iterator[tuple[int, Need]]:
    """Every need with the lane that has it."""
    reach = Reach(theme)
    for arrow in plan.arrows:
        yield _arrow(plan, theme, setter, reach, arrow)
    for remark in plan.remarks:
        yield from _remark(plan, theme, setter, reach, remark)
    for span in plan.spans:
        yield from _guards(plan, theme, setter, reach, span)


def _need(setter: Setter, text: str, kind: LineKind, fixed: float, cap: float) -> Need:
    width = min(setter.width(text, kind), cap) if text else 0.0
    return Need(fixed, width, lambda: setter.longest_word(text, kind))


def _arrow(
    plan: Plan, theme: Theme, setter: Setter, reach: Reach, arrow: Arrow
) -> tuple[int, Need]:
    message, tokens = arrow.message, theme.sequence
    number = number_room(setter, arrow)
    if arrow.is_loop:
        fixed = loop_room(plan, theme, reach, arrow) + after_loop(plan, arrow) + number
    else:
        fixed = tokens.lane_room + _nested(plan, reach, arrow.lane) + number
        if arrow.made >= 0 and arrow.lane in (arrow.made, arrow.made + 1):
            fixed += theme.box.min_width / 2
    cap = tokens.wrap if message.wrap is not False else theme.page.max_width
    return arrow.lane, _need(setter, message.text, message_kind(arrow), fixed, cap)


def message_kind(arrow: Arrow) -> LineKind:
    """How the words of a message are set."""
    return "emphasis" if arrow.message.is_critical else "body"


def number_room(setter: Setter, arrow: Arrow) -> float:
    """The room of a message's number and of the gap after it."""
    number = arrow.message.number
    return setter.width(number, "label") + NUMBER_GAP if number else 0.0


def loop_room(plan: Plan, theme: Theme, reach: Reach, arrow: Arrow) -> float:
    """From a life line to the words of a message to oneself."""
    depth = max(arrow.starts_in, arrow.ends_in)
    return reach.right(depth) + theme.sequence.loop[0] + theme.spacing.label_side


def after_loop(plan: Plan, arrow: Arrow) -> float:
    """From the words of a message to oneself to the next life line: a frame may stand between."""
    if arrow.span:
        return FRAME_ROOM
    return CLEAR + FRAME_ROOM / 4 if arrow.lane < len(plan.depths) else 0.0


def _nested(plan: Plan, reach: Reach, lane: int) -> float:
    """What bars on bars take of a lane."""
    depth = plan.depths[lane - 1] if 0 < lane <= len(plan.depths) else 0
    return max(0.0, reach.right(depth) - reach.half)


def _remark(
    plan: Plan, theme: Theme, setter: Setter, reach: Reach, remark: Remark
) -> Iterator[tuple[int, Need]]:
    text, padding = remark.note.text, 2 * theme.box.padding_x
    if remark.note.placement != "over":
        around = padding + NOTE_GAP + NOTE_FREE + _nested(plan, reach, remark.lane)
        need = _need(setter, text, "note", around, theme.box.wrap)
        need.yields = NOTE_YIELDS
        yield remark.lane, need
    elif remark.first == remark.last:
        for lane in (remark.first, remark.first + 1):
            need = _need(setter, text, "note", padding / 2 + CLEAR, theme.box.wrap)
            need.share, need.yields = 0.5, NOTE_YIELDS
            yield lane, need


def _guards(
    plan: Plan, theme: Theme, setter: Setter, reach: Reach, span: Span
) -> Iterator[tuple[int, Need]]:
    lane = span.first + 1
    if span.fragment.kind == "rect" or not plan.depths:
        return
    around = guard_room(plan, theme, reach, span) + CLEAR
    if span.first == span.last:
        around += FRAME_ROOM
    for section in span.fragment.sections:
        if section.text:
            yield lane, _need(setter, section.text, "label", around, theme.sequence.wrap)


def guard_room(plan: Plan, theme: Theme, reach: Reach, span: Span) -> float:
    """From the first life line of a fragment to the words that say when it runs."""
    return max(reach.half, reach.right(plan.depths[span.first])) + theme.sequence.guard - reach.half
