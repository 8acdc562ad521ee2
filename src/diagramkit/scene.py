"""The narrow waist: everything that can be drawn becomes a Scene, everything that judges a
drawing reads one.

A scene is a frozen list of placed primitives in paint order. Each has a key that comes from the
source (`node:Router`, `edge:A->B:0`, `text:Router:1`), so that the same thing can be found
again in another scene, a role of the theme, and its resolved paint. Lengths are user units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.geometry import Path, Point, Rect, turned

Anchor = Literal["start", "middle", "end"]
NO_COLOR = "none"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and stroked; colours are `#rrggbb` or `none`, widths user units."""

    fill: str = NO_COLOR
    stroke: str = NO_COLOR
    stroke_width: float = 0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """The outline of a node, group or cell.

    A rectangle with rounded corners unless `outline` gives another shape; `rect` holds the
    whole of it either way. `details` are further lines of the shape (the rim of a cylinder).
    `owner` is the key of the group that it stands in.
    """

    key: str
    role: str
    rect: Rect
    paint: Paint
    radius: float = 0
    outline: Path | None = None
    details: tuple[Path, ...] = ()
    owner: str = ""
    link: str = ""

    @property
    def polygon(self) -> tuple[Point, ...]:
        """The outline as corner points, curves flattened; rounded corners count as square."""
        return self.outline.flattened() if self.outline else self.rect.corners


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words. `x` is where `anchor` says, `y` the baseline.

    `width` is the measured width, the widest over the fonts of the stack; `ascent` and
    `descent` are the room above and below the baseline. `owner` is the key of the box or
    connector that the words belong to. `turn` is the direction in which they run, in degrees
    clockwise about (x, y).
    """

    key: str
    role: str
    text: str
    x: float
    y: float
    width: float
    size: float
    weight: int
    color: str
    families: tuple[str, ...]
    anchor: Anchor = "middle"
    owner: str = ""
    halo: str = ""
    link: str = ""
    turn: float = 0

    @property
    def rect(self) -> Rect:
        """The room that the words take: cap height above the baseline, descenders below; of
        turned words the upright rectangle around it."""
        return self.turned(self.level)

    @property
    def level(self) -> Rect:
        """The room that the words would take without their turn."""
        left = self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        return Rect(left, self.y - 0.76 * self.size, self.width, 0.98 * self.size)

    def turned(self, rect: Rect) -> Rect:
        """The upright rectangle around a rectangle that is turned as the words are."""
        if not self.turn:
            return rect
        return Rect.bounding(
            turned(corner, Point(self.x, self.y), self.turn) for corner in rect.corners
        )


@dataclass(frozen=True, slots=True)
class Head:
    """An end mark of a connector: a closed filled outline whose tip is at `tip`."""

    outline: Path
    tip: Point
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Connector:
    """A line between two boxes, through `points`, with corners rounded by `radius`.

    The line stops inside the base of each head. `source` and `target` are keys of boxes.
    """

    key: str
    role: str
    source: str
    target: str
    points: tuple[Point, ...]
    paint: Paint
    radius: float = 0
    heads: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape that is neither box nor connector: a rule, a divider, a data mark."""

    key: str
    role: str
    path: Path
    paint: Paint


Primitive = Box | Text | Connector | Mark


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing: its size, its ground, and its primitives in paint order.

    `name` comes from the source's file name. `background` is `#rrggbb` or `none`.
    `title` and `description` are for people who cannot see the drawing. `lang` is the language of
    the words, a BCP 47 tag, where it was said.
    """

    name: str
    mode: Literal["light", "dark"]
    width: float
    height: float
    background: str
    title: str
    description: str
    primitives: tuple[Primitive, ...]
    lang: str = ""

    @property
    def boxes(self) -> list[Box]:
        return [item for item in self.primitives if isinstance(item, Box)]

    @property
    def texts(self) -> list[Text]:
        return [item for item in self.primitives if isinstance(item, Text)]

    @property
    def connectors(self) -> list[Connector]:
        return [item for item in self.primitives if isinstance(item, Connector)]
