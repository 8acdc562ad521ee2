"""The basic shapes as paths of `M`, `L`, `C` and `Z`, in the user units of their element."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from fontTools.svgLib.path import parse_path

from diagramkit.geometry import Path, Rect
from diagramkit.svg.read.document import Node
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import LARGEST, Room, length, numbers

KAPPA = 0.5522847498
"""The handle of a cubic that is a quarter of a circle, in radii."""
MAX_COMMANDS = 600_000
"""Commands of the longest path that is read, each curve counted as `CURVE`; what comes after them
is left out."""
CURVE = 4
"""So many straight lines take the time of one curve."""
MAX_DATA = 8_000_000
"""Characters of the longest `d` attribute that is read whole."""
Command = tuple[str | float, ...]
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape: its path, and, of a `rect`, the rectangle and the radius of its corners."""

    path: Path
    rect: Rect | None = None
    radius: float = 0
    is_line: bool = False


def work(path: Path) -> int:
    """How many commands a path counts as."""
    return sum(CURVE if command[0] == "C" else 1 for command in path.commands)


def outline(node: Node, style: Style, room: Room) -> Outline | None:
    """The shape that an element draws; None where it draws none."""
    draw = _SHAPES.get(node.tag)
    return draw(_Measures(node, style, room)) if draw else None


@dataclass(frozen=True, slots=True)
class _Measures:
    """The attributes of a shape in user units; style sheets may set some of them as well."""

    node: Node
    style: Style
    room: Room

    def of(self, name: str, whole: float) -> float | None:
        value = self.style.own.get(name) or self.node.attributes.get(name)
        return length(value, whole, self.style.font_size)

    def across(self, name: str) -> float:
        return self.of(name, self.room.width) or 0.0

    def down(self, name: str) -> float:
        return self.of(name, self.room.height) or 0.0


def _rect(measures: _Measures) -> Outline | None:
    rect = Rect(
        measures.across("x"),
        measures.down("y"),
        measures.across("width"),
        measures.down("height"),
    )
    if rect.width <= 0 or rect.height <= 0:
        return None
    rx, ry = measures.of("rx", measures.room.width), measures.of("ry", measures.room.height)
    rx, ry = (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0
    rx, ry = min(max(rx, 0.0), rect.width / 2), min(max(ry, 0.0), rect.height / 2)
    if not (rx and ry):
        return Outline(Path.polygon(rect.corners), rect)
    return Outline(_rounded(rect, rx, ry), rect, (rx + ry) / 2)


def _rounded(rect: Rect, rx: float, ry: float) -> Path:
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    hx, hy = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return Path(
        (
            ("M", x + rx, y),
            ("L", right - rx, y),
            ("C", right - hx, y, right, y + hy, right, y + ry),
            ("L", right, bottom - ry),
            ("C", right, bottom - hy, right - hx, bottom, right - rx, bottom),
            ("L", x + rx, bottom),
            ("C", x + hx, bottom, x, bottom - hy, x, bottom - ry),
            ("L", x, y + ry),
            ("C", x, y + hy, x + hx, y, x + rx, y),
            ("Z",),
        )
    )


def _circle(measures: _Measures) -> Outline | None:
    radius = measures.of("r", measures.room.diagonal) or 0.0
    return _oval(measures.across("cx"), measures.down("cy"), radius, radius)


def _ellipse(measures: _Measures) -> Outline | None:
    rx, ry = measures.of("rx", measures.room.width), measures.of("ry", measures.room.height)
    rx, ry = (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0
    return _oval(measures.across("cx"), measures.down("cy"), rx, ry)


def _oval(x: float, y: float, rx: float, ry: float) -> Outline | None:
    if rx <= 0 or ry <= 0:
        return None
    return Outline(_rounded(Rect(x - rx, y - ry, 2 * rx, 2 * ry), rx, ry))


def _line(measures: _Measures) -> Outline | None:
    start = ("M", measures.across("x1"), measures.down("y1"))
    return Outline(Path((start, ("L", measures.across("x2"), measures.down("y2")))), is_line=True)


def _polyline(measures: _Measures) -> Outline | None:
    values = numbers(measures.node.attributes.get("points", "")[:MAX_DATA])[: 2 * MAX_COMMANDS]
    pairs = list(zip(values[::2], values[1::2], strict=False))
    if len(pairs) < 2:
        return None
    commands: list[Command] = [("L", x, y) for x, y in pairs]
    commands[0] = ("M", *pairs[0])
    return Outline(Path(tuple(commands)))


def _polygon(measures: _Measures) -> Outline | None:
    open_line = _polyline(measures)
    return Outline(Path((*open_line.path.commands, ("Z",)))) if open_line else None


def _path(measures: _Measures) -> Outline | None:
    data = measures.node.attributes.get("d") or measures.style.own.get("d", "").strip("path(\"')")
    commands = path_commands(data)
    return Outline(Path(commands)) if commands else None


_SHAPES: dict[str, Callable[[_Measures], Outline | None]] = {
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "path": _path,
}


class _FullError(Exception):
    """A path has as many commands as are read, or leaves all bounds."""


_WRONG = (ValueError, IndexError, OverflowError, ZeroDivisionError, AssertionError, _FullError)


class _Pen:
    """Writes down what a path does; its methods are those of fontTools' pens."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.left = MAX_COMMANDS
        self.at = (0.0, 0.0)

    def _add(self, command: Command) -> None:
        self.left -= CURVE if command[0] == "C" else 1
        if self.left < 0 or not -LARGEST < sum(command[1:]) < LARGEST:  # type: ignore[arg-type]
            raise _FullError
        self.commands.append(command)

    def moveTo(self, point: Pair) -> None:  # noqa: N802 (fontTools' names)
        self._add(("M", *point))
        self.at = point

    def lineTo(self, point: Pair) -> None:  # noqa: N802
        self._add(("L", *point))
        self.at = point

    def curveTo(self, one: Pair, two: Pair, point: Pair) -> None:  # noqa: N802
        self._add(("C", *one, *two, *point))
        self.at = point

    def qCurveTo(self, handle: Pair, point: Pair) -> None:  # noqa: N802
        (x, y), (hx, hy), (ex, ey) = self.at, handle, point
        one = (x + 2 / 3 * (hx - x), y + 2 / 3 * (hy - y))
        two = (ex + 2 / 3 * (hx - ex), ey + 2 / 3 * (hy - ey))
        self.curveTo(one, two, point)

    def closePath(self) -> None:  # noqa: N802
        self._add(("Z",))

    def endPath(self) -> None:  # noqa: N802
        """An open path ends where it is."""


def path_commands(data: str) -> tuple[Command, ...]:
    """The commands of a `d` attribute, arcs and quadratics as cubics; as in browsers up to the
    first that is wrong (SVG 2, 9.5.4)."""
    pen = _Pen()
    with suppress(*_WRONG):
        parse_path(data[:MAX_DATA], pen)
    return tuple(pen.commands)
