"""A store of a data flow diagram: a rule above and one below the words, open at both sides."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("data-store",)
UNFILLED = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box."""
    return square.fit(label, theme, compact)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The two rules, in the order of the corners: lines end at the box around them."""
    return Path(
        (
            ("M", rect.x, rect.y),
            ("L", rect.right, rect.y),
            ("M", rect.right, rect.bottom),
            ("L", rect.x, rect.bottom),
        )
    )
