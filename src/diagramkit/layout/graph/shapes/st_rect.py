"""Several processes: a stack of boxes."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import _paper, square
from diagramkit.theme.model import Theme

ALIASES = ("procs", "processes", "stacked-rectangle")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, larger by those that look out behind it on every side."""
    box, behind = square.fit(label, theme, compact), _paper.SHEETS * _paper.LAYER
    return Size(box.width + 2 * behind, box.height + behind)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The stack."""
    first = _paper.front(rect)
    ends = (("L", first.right, first.bottom), ("L", first.x, first.bottom), ("Z",))
    return Path((*_paper.steps(rect), *ends))


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The sides of the boxes that lie over others."""
    return _paper.edges(rect, _paper.front(rect).bottom - _paper.LAYER)


def shift(theme: Theme) -> float:
    """The words stand in the first box."""
    return _paper.SHEETS * _paper.LAYER / 2
