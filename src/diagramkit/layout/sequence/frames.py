"""How far fragments reach to the left and right of the life lines that they take in."""

from __future__ import annotations

from diagramkit.layout.sequence.columns import FRAME_PADDING, Columns
from diagramkit.layout.sequence.filling import tag_width
from diagramkit.layout.sequence.needs import CLEAR, NOTE_GAP, OVER, Reach, guard_room, loop_room
from diagramkit.layout.sequence.plan import Arrow, Plan, Remark, Span
from diagramkit.theme.model import Theme

LEAST, INSET = 24.0, 8.0
"""From a life line to the frame around it, and from a frame to a frame in it, if there is room."""
TAG_GAP = 12.0
"""From the plate of a fragment to the life line right of it."""
NEXT = 16.0
"""From a frame to the life line outside of it."""
INNER = 8.0
"""From words and notes to the frame around them."""


def reach_out(plan: Plan, theme: Theme, columns: Columns) -> tuple[float, float]:
    """Find the reach of every fragment, and how far the drawing extends left of the first and
    right of the last life line."""
    reach = Reach(theme)
    for span in plan.spans:
        span.left = span.right = LEAST
        if span.guards:
            span.left = max(LEAST, tag_width(span) + TAG_GAP)
    outer = _heads(plan, columns)
    for arrow in plan.arrows:
        if arrow.is_loop:
            _take_in(arrow, 0.0, _loop(plan, theme, reach, arrow), plan, outer)
    for remark in plan.remarks:
        _take_in(remark, *_sides(plan, reach, remark), plan, outer)
    for span in reversed(plan.spans):
        _close(plan, theme, reach, span)
    _line_up(plan)
    for span in plan.spans:
        _settle(span, columns)
        _widen(outer, span.first, span.last, span.left, span.right, plan)
    return outer[0], outer[1]


def _heads(plan: Plan, columns: Columns) -> list[float]:
    if not columns.heads:
        return [0.0, 0.0]
    outer = [columns.heads[0].width / 2, columns.heads[-1].width / 2]
    for frame in plan.sequence.frames:
        places = [plan.index[name] for name in frame.participants]
        if places:
            first, last = min(places), max(places)
            around = [columns.heads[each].width / 2 + FRAME_PADDING for each in (first, last)]
            _widen(outer, first, last, around[0], around[1], plan)
    return outer


def _widen(
    outer: list[float], first: int, last: int, left: float, right: float, plan: Plan
) -> None:
    if first == 0:
        outer[0] = max(outer[0], left)
    if last == len(plan.depths) - 1:
        outer[1] = max(outer[1], right)


def _loop(plan: Plan, theme: Theme, reach: Reach, arrow: Arrow) -> float:
    """From a life line to the end of the words of a message to oneself."""
    width = arrow.words.size.width
    if arrow.number.lines:
        width += arrow.number.size.width + INNER
    return loop_room(plan, theme, reach, arrow) + width


def _sides(plan: Plan, reach: Reach, remark: Remark) -> tuple[float, float]:
    """How far a note reaches to the left of its first and to the right of its last life line."""
    if remark.first != remark.last:
        return OVER, OVER
    match remark.note.placement:
        case "left":
            return NOTE_GAP + remark.width, 0.0
        case "right":
            return 0.0, note_gap(plan, reach, remark) + remark.width
        case _:
            return remark.width / 2, remark.width / 2


def note_gap(plan: Plan, reach: Reach, remark: Remark) -> float:
    """From a life line to the note right of it."""
    return NOTE_GAP + max(0.0, reach.right(plan.depths[remark.first]) - reach.half)


def _take_in(
    item: Arrow | Remark, left: float, right: float, plan: Plan, outer: list[float]
) -> None:
    """Widen the fragment around something, or the drawing, where it is at the border."""
    if isinstance(item, Arrow):
        first = last = item.source
    else:
        first, last = item.first, item.last
    _widen(outer, first, last, left, right, plan)
    span = item.span
    if span and span.first == first:
        span.left = max(span.left, left + INNER)
    if span and span.last == last:
        span.right = max(span.right, right + INNER)


def _close(plan: Plan, theme: Theme, reach: Reach, span: Span) -> None:
    """Hand on what a fragment needs to the one around it."""
    if span.guards and span.first == span.last:
        widest = max(guard.size.width for guard in span.guards)
        span.right = max(span.right, guard_room(plan, theme, reach, span) + widest + CLEAR)
    if span.parent and span.parent.first == span.first:
        span.parent.left = max(span.parent.left, span.left + INSET)
    if span.parent and span.parent.last == span.last:
        span.parent.right = max(span.parent.right, span.right + INSET)


def _line_up(plan: Plan) -> None:
    """Fragments that stand one below the other and begin, or end, at the same life line reach
    equally far."""
    lefts: dict[tuple[str, int], float] = {}
    rights: dict[tuple[str, int], float] = {}
    for span in plan.spans:
        around = span.parent.key if span.parent else ""
        one, other = (around, span.first), (around, span.last)
        lefts[one] = max(span.left, lefts.get(one, 0.0))
        rights[other] = max(span.right, rights.get(other, 0.0))
    for span in plan.spans:
        around = span.parent.key if span.parent else ""
        span.left, span.right = lefts[around, span.first], rights[around, span.last]


def _settle(span: Span, columns: Columns) -> None:
    """The final reach, from the outside in: a frame that stands alone lines up with the heads."""
    parent = span.parent
    if parent and parent.first == span.first:
        span.left = _inside(parent.left)
    else:
        span.left = max(span.left, columns.heads[span.first].width / 2)
        span.left = min(span.left, columns.between(span.first) - NEXT)
    if parent and parent.last == span.last:
        span.right = _inside(parent.right)
    else:
        span.right = max(span.right, columns.heads[span.last].width / 2)
        span.right = min(span.right, columns.between(span.last + 1) - NEXT)


def _inside(around: float) -> float:
    """The reach of a frame in a frame: however many there are, they stay apart."""
    return max(around - INSET, 0.75 * around)
