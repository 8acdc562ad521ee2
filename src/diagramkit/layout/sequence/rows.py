"""The heights of everything, from top to bottom, in the order of the source.

Each lane knows how far down it is filled, so that words of several lines may begin beside the
message before them, and notes stand beside theirs.
"""

from __future__ import annotations

from diagramkit.geometry import Rect
from diagramkit.layout.sequence.columns import Columns
from diagramkit.layout.sequence.plan import Arrow, Border, Remark, Span
from diagramkit.layout.sequence.room import OVER, Room
from diagramkit.layout.words import Label

AIR = 12.0
"""Between things that follow each other in a lane."""
FIRST = 40.0
"""From the heads to the first message."""
LAST = 20.0
"""From the last thing to the end of the life lines."""
HEADER = 20.0
"""What the words of a fragment add to the row after its border."""
NOTE_ABOVE = 18.0
"""From a message to a note in a row of its own, which often heads what follows."""
BELOW_NOTE = 4.0
"""From a note to a bar that begins after it."""
NOTE_PADDING = 8.0
"""Above and below the words of a note."""


class Rows:
    """Places the steps of a plan below `top`, the foot of the heads; `end` is where the life
    lines end."""

    def __init__(self, room: Room, columns: Columns, top: float) -> None:
        self.room, self.columns, self.tokens = room, columns, room.theme.sequence
        self.floors = [top] * (room.last + 1)
        self.bottom, self.least = top + AIR, top + FIRST
        # The distance to the next border: it may stand nearer to another border.
        self.border = AIR
        for step in room.plan.steps:
            match step:
                case Arrow() if step.is_loop:
                    self.loop(step)
                case Arrow():
                    self.arrow(step)
                case Remark():
                    self.remark(step)
                case Border():
                    self.edge(step)
        self.end = max(self.bottom, *self.floors) + LAST

    def arrow(self, arrow: Arrow) -> None:
        """A message across lanes, its words above it in one of them."""
        first, last = sorted((arrow.source, arrow.target))
        lanes = slice(first + 1, last + 1)
        y = max(self.least, max(self.floors[lanes]) + AIR)
        if arrow.words.lines or arrow.number.lines:
            above = self.tokens.row + self._above(arrow.words)
            y = max(y, max(self.floors[arrow.used[0] : arrow.used[1] + 1]) + above)
        if arrow.made >= 0:
            half = self.columns.heads[arrow.made].height / 2
            around = slice(arrow.made, arrow.made + 2)
            y = max(y, max(self.floors[around]) + AIR + half)
            self.floors[around] = [y + half] * 2
        arrow.y = arrow.bottom = y
        for lane in {*range(first + 1, last + 1), *range(arrow.used[0], arrow.used[1] + 1)}:
            self.floors[lane] = max(self.floors[lane], y)
        self.line(y)
        if arrow.made >= 0:
            self.least = max(self.least, y + half + AIR)

    def _above(self, words: Label) -> float:
        """What the lines but the last, and formulas, add to a row."""
        formulas = sum(line.above + line.below for line in words.lines)
        return sum(line.rise for line in words.lines[1:]) + formulas

    def loop(self, arrow: Arrow) -> None:
        """A message to oneself: a step down, its words right of it."""
        drop, row = self.tokens.loop[1], self.tokens.row
        over = max(0.0, (arrow.words.size.height - drop) / 2)
        lanes = slice(arrow.used[0], arrow.used[1] + 1)
        y = max(self.least - AIR, max(self.floors[lanes]) + AIR + over)
        bar = arrow.starts_in.highest
        if bar and isinstance(bar.start, Remark):
            y = max(y, bar.start.rect.bottom + BELOW_NOTE)
        arrow.y, arrow.bottom = y, y + drop
        self.floors[lanes] = [y + drop + over] * len(self.floors[lanes])
        self.line(arrow.bottom)
        self.least = max(self.least, arrow.bottom + row)

    def line(self, y: float) -> None:
        """The next row begins after a line at `y`."""
        self.bottom, self.least = y, y + self.tokens.row
        self.border = self.tokens.border

    def remark(self, remark: Remark) -> None:
        """A note: beside its message, or in a row of its own."""
        height = remark.words.size.height + 2 * NOTE_PADDING
        left = self._left(remark)
        if remark.note.placement == "over":
            lanes = slice(remark.first, remark.last + 2)
        else:
            lanes = slice(remark.lane, remark.lane + 1)
        floor = max(self.floors[lanes]) + AIR
        arrow = remark.arrow
        if arrow and not _fills(arrow, remark.lane):
            # A reader reads down: what follows a message stands no higher than it.
            top = max((arrow.y + arrow.bottom - height) / 2, arrow.y, floor)
            self.least = max(self.least, top + height + AIR)
        else:
            top = max(self.bottom + min(self.border, NOTE_ABOVE), floor)
            self.line(top + height)
        remark.rect = Rect(left, top, remark.width, height)
        self.floors[lanes] = [remark.rect.bottom] * (lanes.stop - lanes.start)

    def _left(self, remark: Remark) -> float:
        x = self.columns.x[remark.first]
        match remark.note.placement:
            case "left":
                return x - self.room.note_gap - remark.width
            case "right":
                return x + self.room.note_gap + self.room.nested(remark.lane)
            case _ if remark.first == remark.last:
                return x - remark.width / 2
            case _:
                return x - OVER

    def edge(self, border: Border) -> None:
        """The top of a fragment, the rule before a further section, or its end."""
        span, row = border.span, self.tokens.row
        y = max(self.bottom + self.border, max(self.floors) + AIR)
        self.floors = [y] * len(self.floors)
        self.bottom, self.border, self.least = y, AIR, y + row
        if border.section < 0:
            self._finish(span, y)
            return
        span.rules.append(y)
        if span.guards:
            header = self.tokens.tag + self._above(span.guards[border.section])
            self.bottom, self.least = y + header, self.least + HEADER + header - self.tokens.tag
            self.floors = [y + header] * len(self.floors)

    def _finish(self, span: Span, bottom: float) -> None:
        left = self.columns.x[span.first] - span.left
        right = self.columns.x[span.last] + span.right
        top = span.rules[0]
        span.rect = Rect(left, top, right - left, bottom - top)


def _fills(arrow: Arrow, lane: int) -> bool:
    """Whether a message, or its words, runs through a lane."""
    if arrow.is_loop:
        return arrow.used[0] <= lane <= arrow.used[1]
    return min(arrow.source, arrow.target) < lane <= max(arrow.source, arrow.target)
