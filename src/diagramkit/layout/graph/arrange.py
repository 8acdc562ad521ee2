"""A chart's boxes and lines on the page: the passes in their order.

For each variant from roomy to tight: set the words, lay out every group by itself from the
inside out, and stop at the first that is narrow enough. Then routes are put together from
their parts, small jogs are taken out, and coordinates are put on the grid.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.layout.graph.build import build
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.roles import Roles
from diagramkit.layout.graph.sizes import Variant
from diagramkit.layout.graph.straighten import on_grid, straighten
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

NARROW = 0.7
"""The share of the usual width at which words wrap in the tightest variants."""


def place(chart: Flowchart, roles: Roles, theme: Theme) -> Page:
    """Place a chart in the first variant that is narrow enough, else in the narrowest.

    Post: no two boxes overlap but groups and what they hold; every edge has a route from the
    border of its source to the border of its target.
    """
    tree = Tree.of(chart)
    best: Page | None = None
    for variant in variants(theme):
        page = build(chart, tree, roles, theme, variant)
        if best is None or page.bounds.width < best.bounds.width:
            best = page
        if width(page, theme) <= theme.page.max_width:
            break
    assert best is not None
    straighten(best, chart, tree, theme)
    on_grid(best, theme.page.grid_compact)
    return best


def variants(theme: Theme) -> Iterator[Variant]:
    """The ways to set a chart, from roomy to tight; the last ones fold what is too long."""
    wide, narrow = theme.box.wrap, theme.box.wrap * NARROW
    yield Variant(False, True, wide)
    yield Variant(False, False, wide)
    yield Variant(True, True, wide)
    yield Variant(True, False, wide)
    yield Variant(True, False, narrow)
    yield Variant(True, True, wide, fold=True)
    yield Variant(True, False, narrow, fold=True)


def width(page: Page, theme: Theme) -> float:
    """How wide the drawing will be, margins included."""
    return page.bounds.width + 2 * margin(page.variant, theme)


def margin(variant: Variant, theme: Theme) -> float:
    """The space around the drawing, in user units."""
    return theme.page.margin_compact if variant.compact else theme.page.margin
