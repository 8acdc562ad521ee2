"""A decision: flat, never square. A question too long for a flat diamond becomes a box with
pointed ends."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """The smallest flat diamond that holds the label, or the pointed box around it.

    A label of width w and height h fits a diamond W wide and H high where w / W + h / H <= 1.
    """
    tokens = theme.shape
    lines = max(1, round(label.height / theme.type.decision.line))
    height = tokens.diamond_height + (lines - 1) * tokens.diamond_step
    ink = label.height - (theme.type.decision.line - theme.type.decision.size)
    width = label.width / (1 - ink / height) + tokens.diamond_slack if ink < height else 1e9
    if lines <= 2 and width <= tokens.diamond_max_width:
        return Size(max(width, height * 1.5), height)
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * tokens.point, box.height)


def outline(rect: Rect, theme: Theme) -> Path:
    """The diamond, or the pointed box where the rectangle is not a diamond's."""
    middle = rect.center
    if _is_flat_diamond(rect, theme):
        return Path.polygon(
            [
                Point(rect.x, middle.y),
                Point(middle.x, rect.y),
                Point(rect.right, middle.y),
                Point(middle.x, rect.bottom),
            ]
        )
    point = theme.shape.point
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


def _is_flat_diamond(rect: Rect, theme: Theme) -> bool:
    tokens = theme.shape
    heights = (tokens.diamond_height, tokens.diamond_height + tokens.diamond_step)
    fits = rect.width <= tokens.diamond_max_width + theme.page.grid
    return fits and any(abs(rect.height - height) <= theme.page.grid / 2 for height in heights)
