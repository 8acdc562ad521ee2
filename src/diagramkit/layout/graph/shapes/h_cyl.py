"""Direct access: a cylinder that lies on its side."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("das", "horizontal-cylinder")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the caps."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 4 * theme.shape.cap, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The body with both outer caps."""
    rx, ry = theme.shape.cap, rect.height / 2
    left, right = rect.x + rx, rect.right - rx
    return Path(
        (
            ("M", left, rect.y),
            ("L", right, rect.y),
            ("A", rx, ry, 0, 0, 1, right, rect.bottom),
            ("L", left, rect.bottom),
            ("A", rx, ry, 0, 0, 1, left, rect.y),
            ("Z",),
        )
    )


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The near rim of the right cap."""
    right = rect.right - theme.shape.cap
    arc = ("A", theme.shape.cap, rect.height / 2, 0, 0, 0, right, rect.bottom)
    return (Path((("M", right, rect.y), arc)),)
