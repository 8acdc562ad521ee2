"""A paper tape: a sheet whose upper and lower sides are waves."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import _paper, square
from diagramkit.theme.model import Theme

ALIASES = ("paper-tape",)


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, higher by both waves."""
    box = square.fit(label, theme, compact)
    return Size(box.width, box.height + 4 * _paper.depth(theme))


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The tape."""
    depth = _paper.depth(theme)
    top, bottom = rect.y + depth, rect.bottom - depth
    return Path(
        (
            ("M", rect.x, top),
            _paper.wave(rect.x, rect.right, top, depth),
            ("L", rect.right, bottom),
            _paper.wave(rect.right, rect.x, bottom, -depth),
            ("Z",),
        )
    )
