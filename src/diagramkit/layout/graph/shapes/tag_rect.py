"""A tagged process: a box with a fold at its lower right corner."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("tagged-rectangle", "tag-proc", "tagged-process")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the fold on both sides."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * theme.shape.chamfer, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path | None:
    """A plain box outside."""
    return square.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The fold."""
    fold, corner = theme.shape.chamfer, Point(rect.right, rect.bottom)
    return (Path.polyline([corner.moved(-fold, 0), corner.moved(0, -fold)]),)
