"""A summary: a circle with a cross in it, without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import stadium
from diagramkit.theme.model import Theme

ALIASES = ("summary", "crossed-circle")
WORDLESS = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As high as a small box, whatever the words."""
    return Size(theme.box.min_height, theme.box.min_height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """A circle."""
    return stadium.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The cross."""
    reach = rect.width / 2 / 2**0.5
    middle = rect.center
    return tuple(
        Path.polyline([middle.moved(-reach, -rise), middle.moved(reach, rise)])
        for rise in (reach, -reach)
    )
