"""The boxes that name participants, by their type.

A database is a cylinder and a control a hexagon, as nodes of flowcharts are; people have round
ends; the others are boxes with a rule or two: a queue has its places, a boundary its wall, an
entity its ground, collections one more box behind.
"""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph import shapes
from diagramkit.mermaid.kinds.sequence.model import ParticipantType
from diagramkit.theme.model import Theme

_SHAPES: dict[ParticipantType, str] = {"database": "cylinder", "control": "hexagon"}
BEHIND = 4.0
"""How far the second box of collections stands behind the first."""


def fit(kind: ParticipantType, name: Size, theme: Theme, compact: bool) -> Size:
    """The size of a box around a name, before rounding."""
    rules = {"queue": 2, "boundary": 1, "entity": 0}.get(kind, 0) * theme.shape.rule
    around = Size(name.width + 2 * rules, name.height)
    return shapes.fit(_SHAPES.get(kind), around, theme, compact)


def outline(kind: ParticipantType, rect: Rect, name: Size, theme: Theme) -> Path | None:
    """Its outline; None for a rectangle."""
    return shapes.outline(_SHAPES.get(kind), rect, name, theme)


def radius(kind: ParticipantType, theme: Theme) -> float:
    """How round the corners of a rectangle are."""
    return theme.box.min_height / 2 if kind == "actor" else theme.box.radius


def shift(kind: ParticipantType, theme: Theme) -> float:
    """How far below the middle the words stand."""
    return shapes.shift(_SHAPES.get(kind), theme)


def details(kind: ParticipantType, rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The lines inside the outline, or behind it."""
    rule = theme.shape.rule
    match kind:
        case "queue":
            return tuple(_upright(rect.right - place * rule, rect) for place in (1, 2))
        case "boundary":
            return (_upright(rect.x + rule, rect),)
        case "entity":
            y = rect.bottom - rule
            return (Path.polyline([Point(rect.x, y), Point(rect.right, y)]),)
        case "collections":
            return (_behind(rect, theme.box.radius),)
        case _:
            return shapes.details(_SHAPES.get(kind), rect, theme)


def _upright(x: float, rect: Rect) -> Path:
    return Path.polyline([Point(x, rect.y), Point(x, rect.bottom)])


def _behind(rect: Rect, r: float) -> Path:
    """What is seen of a box that stands behind `rect`, up and to the right."""
    x, y, right, bottom = rect.x + BEHIND, rect.y - BEHIND, rect.right + BEHIND, rect.bottom
    return Path(
        (
            ("M", x, rect.y),
            ("A", BEHIND, BEHIND, 0, 0, 1, x + BEHIND, y),
            ("L", right - r, y),
            ("A", r, r, 0, 0, 1, right, y + r),
            ("L", right, bottom - 2 * BEHIND),
            ("A", BEHIND, BEHIND, 0, 0, 1, rect.right, bottom - BEHIND),
        )
    )
