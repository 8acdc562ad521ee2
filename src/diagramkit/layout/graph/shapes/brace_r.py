"""A comment: words with a brace at their right."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import _brace
from diagramkit.theme.model import Theme

UNFILLED = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by a brace on both sides."""
    return _brace.fit(label, theme, compact)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The brace; the corners at the left, which are not drawn, close it to a box."""
    right = _brace.brace(rect.right - _brace.WIDTH, rect.right, rect.y, rect.bottom)
    return Path((*right, ("M", rect.x, rect.bottom), ("M", rect.x, rect.y)))
