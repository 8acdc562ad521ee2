"""What has been painted, measured: rooms, whether it is a line or an area, what it hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diagramkit.geometry import Path, Point, Rect
from diagramkit.index import Index
from diagramkit.scene import NO_COLOR
from diagramkit.svg.read import colors
from diagramkit.svg.read.painter import Painted

HIDES = 0.3
"""How opaque a fill has to be to count as one."""
CLOSED = 0.5
_STEPS, _FEW_STEPS, _CORNER = 8, 2, 24.0
_FLAT = 0.05
_MANY, _SEEN = 100, 0.7


@dataclass(frozen=True, eq=False)
class Thing:
    """A painted shape with its geometry on the canvas; `order` is its place in paint order."""

    item: Painted
    order: int

    @cached_property
    def pieces(self) -> tuple[tuple[Point, ...], ...]:
        """What a pen draws, curves flattened."""
        path = self.item.path
        pieces = path.pieces(_STEPS if _has_long_curves(path) else _FEW_STEPS)
        return tuple(_thinned(piece) for piece in pieces if len(piece) > 1)

    @cached_property
    def rect(self) -> Rect:
        points = [point for piece in self.pieces for point in piece]
        return Rect.bounding(points) if points else Rect(0, 0, 0, 0)

    @cached_property
    def is_closed(self) -> bool:
        """Whether it is an outline: closed, or filled so that it looks it."""
        return self.is_filled or all(
            piece[0].distance(piece[-1]) <= CLOSED and len(piece) > 2 for piece in self.pieces
        )

    @cached_property
    def is_flat(self) -> bool:
        """Whether it has no inside."""
        return min(self.rect.size) <= _FLAT

    @cached_property
    def is_filled(self) -> bool:
        return self.item.fill.alpha >= HIDES and not self.is_flat

    @cached_property
    def is_stroked(self) -> bool:
        return self.item.stroke.alpha > 0.05 and self.item.width > 0

    @property
    def is_line(self) -> bool:
        """Whether it is one open stroke."""
        return self.is_stroked and not self.is_closed and len(self.pieces) == 1

    @property
    def is_straight(self) -> bool:
        """Whether it runs straight across or straight down."""
        return min(self.rect.size) <= CLOSED

    @cached_property
    def upright(self) -> tuple[Rect, float] | None:
        """The rectangle and the radius of its corners, of what is an upright rectangle."""
        shape, matrix = self.item.outline, self.item.state.matrix
        if shape.rect is not None and matrix.is_upright:
            return self.rect, shape.radius * matrix.scale
        return self._drawn_rect()

    def _drawn_rect(self) -> tuple[Rect, float] | None:
        """Paths and polygons that go around a rectangle, square corners or small round ones."""
        if len(self.pieces) != 1 or not self.is_closed or len(self.item.path.commands) > 12:
            return None
        rect, reach = self.rect, 0.0
        for point in self.pieces[0]:
            off_x = min(point.x - rect.x, rect.right - point.x)
            off_y = min(point.y - rect.y, rect.bottom - point.y)
            if min(off_x, off_y) > CLOSED:
                reach = max(reach, min(off_x, off_y) * 3.4)
        if reach > min(rect.size) / 3:
            return None
        corners = sum(1 for command in self.item.path.commands if command[0] in ("L", "C"))
        return (rect, reach) if corners >= 3 and self._keeps_to(rect, reach) else None

    def _keeps_to(self, rect: Rect, reach: float) -> bool:
        """Whether the outline follows the sides: only near corners is it off them."""
        for point in self.pieces[0]:
            off_x = min(point.x - rect.x, rect.right - point.x)
            off_y = min(point.y - rect.y, rect.bottom - point.y)
            if min(off_x, off_y) > CLOSED and max(off_x, off_y) > reach + CLOSED:
                return False
        middles = (
            Point((a.x + b.x) / 2, (a.y + b.y) / 2)
            for a, b in zip(self.pieces[0], self.pieces[0][1:], strict=False)
            if a.distance(b) > reach + 2
        )
        return all(
            min(p.x - rect.x, rect.right - p.x, p.y - rect.y, rect.bottom - p.y) <= CLOSED
            for p in middles
        )

    @property
    def path(self) -> Path:
        return self.item.path

    @property
    def shown(self) -> Path:
        """The path, of very many commands as straight pieces."""
        if len(self.item.path.commands) <= _MANY:
            return self.item.path
        return Path(
            tuple(command for piece in self.pieces for command in Path.polyline(piece).commands)
        )


def _has_long_curves(path: Path) -> bool:
    """Whether a path has curves other than round corners."""
    x = y = 0.0
    for command in path.commands:
        if command[0] == "C":
            end_x, end_y = float(command[5]), float(command[6])
            if abs(end_x - x) + abs(end_y - y) > _CORNER:
                return True
        if len(command) > 2:
            x, y = float(command[-2]), float(command[-1])
    return False


def _thinned(piece: tuple[Point, ...]) -> tuple[Point, ...]:
    """A line of very many points without those that nobody can see."""
    if len(piece) <= _MANY:
        return piece
    kept = [piece[0]]
    for point in piece[1:-1]:
        if abs(point.x - kept[-1].x) + abs(point.y - kept[-1].y) >= _SEEN:
            kept.append(point)
    return (*kept, piece[-1])


@dataclass(frozen=True)
class Grounds:
    """What is below a place: the last filled thing painted there before, else the canvas."""

    canvas: str
    index: Index[Thing]

    @classmethod
    def of(cls, canvas: str, things: Sequence[Thing]) -> Grounds:
        return cls(canvas, Index((thing.rect, thing) for thing in things if thing.is_filled))

    def below(self, point: Point, order: int) -> str:
        """The colour at a point before a place in paint order, `none` for none."""
        found = None
        for thing in self.index.near(Rect(*point, 0, 0)):
            if thing.order < order and (found is None or thing.order > found.order):
                found = thing
        if found is None:
            return self.canvas
        fill = found.item.fill
        return colors.blend(fill.hex, fill.alpha, self.canvas) if fill.alpha < 1 else fill.hex

    def seen(self, color: colors.Color, point: Point, order: int) -> str:
        """What a colour painted at a point looks like there."""
        if color.alpha >= 1 or color.hex == NO_COLOR:
            return color.hex
        return colors.blend(color.hex, color.alpha, self.below(point, order))
