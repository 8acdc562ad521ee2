"""A stop: a ring around a solid dot, without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import stadium
from diagramkit.theme.model import Theme

ALIASES = ("stop", "framed-circle")
WORDLESS = SOLID = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As wide as high, whatever the words."""
    return Size(theme.shape.dot + theme.shape.rule, theme.shape.dot + theme.shape.rule)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The ring: drawn round and back again, so that nothing is inside to be filled."""
    radius, middle = rect.width / 2, rect.center.y
    round_ = [
        ("A", radius, radius, 0, 0, sweep, x, middle)
        for sweep in (1, 0)
        for x in (rect.right, rect.x)
    ]
    return Path((("M", rect.x, middle), *round_, ("Z",)))


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The dot."""
    return (stadium.outline(rect.grown(-theme.shape.rule), rect.size, theme),)
