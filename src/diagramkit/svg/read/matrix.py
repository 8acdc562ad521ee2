"""Transforms: matrices, and the lists of functions that attributes and style sheets write."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from diagramkit.geometry import Path, Point, Rect

_FUNCTION = re.compile(r"([a-zA-Z]+)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-z%]*)")
_ANGLES = {"": 1.0, "deg": 1.0, "rad": 180 / math.pi, "grad": 0.9, "turn": 360.0}


MAX_LIST = 5000
"""Characters of the longest list of transforms that is read."""


class Matrix(NamedTuple):
    """An affine map: `x' = a x + c y + e`, `y' = b x + d y + f`."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def after(self, inner: Matrix) -> Matrix:
        """The map that does `inner` first, then this one."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def apply(self, x: float, y: float) -> Point:
        """Where a point goes."""
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    @property
    def scale(self) -> float:
        """How much longer lengths get, on average over both axes."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def turn(self) -> float:
        """The direction of the x axis, in degrees clockwise."""
        return math.degrees(math.atan2(self.b, self.a))

    @property
    def is_upright(self) -> bool:
        """Whether upright rectangles stay upright."""
        return (abs(self.b) < 1e-6 and abs(self.c) < 1e-6) or (
            abs(self.a) < 1e-6 and abs(self.d) < 1e-6
        )

    def rect(self, rect: Rect) -> Rect:
        """The smallest upright rectangle around a mapped one."""
        return Rect.bounding(self.apply(*corner) for corner in rect.corners)

    def path(self, path: Path) -> Path:
        """A path of `M`, `L`, `C` and `Z` mapped."""
        if self == IDENTITY:
            return path
        commands: list[tuple[str | float, ...]] = []
        a, b, c, d, e, f = self
        for command in path.commands:
            values = command[1:]
            mapped: list[str | float] = [command[0]]
            for at in range(0, len(values), 2):
                x, y = values[at], values[at + 1]
                mapped.append(a * x + c * y + e)  # type: ignore[operator]
                mapped.append(b * x + d * y + f)  # type: ignore[operator]
            commands.append(tuple(mapped))
        return Path(tuple(commands))


IDENTITY = Matrix()


def translation(x: float, y: float) -> Matrix:
    """A move by `x` and `y`."""
    return Matrix(e=x, f=y)


def _rotation(degrees: float, x: float = 0, y: float = 0) -> Matrix:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    turned = Matrix(cosine, sine, -sine, cosine)
    return translation(x, y).after(turned).after(translation(-x, -y))


def _scaling(x: float, y: float | None = None) -> Matrix:
    return Matrix(a=x, d=x if y is None else y)


def _skew_x(degrees: float) -> Matrix:
    return Matrix(c=math.tan(math.radians(degrees)))


def _skew_y(degrees: float) -> Matrix:
    return Matrix(b=math.tan(math.radians(degrees)))


_MADE: dict[str, tuple[Callable[..., Matrix], tuple[int, ...]]] = {
    "matrix": (Matrix, (6,)),
    "translate": (lambda x, y=0.0: translation(x, y), (1, 2)),
    "translatex": (lambda x: translation(x, 0), (1,)),
    "translatey": (lambda y: translation(0, y), (1,)),
    "scale": (_scaling, (1, 2)),
    "scalex": (lambda x: _scaling(x, 1), (1,)),
    "scaley": (lambda y: _scaling(1, y), (1,)),
    "rotate": (_rotation, (1, 3)),
    "skewx": (_skew_x, (1,)),
    "skewy": (_skew_y, (1,)),
}


@lru_cache(maxsize=4096)
def parse_transform(text: str) -> Matrix:
    """The map of a list of functions; a list that is not understood maps nothing, as in
    browsers."""
    whole = IDENTITY
    if len(text) > MAX_LIST:
        return IDENTITY
    for name, arguments in _FUNCTION.findall(text):
        make, counts = _MADE.get(name.lower(), (None, ()))
        values = [
            float(number) * _ANGLES.get(unit, 1.0) for number, unit in _NUMBER.findall(arguments)
        ]
        if make is None or len(values) not in counts or not all(map(math.isfinite, values)):
            return IDENTITY
        whole = whole.after(make(*values))
    return whole
