"""The distances that are kept around words, notes and frames in the lanes between life lines.

Lane 0 is left of all life lines, lane k right of life line k - 1, the last one right of all.
"""

from __future__ import annotations

from diagramkit.layout.sequence.plan import Arrow, Plan, Remark, Span
from diagramkit.theme.model import Theme

NUMBER_GAP = 6.0
"""From the number of a message to its words."""
NOTE_GAP = 16.0
"""From a note to its own life line."""
OVER = 24.0
"""How far a note over several life lines reaches beyond the outermost two."""
TAG_PADDING, TAG_GAP = 12.0, 12.0
"""Left and right of the word on the plate of a fragment, and from there to the life line."""
FRAME_GAP, INSET, INNER = 16.0, 8.0, 8.0
"""From a frame to the life line outside of it, from a frame to a frame in it, and from words and
notes to the frame around them."""
TIGHT = 2 / 3
"""What is left of the distances of words from bars, and of notes, in a tight diagram."""
MOST_FRAMES = 8
"""Frames in more frames than these do not widen a lane any further."""
HEADS_PADDING = 12.0
"""From the frame around participants to their heads."""
MOST_BARS = 6
"""Bars on more bars than these do not stand out any further."""


class Room:
    """What the bars of a plan leave free, in the measures of a theme.

    `clear` is the least distance of words from the bars at both sides of their lane; where there is
    not room enough, a diagram is set `tight`.
    """

    def __init__(self, plan: Plan, theme: Theme, tight: bool) -> None:
        self.plan, self.theme = plan, theme
        self.half = theme.sequence.bar / 2
        self.clear = (theme.sequence.lane_room - theme.sequence.bar) / 2
        if tight:
            self.clear *= TIGHT
        self.note_gap = NOTE_GAP * (TIGHT if tight else 1)

    @property
    def last(self) -> int:
        """The lane right of all life lines."""
        return len(self.plan.depths)

    def left(self, depth: int) -> float:
        """How far bars reach left of their life line: half a bar, if there is one."""
        return self.half if depth else 0.0

    def right(self, depth: int) -> float:
        """How far bars on each other reach to the right."""
        return self.half * min(depth, MOST_BARS)

    def widest(self, place: int) -> float:
        """How far the bars of a participant ever reach to the right; one bar at least counts."""
        return max(self.half, self.right(self.plan.depths[place]))

    def nested(self, lane: int) -> float:
        """What bars on bars take of a lane."""
        return self.widest(lane - 1) - self.half if 0 < lane <= self.last else 0.0

    def loop(self, arrow: Arrow) -> float:
        """From a life line to the words of a message to oneself."""
        depth = max(arrow.starts_in.depth, arrow.ends_in.depth)
        bars = self.left(depth) if arrow.is_left else self.right(depth)
        return bars + self.theme.sequence.loop[0] + self.theme.spacing.label_side

    def beyond_loop(self, arrow: Arrow) -> float:
        """From the words of a message to oneself to what is beside them."""
        side = self.before if arrow.is_left else self.after
        return side(arrow.span, arrow.source)

    def after(self, span: Span | None, place: int) -> float:
        """From what stands right of a life line to the next one: frames may stand between."""
        if span and span.last == place:
            return FRAME_GAP + INNER + INSET * min(span.rights - 1, MOST_FRAMES)
        return self.clear + self.half if place + 1 < self.last else 0.0

    def before(self, span: Span | None, place: int) -> float:
        """From a life line to what stands left of the next one."""
        if span and span.first == place:
            return FRAME_GAP + INNER + INSET * min(span.lefts - 1, MOST_FRAMES)
        return self.clear + self.widest(place - 1) if place else 0.0

    def note(self, remark: Remark) -> float:
        """What a lane has around the words of a note that stands beside a life line."""
        if remark.note.placement == "left":
            free = self.note_gap + self.before(remark.span, remark.first)
        else:
            free = self.note_gap + self.nested(remark.lane) + self.after(remark.span, remark.first)
        return free + 2 * self.theme.box.padding_x

    def guard(self, span: Span) -> float:
        """From the first life line of a fragment to the words that say when it runs."""
        return self.widest(span.first) - self.half + self.theme.sequence.guard

    def after_guard(self, span: Span) -> float:
        """From those words to the next life line."""
        return self.after(span if span.first == span.last else None, span.first)
