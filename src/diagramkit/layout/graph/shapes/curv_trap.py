"""A display: pointed at the left, round at the right."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("curved-trapezoid", "display")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the point on both sides."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * theme.shape.point, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Two straight sides, an arc, and a point."""
    point = theme.shape.point
    return Path(
        (
            ("M", rect.x, rect.center.y),
            ("L", rect.x + point, rect.y),
            ("L", rect.right - point, rect.y),
            ("A", point, rect.height / 2, 0, 0, 1, rect.right - point, rect.bottom),
            ("L", rect.x + point, rect.bottom),
            ("Z",),
        )
    )
