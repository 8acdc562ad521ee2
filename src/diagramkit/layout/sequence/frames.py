"""How far fragments reach to the left and right of the life lines that they take in."""

from __future__ import annotations

from diagramkit.layout.sequence.columns import Columns
from diagramkit.layout.sequence.filling import plate_width
from diagramkit.layout.sequence.plan import Arrow, Remark, Span
from diagramkit.layout.sequence.room import (
    FRAME_GAP,
    HEADS_PADDING,
    INNER,
    INSET,
    NUMBER_GAP,
    OVER,
    TAG_GAP,
    Room,
)

LEAST = 24.0
"""From a life line to the frame around it, if there is room."""


class Frames:
    """Finds the reach of every fragment, and how far the drawing extends left of the first and
    right of the last life line: `left` and `right`."""

    def __init__(self, room: Room, columns: Columns) -> None:
        self.room, self.columns, self.spans = room, columns, room.plan.spans
        self.left = self.right = 0.0
        self._heads()
        for span in self.spans:
            span.left = plate_width(span) + TAG_GAP if span.guards else LEAST
            span.right = LEAST
        for arrow in room.plan.arrows:
            if arrow.is_loop:
                self._take_in_loop(arrow)
        for place, arrow in room.plan.births.items():
            half = columns.heads[place].width / 2
            self._take_in(arrow.span, place, place, half, half)
        for remark in room.plan.remarks:
            self._take_in(remark.span, remark.first, remark.last, *self._sides(remark))
        for span in reversed(self.spans):
            self._hand_on(span)
        self._line_up()
        for span in self.spans:
            self._settle(span)
            self._widen(span.first, span.last, span.left, span.right)

    def _widen(self, first: int, last: int, left: float, right: float) -> None:
        """Widen the drawing where something is at its border."""
        if first == 0:
            self.left = max(self.left, left)
        if last == self.room.last - 1:
            self.right = max(self.right, right)

    def _heads(self) -> None:
        """Heads, and the frames around them."""
        plan, half = self.room.plan, [size.width / 2 for size in self.columns.heads]
        if half:
            self._widen(0, len(half) - 1, half[0], half[-1])
        for frame in plan.sequence.frames:
            members = sorted(plan.index[name] for name in frame.participants)
            if members:
                ends = members[0], members[-1]
                self._widen(*ends, *(half[end] + HEADS_PADDING for end in ends))

    def _take_in_loop(self, arrow: Arrow) -> None:
        """Take in the words of a message to oneself, from the last life line that they stand
        over."""
        number = arrow.number.size.width + NUMBER_GAP if arrow.number.lines else 0.0
        reach = self.room.loop(arrow) + number + arrow.words.size.width
        if arrow.is_left:
            self._take_in(arrow.span, arrow.source, arrow.source, reach, 0.0)
            return
        last, x = arrow.used[1] - 1, self.columns.x
        reach -= x[last] - x[arrow.source]
        self._take_in(arrow.span, arrow.source, last, 0.0, max(0.0, reach))

    def _sides(self, remark: Remark) -> tuple[float, float]:
        """How far a note reaches left of its first and right of its last life line."""
        if remark.first != remark.last:
            return OVER, OVER
        match remark.note.placement:
            case "left":
                return self.room.note_gap + remark.width, 0.0
            case "right":
                return 0.0, self.room.note_gap + self.room.nested(remark.lane) + remark.width
            case _:
                return remark.width / 2, remark.width / 2

    def _take_in(self, span: Span | None, first: int, last: int, left: float, right: float) -> None:
        """Widen the fragment around something, and the drawing, where it is at their border."""
        self._widen(first, last, left, right)
        if span and span.first == first:
            span.left = max(span.left, left + INNER)
        if span and span.last == last:
            span.right = max(span.right, right + INNER)

    def _hand_on(self, span: Span) -> None:
        """Tell the fragment around one what that needs."""
        if span.guards and span.first == span.last:
            widest = max(guard.size.width for guard in span.guards)
            span.right = max(span.right, self.room.guard(span) + widest + self.room.clear)
        parent = span.parent
        if parent and parent.first == span.first:
            parent.left = max(parent.left, span.left + INSET)
        if parent and parent.last == span.last:
            parent.right = max(parent.right, span.right + INSET)

    def _line_up(self) -> None:
        """Fragments that follow each other and begin, or end, at the same life line reach equally
        far."""
        lefts: dict[tuple[Span | None, int], float] = {}
        rights: dict[tuple[Span | None, int], float] = {}
        for span in self.spans:
            one, other = (span.parent, span.first), (span.parent, span.last)
            lefts[one] = max(span.left, lefts.get(one, 0.0))
            rights[other] = max(span.right, rights.get(other, 0.0))
        for span in self.spans:
            span.left = lefts[span.parent, span.first]
            span.right = rights[span.parent, span.last]

    def _settle(self, span: Span) -> None:
        """The final reach, from the outside in: a frame that stands alone lines up with heads."""
        columns, parent = self.columns, span.parent
        if parent and parent.first == span.first:
            span.left = _inside(parent.left)
        else:
            most = columns.between(span.first) - FRAME_GAP
            span.left = min(max(span.left, columns.heads[span.first].width / 2), most)
        if parent and parent.last == span.last:
            span.right = _inside(parent.right)
        else:
            most = columns.between(span.last + 1) - FRAME_GAP
            span.right = min(max(span.right, columns.heads[span.last].width / 2), most)


def _inside(around: float) -> float:
    """The reach of a frame in a frame: however many there are, they stay apart."""
    return max(around - INSET, 0.75 * around)
