"""The ways that lines take, and whether they could take others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.geometry import Point, Rect, alongside, angle, crossing, segments, simplified
from diagramkit.lint.encounters import share_trunk
from diagramkit.lint.parts import Line
from diagramkit.lint.sheet import Sheet

# Corners sharper than this turn; flatter ones belong to a curve.
CORNER = 30.0
# How near a line may pass a box or words that are not its own.
CLEAR = 4.0


def joining(sheet: Sheet) -> list[Line]:
    """The connectors that lead from one box to another."""
    return [
        line
        for line in sheet.lines
        if line.start.shape and line.end.shape and line.start.shape is not line.end.shape
    ]


def turns(line: Line) -> list[Point]:
    """The ends of a connector and its corners, curves left out."""
    points = simplified(line.connector.points)
    corners = [
        b
        for a, b, c in zip(points, points[1:], points[2:], strict=False)
        if angle(a, b, b, c) > CORNER or (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0
    ]
    return [points[0], *corners, points[-1]]


def is_free(sheet: Sheet, line: Line, way: Sequence[Point]) -> bool:
    """Whether a line could go another way: through no box that it does not come out of, through
    no words but its own, along no other line, and across no more lines than now."""
    points = simplified(way)
    return not (
        any(_blocked(sheet, line, a, b) for a, b in segments(points))
        or any(_crowds(sheet, line, a, b) for a, b in segments(points))
        or _crossed(sheet, line, points) > _crossed(sheet, line, line.connector.points)
    )


def _blocked(sheet: Sheet, line: Line, start: Point, end: Point) -> bool:
    room = Rect.between(start, end)
    around = {key for shape in line.ends for key in sheet.around(shape)}
    for shape in sheet.shapes_at.near(room, CLEAR):
        if shape.key not in around:
            own = shape in line.ends
            if shape.rect.grown(-1 if own else CLEAR).crossed_by(start, end):
                return True
    return any(
        words.rect.grown(CLEAR).crossed_by(start, end)
        for words in sheet.words_at.near(room, CLEAR)
        if words.home is not line
    )


def _crowds(sheet: Sheet, line: Line, start: Point, end: Point) -> bool:
    """Whether a stretch would run beside another line, nearer than lines may."""
    apart = sheet.theme.spacing.parallel - 1
    for leg in sheet.legs_at.near(Rect.between(start, end), apart):
        if isinstance(leg.of, Line) and leg.of is not line and not share_trunk(sheet, line, leg.of):
            side = alongside(start, end, leg.start, leg.end)
            if side and side.gap < apart and side.length > 1:
                return True
    return False


def _crossed(sheet: Sheet, line: Line, points: Sequence[Point]) -> int:
    return sum(1 for a, b in segments(points) for _ in _hits(sheet, line, a, b))


def _hits(sheet: Sheet, line: Line, start: Point, end: Point) -> Iterator[Point]:
    for leg in sheet.legs_at.near(Rect.between(start, end)):
        if not isinstance(leg.of, Line) or leg.of is line or share_trunk(sheet, line, leg.of):
            continue
        if hit := crossing(start, end, leg.start, leg.end):
            yield hit
