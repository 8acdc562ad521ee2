"""A decision: flat, never square. A question too long for a flat diamond becomes a box with
pointed ends."""

from __future__ import annotations

import math

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("diam", "decision", "question", "rhombus")
FLATNESS = 1.5
"""The least width of a diamond for its height."""


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """The smallest flat diamond that holds the label, or the pointed box around it."""
    if flat := _flat(label, theme):
        return flat
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * theme.shape.point, box.height)


def _flat(label: Size, theme: Theme) -> Size | None:
    """The flat diamond around a label, or None where it would be too wide or too high.

    A label of width w and height h fits a diamond W wide and H high where w / W + h / H <= 1.
    """
    tokens, style = theme.shape, theme.type.decision
    lines = max(1, round(label.height / style.line))
    height = tokens.diamond_height + (lines - 1) * tokens.diamond_step
    ink = label.height - (style.line - style.size)
    width = label.width / (1 - ink / height) + tokens.diamond_slack if ink < height else math.inf
    if lines > 2 or width > tokens.diamond_max_width:
        return None
    return Size(max(width, height * FLATNESS), height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The diamond, or the pointed box where the rectangle is not a diamond's."""
    if _flat(label, theme):
        return tips(rect)
    middle, point = rect.center, theme.shape.point
    return Path.polygon(
        [
            Point(rect.x, middle.y),
            Point(rect.x + point, rect.y),
            Point(rect.right - point, rect.y),
            Point(rect.right, middle.y),
            Point(rect.right - point, rect.bottom),
            Point(rect.x + point, rect.bottom),
        ]
    )


def tips(rect: Rect) -> Path:
    """The diamond with a tip in the middle of each side of a rectangle."""
    middle = rect.center
    return Path.polygon(
        [
            Point(rect.x, middle.y),
            Point(middle.x, rect.y),
            Point(rect.right, middle.y),
            Point(middle.x, rect.bottom),
        ]
    )
