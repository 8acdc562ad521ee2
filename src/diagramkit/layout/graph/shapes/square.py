"""A box: the shape of most nodes."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.theme.model import Theme


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """The label with the theme's padding, at least the theme's smallest box."""
    box = theme.box
    padding = box.padding_x_compact if compact else box.padding_x
    return Size(
        max(box.min_width, label.width + 2 * padding),
        max(box.min_height, label.height + 2 * box.padding_y),
    )


def outline(rect: Rect, label: Size, theme: Theme) -> Path | None:
    """A box is written as a rectangle with rounded corners."""
    return None
