"""A comment: words between braces."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import _brace
from diagramkit.theme.model import Theme

UNFILLED = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by a brace on both sides."""
    return _brace.fit(label, theme, compact)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Both braces, one down and the other up."""
    left = _brace.brace(rect.x + _brace.WIDTH, rect.x, rect.y, rect.bottom)
    right = _brace.brace(rect.right - _brace.WIDTH, rect.right, rect.bottom, rect.y)
    return Path((*left, *right))
