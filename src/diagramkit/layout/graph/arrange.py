"""A chart's boxes, lines and words on the page, in one of several ways to set it.

For each variant from roomy to tight: set the words, lay out every group by itself from the inside
out, and where that is narrow enough, take the chart through the last passes. Stop at the first that
is narrow enough with the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from diagramkit.layout.graph.beyond import untangled
from diagramkit.layout.graph.build import build
from diagramkit.layout.graph.effort import WORK
from diagramkit.layout.graph.finish import Finish
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.passes import PAGE, run
from diagramkit.layout.graph.roles import Roles
from diagramkit.layout.graph.sizes import Variant
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

NARROW, NARROWEST = 0.7, 0.55
"""The shares of the usual width at which words wrap in the tightest variants."""
TALL, HIGH, LONG = 2.5, 1.5, 2.0
"""How many times as tall as wide a chart may be; how tall beside the width of the page it may be in
any case; and how tall the page is beside its width that what is too wide has to fit when it is made
smaller."""
UNEVEN = 1.12
"""How much taller than the others together a column may be."""
TURNED = 0.2
"""What counts against turning a chart."""
TOO_WIDE = 100.0
"""More than can be said against a chart that is narrow enough."""
SIDE_BY_SIDE = 0.6
"""The share of the room that a group may take in the last of them, for another beside it."""


@dataclass(slots=True)
class _Draft:
    """A chart in one variant: where its edges' words stand, once that is known, and what there is
    to be said against it: how much it is too wide, else how much too tall. 0 will do."""

    page: Page
    spots: dict[int, Spot] | None
    loss: float

    @property
    def fits(self) -> bool:
        """Whether it is narrow enough."""
        return self.loss < TOO_WIDE


def place(chart: Flowchart, roles: Roles, theme: Theme) -> tuple[Page, dict[int, Spot]]:
    """Place a chart and the words of its edges in the first variant that will do, else in the
    best of all.

    Post: no two boxes overlap but groups and what they hold; every edge has a route from the
    border of its source to the border of its target.
    """
    tree = Tree.of(chart)
    best = _draft(chart, tree, roles, theme, Variant(False, True, theme.box.wrap))
    if not best.fits:
        best = _narrower(best, chart, tree, roles, theme)
    elif best.loss:
        best = _in_columns(best, chart, tree, roles, theme)
    if best.spots is None:
        best.spots = _finish(best.page, chart, tree, theme)
    return best.page, best.spots


def _narrower(first: _Draft, chart: Flowchart, tree: Tree, roles: Roles, theme: Theme) -> _Draft:
    """The first tighter draft that will do, else the best of those that the work is worth: where
    one is dear they are few, evenly from the roomiest way to the tightest."""
    roomy = width(first.page, theme)
    ways = tighter(theme, sideways=chart.direction in ("LR", "RL"))
    worth = [way for way, share in ways if roomy * share <= theme.page.max_width]
    best, dearest, left = first, first.page.cost, WORK - first.page.cost
    while best.loss and worth and (count := max(left // max(1, dearest), 0)):
        skipped = -(-len(worth) // count)
        draft = _draft(chart, tree, roles, theme, worth[skipped - 1])
        worth = worth[skipped:]
        left, dearest = left - draft.page.cost, max(dearest, draft.page.cost)
        if draft.loss < best.loss:
            best = draft
    return best


def _in_columns(first: _Draft, chart: Flowchart, tree: Tree, roles: Roles, theme: Theme) -> _Draft:
    """A chart that is too tall in columns, as many as serve it best."""
    height, best = first.page.bounds.height, first
    for count in range(2, theme.budget.rows + 1):
        tall = height / count * UNEVEN
        variant = Variant(False, True, theme.box.wrap, fold=True, tall=tall)
        best = min(best, _draft(chart, tree, roles, theme, variant), key=lambda draft: draft.loss)
    return best


def _draft(chart: Flowchart, tree: Tree, roles: Roles, theme: Theme, variant: Variant) -> _Draft:
    """A chart in one variant, without the words of edges where it is too wide without them."""
    page = build(chart, tree, roles, theme, variant)
    draft = _Draft(page, None, _loss(page, theme))
    if not draft.fits:
        return draft
    ordered = untangled(page, chart, tree, partial(build, chart, tree, roles, theme, variant))
    drafts = []
    for one in [page] if ordered is page else [ordered, page]:
        spots = _finish(one, chart, tree, theme)
        drafts.append(_Draft(one, spots, _loss(one, theme, spots)))
    return min(drafts, key=lambda draft: (not draft.fits, draft.page.crossings()))


def _finish(page: Page, chart: Flowchart, tree: Tree, theme: Theme) -> dict[int, Spot]:
    """Take a page through the passes of the whole chart; returns where the words of edges stand."""
    finish = Finish(page, chart, tree, theme)
    run(PAGE, finish)
    return finish.spots


def _loss(page: Page, theme: Theme, spots: Mapping[int, Spot] | None = None) -> float:
    """What there is to be said against the shape of a page: 0 where nothing is.

    What is narrow enough is better than all that is not, the less so the taller it is beside its
    width; of the others the one that would have to be made smallest to fit a page is the worst.
    A chart turned another way has to be better by far.
    """
    ink, around = page.ink(spots or {}), 2 * margin(page.variant, theme)
    wide, tall = ink.width + around, ink.height + around
    if wide <= theme.page.max_width:
        too_tall = max(0.0, tall / max(TALL * wide, HIGH * theme.page.max_width) - 1)
        return too_tall + TURNED * page.variant.turned if too_tall else 0.0
    share = max(wide, tall / LONG) / theme.page.max_width
    return TOO_WIDE + share * (1 + TURNED * page.variant.turned)


def tighter(theme: Theme, *, sideways: bool) -> Iterator[tuple[Variant, float]]:
    """The ways to set a chart that is too wide, from roomy to tight, and the share of its width
    that each may come down to: where that is still too wide, it need not be tried.

    The last ones fold what is too long. A chart that runs sideways and would have many lines
    between its rows runs down instead; one that runs down and cannot be folded runs sideways. At
    last groups are folded so far that two of them may stand side by side.
    """
    wide, narrow, narrowest = (theme.box.wrap * share for share in (1, NARROW, NARROWEST))
    yield Variant(False, False, wide), 0.8
    yield Variant(True, True, wide), 0.85
    yield Variant(True, False, wide), 0.7
    yield Variant(True, False, narrow), 0.55
    yield Variant(True, False, narrowest), 0.45
    yield Variant(True, True, wide, fold=True), 0
    yield Variant(True, False, narrow, fold=True), 0
    yield Variant(True, False, narrowest, fold=True), 0
    yield Variant(True, True, wide, fold=True, words=narrow), 0
    yield Variant(True, False, narrowest, fold=True, words=narrowest), 0
    if sideways:
        yield Variant(False, True, wide, fold=True, turned=True), 0
    yield Variant(True, True, wide, fold=True, turned=True), 0
    if not sideways:
        yield Variant(True, False, narrow, fold=True, turned=True), 0
    yield Variant(True, False, narrowest, fold=True, turned=True, words=narrowest), 0
    for wrap in (wide, narrowest):
        for turned in (False, True):
            equal = wrap == wide
            tight = Variant(True, equal, wrap, fold=True, words=wrap, nested=SIDE_BY_SIDE)
            yield replace(tight, turned=turned), 0


def width(page: Page, theme: Theme, spots: Mapping[int, Spot] | None = None) -> float:
    """How wide the drawing will be, margins and the words of edges included."""
    return page.ink(spots or {}).width + 2 * margin(page.variant, theme)


def margin(variant: Variant, theme: Theme) -> float:
    """The space around the drawing, in user units."""
    return theme.page.margin_compact if variant.compact else theme.page.margin
