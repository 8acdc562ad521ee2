"""How large a quadrant chart is, and where the words of its points find room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.charts.chart import worded
from diagramkit.layout.charts.places import Ground, apart, with_leaders
from diagramkit.layout.figure.axis import OVER
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.quadrant.plot import (
    DROP,
    GAP,
    Placed,
    Plot,
    dots_of,
    frame,
    has_ends,
    level_words,
    upright_words,
)
from diagramkit.layout.quadrant.rooms import INSET, Room, named_inside, named_outside
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.quadrant.model import Quadrant

WIDTH, HEIGHT = 0.65, 1.2
"""Width and height of the field, in those of a plot of the theme."""
LEAST = 0.5
"""Its least width on a narrow page, in that of a wide one."""
MOST_BESIDE = 60
"""More points than this never have room for their words, and take long to try."""
TO_LIST = 44.0
"""Between the field and the list of words at its right."""
APART = 6.0
"""Between two entries of the list."""


def fitted(model: Quadrant, kit: Kit, accent: frozenset[int]) -> Plot:
    """A quadrant chart in its place on the page; `accent` are the places of critical points."""
    blocks = [
        kit.block(worded(point.text, "strong" if place in accent else "label"))
        for place, point in enumerate(model.points)
    ]
    return _beside(model, kit, accent, blocks) or _listed(model, kit, accent, blocks)


def _beside(
    model: Quadrant, kit: Kit, accent: frozenset[int], blocks: Sequence[Label]
) -> Plot | None:
    """The words of the points beside their dots; None where they have no room."""
    if len(blocks) > MOST_BESIDE:
        return None
    field = _field(model, kit, 0.0)
    dots = _dots(model, field)
    rooms = named_inside(model, kit, field, dots)
    if len(rooms) < sum(map(bool, model.quadrants)):
        return None
    lines = [
        *frame(field).values(),
        (Point(field.x, field.bottom), Point(field.right, field.bottom)),
    ]
    lines.append((Point(field.x, field.y), Point(field.x, field.bottom)))
    ground = Ground(field, lines, [room.rect for room in rooms])
    sizes = [Size(block.size.width, block.ink_height) for block in blocks]
    drawn = dots_of(model)
    found = with_leaders(dots, sizes, [radius for radius, _ in drawn], ground)
    if found is None:
        return None
    labels = [
        Placed(dot, block, rect, place in accent, *drawn[place], leader)
        for place, (dot, block, (rect, leader)) in enumerate(zip(dots, blocks, found, strict=True))
    ]
    return _plot(model, kit, field, DROP, rooms, labels)


def _listed(model: Quadrant, kit: Kit, accent: frozenset[int], blocks: Sequence[Label]) -> Plot:
    """The words of the points in a list, in the order of their heights. The names of the quadrants
    stand in them where lines and dots leave room, else above and below."""
    listed = TO_LIST + max((block.size.width for block in blocks), default=0.0)
    field = _beside_list(_field(model, kit, 0.0, listed), kit, blocks)
    labels = _in_list(model, accent, blocks, field)
    lines = [line for label in labels for line in pairwise(label.leader)]
    rooms = named_inside(model, kit, field, _dots(model, field), lines)
    if len(rooms) == sum(map(bool, model.quadrants)):
        return _plot(model, kit, field, DROP, rooms, labels)
    outside = named_outside(model, kit, Rect(0, 0, field.width, 1))
    high = max((room.rect.height + INSET for room in outside), default=0.0)
    field = _beside_list(_field(model, kit, high, listed), kit, blocks)
    rooms = named_outside(model, kit, field)
    return _plot(model, kit, field, DROP + high, rooms, _in_list(model, accent, blocks, field))


def _beside_list(field: Rect, kit: Kit, blocks: Sequence[Label]) -> Rect:
    """A field as high as a list: no line leaves it upwards or downwards, where words stand."""
    listed = sum(block.size.height + APART for block in blocks)
    return Rect(field.x, field.y, field.width, max(field.height, kit.up(listed, 4)))


def _in_list(
    model: Quadrant, accent: frozenset[int], blocks: Sequence[Label], field: Rect
) -> list[Placed]:
    """The words of the points at the right of a field, with lines that lead to them."""
    dots = _dots(model, field)
    order = sorted(range(len(dots)), key=lambda place: (dots[place].y, place))
    wanted = [(dots[place].y, blocks[place].size.height + APART) for place in order]
    drawn = dots_of(model)
    labels: list[Placed] = []
    for place, middle in zip(order, apart(wanted, field.bottom), strict=True):
        block = blocks[place]
        top = middle - block.ink_height / 2
        rect = Rect(field.right + TO_LIST, top, block.size.width, block.ink_height)
        end = Point(rect.x - GAP, rect.center.y)
        leader = (dots[place], Point(field.right + OVER, end.y), end)
        labels.append(
            Placed(dots[place], block, rect, place in accent, *drawn[place], leader, is_listed=True)
        )
    return labels


def _field(model: Quadrant, kit: Kit, above: float, right: float = OVER) -> Rect:
    """The field below and beside the words that stand there; `above` is the height of words of
    quadrants above it, `right` the room that it leaves at its right side."""
    margin, width = kit.margin, WIDTH * kit.theme.figure.plot_width
    left, top = margin, margin + max(OVER, above)
    if has_ends(model.y):
        left += max(upright_words(kit, words).size.width for words in model.y) + GAP
    free = kit.theme.page.max_width - kit.margin - right - kit.up(left, 4)
    width = min(width, max(free // 4 * 4, LEAST * width))
    if any(model.y) and not has_ends(model.y):
        title = kit.block(worded(model.y[0] or model.y[1], "label"), width)
        top = max(top, margin + title.size.height + OVER) if not above else top + title.size.height
    return Rect(kit.up(left, 4), kit.up(top, 4), width, HEIGHT * kit.theme.figure.plot_height)


def _dots(model: Quadrant, field: Rect) -> list[Point]:
    return [
        Point(field.x + one.x * field.width, field.bottom - one.y * field.height)
        for one in model.points
    ]


def _plot(
    model: Quadrant,
    kit: Kit,
    field: Rect,
    foot: float,
    rooms: Sequence[Room],
    labels: Sequence[Placed],
) -> Plot:
    below = max(level_words(kit, words, field).size.height for words in model.x)
    bottom = field.bottom + (foot + below if below else foot - DROP + 2)
    right = max([field.right + OVER, *(label.rect.right for label in labels)])
    bottom = max([bottom, *(label.rect.bottom for label in labels)])
    size = Size(kit.up(right + kit.margin, 2), kit.up(bottom + kit.margin, 2))
    return Plot(model, kit, field, foot, tuple(rooms), tuple(labels), size)
