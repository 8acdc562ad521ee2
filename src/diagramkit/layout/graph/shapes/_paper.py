"""The sides of sheets of paper: waves, and the steps of a stack."""

from __future__ import annotations

from diagramkit.geometry import Command, Path, Point, Rect
from diagramkit.theme.model import Theme

LAYER = 4.0
"""How far a sheet of a stack looks out from below the one before it."""
SHEETS = 2
"""How many sheets are seen below the first."""


def depth(theme: Theme) -> float:
    """How high a wave is, in user units."""
    return theme.shape.cap


def wave(x: float, end: float, y: float, depth: float) -> Command:
    """A curve from `x` to `end` that swings to `depth` on both sides of the height `y`."""
    # The control points of a cubic curve whose extremes lie that far off its ends.
    swing = depth * 2 * 3**0.5
    third = (end - x) / 3
    return ("C", x + third, y + swing, end - third, y - swing, end, y)


def sheet(rect: Rect, theme: Theme) -> Path:
    """A sheet whose lower side is a wave."""
    y = rect.bottom - depth(theme)
    return Path(
        (
            ("M", rect.x, rect.y),
            ("L", rect.right, rect.y),
            ("L", rect.right, y),
            wave(rect.right, rect.x, y, -depth(theme)),
            ("Z",),
        )
    )


def front(rect: Rect) -> Rect:
    """The first sheet of a stack that fills `rect`."""
    behind = LAYER * SHEETS
    return Rect(rect.x, rect.y + behind, rect.width - behind, rect.height - behind)


def steps(rect: Rect) -> list[Command]:
    """From the top left corner of the first sheet around the sheets behind it to its right side."""
    first = front(rect)
    made: list[Command] = [("M", first.x, first.y)]
    for place in range(SHEETS):
        x, y = first.x + (place + 1) * LAYER, first.y - place * LAYER
        made += [("L", x, y), ("L", x, y - LAYER)]
    made += [("L", rect.right, rect.y)]
    for place in range(SHEETS, 0, -1):
        x, y = first.right + place * LAYER, first.bottom - place * LAYER
        made += [("L", x, y), ("L", x - LAYER, y)]
    return made


def edges(rect: Rect, bottom: float) -> tuple[Path, ...]:
    """The upper and right sides of the sheets that lie over others; those of the first end at a
    height `bottom`."""
    first = front(rect)
    made: list[Path] = []
    for place in range(SHEETS):
        off = place * LAYER
        left, top, right = first.x + off, first.y - off, first.right + off
        end = bottom if place == 0 else first.bottom - off
        made.append(Path.polyline([Point(left, top), Point(right, top)]))
        made.append(Path.polyline([Point(right, top), Point(right, end)]))
    return tuple(made)
