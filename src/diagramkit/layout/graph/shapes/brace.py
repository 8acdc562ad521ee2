"""A comment: words with a brace at their left."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import _brace
from diagramkit.theme.model import Theme

ALIASES = ("comment", "brace-l")
UNFILLED = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by a brace on both sides."""
    return _brace.fit(label, theme, compact)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The brace; the corners at the right, which are not drawn, close it to a box."""
    left = _brace.brace(rect.x + _brace.WIDTH, rect.x, rect.y, rect.bottom)
    return Path((*left, ("M", rect.right, rect.bottom), ("M", rect.right, rect.y)))
