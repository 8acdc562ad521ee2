"""A store: a cylinder with flat caps."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("cyl", "db", "database", "bucket")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, higher by the caps."""
    box = square.fit(label, theme, compact)
    return Size(box.width, box.height + theme.shape.cylinder_extra)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The body with both outer caps."""
    rx, ry = rect.width / 2, theme.shape.cap
    top, bottom = rect.y + ry, rect.bottom - ry
    return Path(
        (
            ("M", rect.x, top),
            ("A", rx, ry, 0, 0, 1, rect.right, top),
            ("L", rect.right, bottom),
            ("A", rx, ry, 0, 0, 1, rect.x, bottom),
            ("Z",),
        )
    )


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The near rim of the top cap."""
    top = rect.y + theme.shape.cap
    arc = ("A", rect.width / 2, theme.shape.cap, 0, 0, 0, rect.right, top)
    return (Path((("M", rect.x, top), arc)),)


def shift(theme: Theme) -> float:
    """The words keep clear of the rim."""
    return theme.shape.cap / 2
