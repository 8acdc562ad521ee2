"""Several documents: a stack of sheets."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import _paper, doc
from diagramkit.theme.model import Theme

ALIASES = ("documents", "st-doc", "stacked-document")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A document, larger by those that look out behind it on every side."""
    sheet, behind = doc.fit(label, theme, compact), _paper.SHEETS * _paper.LAYER
    return Size(sheet.width + 2 * behind, sheet.height + behind)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The stack; the lower side of the first sheet is a wave."""
    first, depth = _paper.front(rect), _paper.depth(theme)
    y = first.bottom - depth
    ends = (("L", first.right, y), _paper.wave(first.right, first.x, y, -depth), ("Z",))
    return Path((*_paper.steps(rect), *ends))


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The sides of the sheets that lie over others."""
    return _paper.edges(rect, _paper.front(rect).bottom - _paper.LAYER)


def shift(theme: Theme) -> float:
    """The words stand in the first sheet, above the wave."""
    return _paper.SHEETS * _paper.LAYER / 2 + doc.shift(theme)
