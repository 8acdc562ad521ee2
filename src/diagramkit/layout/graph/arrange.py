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
from diagramkit.layout.graph.square import square
from diagramkit.layout.graph.straighten import on_grid, straighten
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

NARROW, NARROWEST = 0.7, 0.55
"""The shares of the usual width at which words wrap in the tightest variants."""


def place(chart: Flowchart, roles: Roles, theme: Theme) -> Page:
    """Place a chart in the first variant that will do, else in the best of all.

    Post: no two boxes overlap but groups and what they hold; every edge has a route from the
    border of its source to the border of its target.
    """
    tree = Tree.of(chart)
    best = build(chart, tree, roles, theme, Variant(False, True, theme.box.wrap))
    least, roomy = _excess(best, theme), width(best, theme)
    for variant, share in tighter(theme, sideways=chart.direction in ("LR", "RL")):
        if not least:
            break
        if roomy * share > theme.page.max_width:
            continue
        page = build(chart, tree, roles, theme, variant)
        excess = _excess(page, theme)
        if excess < least:
            best, least = page, excess
    square(best)
    straighten(best, chart, tree, theme)
    on_grid(best, theme.page.grid_compact)
    return best


def _excess(page: Page, theme: Theme) -> float:
    """By which share a page is too wide; 0 will do."""
    return max(0.0, width(page, theme) / theme.page.max_width - 1)


def tighter(theme: Theme, *, sideways: bool) -> Iterator[tuple[Variant, float]]:
    """The ways to set a chart that is too wide, from roomy to tight, and the share of its width
    that each may come down to: where that is still too wide, it need not be tried.

    The last ones fold what is too long. A chart that runs sideways and would have many lines
    between its rows runs down instead; one that runs down and cannot be folded runs sideways.
    """
    wide, narrow = theme.box.wrap, theme.box.wrap * NARROW
    yield Variant(False, False, wide), 0.8
    yield Variant(True, True, wide), 0.85
    yield Variant(True, False, wide), 0.7
    yield Variant(True, False, narrow), 0.55
    yield Variant(True, False, wide * NARROWEST), 0.45
    yield Variant(True, True, wide, fold=True), 0
    if sideways:
        yield Variant(False, True, wide, fold=True, turned=True), 0
        yield Variant(True, True, wide, fold=True, turned=True), 0
    yield Variant(True, False, narrow, fold=True), 0
    yield Variant(True, False, wide * NARROWEST, fold=True), 0
    if not sideways:
        yield Variant(True, True, wide, fold=True, turned=True), 0
        yield Variant(True, False, narrow, fold=True, turned=True), 0


def width(page: Page, theme: Theme) -> float:
    """How wide the drawing will be, margins included."""
    return page.bounds.width + 2 * margin(page.variant, theme)


def margin(variant: Variant, theme: Theme) -> float:
    """The space around the drawing, in user units."""
    return theme.page.margin_compact if variant.compact else theme.page.margin
