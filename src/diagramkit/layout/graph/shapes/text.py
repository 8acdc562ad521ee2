"""Words without a frame around them."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.theme.model import Theme

FRAMELESS = True
AIR = 4.0
"""Between the words and a line that ends at them, in user units."""


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """The label with some air."""
    return Size(label.width + 2 * AIR, label.height + 2 * AIR)


def outline(rect: Rect, label: Size, theme: Theme) -> Path | None:
    """Nothing of it is seen."""
    return None
