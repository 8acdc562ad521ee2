"""A chart's boxes, lines and words on the page, in one of several ways to set it.

For each variant from roomy to tight: set the words, lay out every group by itself from the inside
out, and where that is narrow enough, take the chart through the last passes. Stop at the first that
is narrow enough with the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from diagramkit.layout.graph.beyond import Beyond, untangled
from diagramkit.layout.graph.build import Known, build
from diagramkit.layout.graph.costs import price
from diagramkit.layout.graph.effort import LITTLE, MOST_CROSSINGS, WORK
from diagramkit.layout.graph.finish import Finish
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.passes import WAYS, WORDS, run
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
TURNED, FOLDED = 0.2, 0.1
"""What counts against turning a chart, and against groups folded for others beside them."""
TOO_WIDE = 100.0
"""More than can be said against a chart that is narrow enough."""
SIDE_BY_SIDE = 0.6
"""The share of the room that a group may take in the last of them, for another beside it."""
NEXT = 4
"""How many of the drafts that were made to find the best one may be asked for."""
OVERDRAFT = WORK // 4
"""How much more work than the chart is worth may have been done when one of them is asked for."""
STAGES = (WORDS, WAYS)
"""The passes of the whole chart; the later ones are only worth it where it is narrow enough."""


@dataclass(slots=True, eq=False)
class _Draft:
    """A chart in one variant, how many of the `STAGES` it has been through, and what there is to be
    said against it: how much it is too wide, else how much too tall. 0 will do."""

    finish: Finish
    loss: float
    stage: int = 0

    @property
    def page(self) -> Page:
        return self.finish.page

    @property
    def fits(self) -> bool:
        """Whether it is narrow enough."""
        return self.loss < TOO_WIDE

    def price(self) -> float:
        """What its lines cost, as the router weighs them."""
        it = self.finish
        return price(it.streets, it.spots, it.tree, it.theme)

    def advance(self) -> None:
        """Take the page through the next passes of the whole chart."""
        run(STAGES[self.stage], self.finish)
        self.stage += 1


def arrangements(
    chart: Flowchart, roles: Roles, theme: Theme
) -> Iterator[tuple[Page, dict[int, Spot]]]:
    """Ways to place a chart and the words of its edges, each made when it is asked for: the first
    variant that will do, else the best of all and the next best; then those of the others that are
    no worse, for as long as the chart is worth the work.

    Post, for each: no two boxes overlap but groups and what they hold; every edge has a route from
    the border of its source to the border of its target.
    """
    drafting = _Drafting(chart, Tree.of(chart), roles, theme)
    drafts = [drafting.draft(Variant(False, True, theme.box.wrap))]
    if not drafts[0].fits:
        drafts += drafting.narrower(drafts[0])
    elif drafts[0].loss:
        drafts += drafting.in_columns(drafts[0])
    drafts = sorted(dict.fromkeys(drafts), key=lambda draft: draft.loss)
    best = drafts[0]
    for draft in drafts[:NEXT]:
        if draft is not best and drafting.left <= drafting.least:
            return
        if draft.fits == best.fits:
            yield from drafting.finished(draft)
    tried = {draft.page.variant for draft in drafts}
    dearest = max(draft.page.cost for draft in drafts)
    for way, _ in tighter(theme, sideways=chart.direction in ("LR", "RL")):
        if drafting.left - drafting.least < dearest:
            return
        if way in tried or (draft := drafting.draft(way)) in drafts:
            continue
        if draft.loss <= best.loss:
            yield from drafting.finished(draft)


@dataclass(slots=True)
class _Drafting:
    """The drafts of a chart: the levels that they share, and the work that is left for them."""

    chart: Flowchart
    tree: Tree
    roles: Roles
    theme: Theme
    known: Known = field(default_factory=dict)
    left: int = WORK
    least: int = -OVERDRAFT
    """What may be left for another draft to be asked for all the same."""
    begun: list[tuple[object, _Draft]] = field(default_factory=list)
    """What came of those that were narrow enough, and how they stood at first."""
    placed: list[tuple[object, int]] = field(default_factory=list)
    """The drafts that were finished, as they stood before, and the work that each took."""

    def narrower(self, first: _Draft) -> Iterator[_Draft]:
        """Tighter drafts, until one will do, as many as the work is worth: where one is dear they
        are few, evenly from the roomiest way to the tightest."""
        roomy = width(first.page, self.theme)
        ways = tighter(self.theme, sideways=self.chart.direction in ("LR", "RL"))
        worth = [way for way, share in ways if roomy * share <= self.theme.page.max_width]
        last, dearest = first, first.page.cost
        if len(worth) * dearest > self.left:
            # Where few can be tried, turning it does more than setting words ever tighter.
            worth.sort(key=lambda way: way.words is not None)
        while last.loss and worth and (count := max(self.left // max(1, dearest), 0)):
            skipped = -(-len(worth) // count)
            last = self.draft(worth[skipped - 1])
            worth = worth[skipped:]
            dearest = max(dearest, last.page.cost)
            yield last

    def in_columns(self, first: _Draft) -> Iterator[_Draft]:
        """A chart that is too tall, in columns of each number."""
        for count in range(2, self.theme.budget.rows + 1):
            if self.left < first.page.cost:
                return
            tall = first.page.bounds.height / count * UNEVEN
            yield self.draft(Variant(False, True, self.theme.box.wrap, fold=True, tall=tall))

    def draft(self, variant: Variant) -> _Draft:
        """The chart in one variant, taken through the passes for as long as it is narrow enough;
        an earlier draft where that was the same before."""
        chart, tree, roles, theme = self.chart, self.tree, self.roles, self.theme
        again = partial(build, chart, tree, roles, theme, variant, self.known, self.left // 2)
        is_first, page = self.left == WORK, again()
        self.left -= page.cost
        if is_first and page.crossings() > MOST_CROSSINGS:
            self.left -= WORK - LITTLE
            self.least = 0
        own = self._begun(page)
        if not own.fits:
            return own
        same = own.loss, _as_placed(page)
        for begun, draft in self.begun:
            if begun == same:
                return draft
        self.begun.append((same, self._passed(own, again)))
        return self.begun[-1][1]

    def _passed(self, own: _Draft, again: Callable[[Beyond], Page]) -> _Draft:
        """The better one of a draft that is narrow enough and what it is when untangled, taken
        through the passes."""
        page, chart, tree = own.page, self.chart, self.tree
        other, spent = untangled(page, chart, tree, again, self.left)
        self.left -= spent
        drafts = [self._tried(own if other is page else self._begun(other))]
        if other is not page and self.left > 0:
            drafts.append(self._tried(own))
        fitting = [draft for draft in drafts if draft.fits] or drafts[:1]
        return fitting[0] if len(fitting) == 1 else min(fitting, key=_Draft.price)

    def _begun(self, page: Page) -> _Draft:
        return _Draft(Finish(page, self.chart, self.tree, self.theme), _loss(page, self.theme))

    def _tried(self, draft: _Draft) -> _Draft:
        while draft.fits and draft.stage < len(STAGES):
            self._advance(draft)
            draft.loss = _loss(draft.page, self.theme, draft.finish.spots)
        return draft

    def _advance(self, draft: _Draft) -> None:
        before = draft.page.cost
        draft.finish.left = max(0, self.left)
        draft.advance()
        self.left -= draft.page.cost - before

    def finished(self, draft: _Draft) -> Iterator[tuple[Page, dict[int, Spot]]]:
        """A draft, taken through all passes; none where an earlier one was the same, which counts
        as if it had been."""
        same = draft.stage, draft.loss, _as_placed(draft.page)
        before = self.left
        for placed, work in self.placed:
            if placed == same:
                self.left -= work
                return
        while draft.stage < len(STAGES):
            self._advance(draft)
        self.placed.append((same, before - self.left))
        yield draft.page, draft.finish.spots


def _as_placed(page: Page) -> object:
    """All that a page is made of, as it is now."""
    routes = {index: tuple(route) for index, route in page.routes.items()}
    words = page.labels, page.edge_labels, page.end_labels
    rooms = dict(page.spots), page.hosts, page.returns, page.titles
    return page.variant.compact, dict(page.rects), routes, *words, *rooms


def _loss(page: Page, theme: Theme, spots: Mapping[int, Spot] | None = None) -> float:
    """What there is to be said against the shape of a page: 0 where nothing is.

    What is narrow enough is better than all that is not, the less so the taller it is beside its
    width; of the others the one that would have to be made smallest to fit a page is the worst.
    A chart turned another way, or with groups folded, has to be better by far.
    """
    ink, around = page.ink(spots or {}), 2 * margin(page.variant, theme)
    wide, tall = ink.width + around, ink.height + around
    if wide <= theme.page.max_width:
        too_tall = max(0.0, tall / max(TALL * wide, HIGH * theme.page.max_width) - 1)
        return too_tall + TURNED * page.variant.turned if too_tall else 0.0
    share = max(wide, tall / LONG) / theme.page.max_width
    strain = TURNED * page.variant.turned + FOLDED * (page.variant.nested < 1)
    return TOO_WIDE + share * (1 + strain)


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
