"""A chart's boxes, lines and words on the page, in one of several ways to set it.

For each variant from roomy to tight: set the words, lay out every group by itself from the inside
out, and where that is narrow enough, take the chart through the last passes. Stop at the first that
is narrow enough with the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagramkit.layout.graph.build import Known, build
from diagramkit.layout.graph.effort import WORK
from diagramkit.layout.graph.finish import Finish
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.passes import PAGE, TOUCHES, WORDS, Pass, run
from diagramkit.layout.graph.roles import Roles
from diagramkit.layout.graph.sizes import Variant
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

NARROW, NARROWEST = 0.7, 0.55
"""The shares of the usual width at which words wrap in the tightest variants."""
SIDE_BY_SIDE = 0.6
"""The share of the room that a group may take in the last of them, for another beside it."""


@dataclass(slots=True)
class _Draft:
    """A chart in one variant, by which share it is too wide (0 will do), and which passes over the
    whole of it are still to come."""

    finish: Finish
    excess: float
    left: tuple[Pass[Finish], ...] = PAGE

    @property
    def page(self) -> Page:
        return self.finish.page

    def take_through(self, passes: tuple[Pass[Finish], ...]) -> None:
        """Take the page through passes, those of which that are still to come."""
        run([one for one in passes if one in self.left], self.finish)
        self.left = tuple(one for one in self.left if one not in passes)


def place(chart: Flowchart, roles: Roles, theme: Theme) -> tuple[Page, dict[int, Spot]]:
    """Place a chart and the words of its edges in the first variant that will do, else in the
    best of all.

    Post: no two boxes overlap but groups and what they hold; every edge has a route from the
    border of its source to the border of its target.
    """
    tree, known = Tree.of(chart), Known()
    best = _draft(chart, tree, roles, theme, Variant(False, True, theme.box.wrap), known)
    if best.excess:
        best = _narrower(best, chart, tree, roles, theme, known)
    best.take_through(PAGE)
    return best.page, best.finish.spots


def _narrower(
    first: _Draft, chart: Flowchart, tree: Tree, roles: Roles, theme: Theme, known: Known
) -> _Draft:
    """The first tighter draft that is narrow enough, else the narrowest of those that the work is
    worth: where one is dear they are the tightest, then few, evenly from the roomiest way on."""
    roomy = width(first.page, theme)
    ways = tighter(theme, sideways=chart.direction in ("LR", "RL"))
    worth = [way for way, share in ways if roomy * share <= theme.page.max_width]
    drafts, dearest, left = [first], first.page.cost, WORK - first.page.cost
    is_dear = dearest * len(worth) > left
    while worth and (count := left // max(1, dearest)) > 0:
        is_tightest = is_dear and len(drafts) == 1
        way = worth.pop() if is_tightest else worth[-(-len(worth) // count) - 1]
        draft = _draft(chart, tree, roles, theme, way, known, left)
        drafts.append(draft)
        if not (draft.excess or is_tightest):
            return draft
        worth = worth if is_tightest else worth[worth.index(way) + 1 :]
        left, dearest = left - draft.page.cost, max(dearest, draft.page.cost)
    return min(drafts, key=lambda draft: draft.excess)


def _draft(
    chart: Flowchart,
    tree: Tree,
    roles: Roles,
    theme: Theme,
    variant: Variant,
    known: Known,
    most: int = WORK,
) -> _Draft:
    """A chart in one variant, without the words of edges where it is too wide without them, and
    finished only where it is narrow enough with them."""
    page = build(chart, tree, roles, theme, variant, known, most)
    draft = _Draft(Finish(page, chart, tree, theme), _excess(page, theme))
    for passes in (WORDS, TOUCHES):
        if not draft.excess:
            draft.take_through(passes)
            draft.excess = _excess(page, theme, draft.finish.spots)
    return draft


def _excess(page: Page, theme: Theme, spots: Mapping[int, Spot] | None = None) -> float:
    """By which share a page is too wide."""
    return max(0.0, width(page, theme, spots) / theme.page.max_width - 1)


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
    yield Variant(True, False, narrow, fold=True), 0
    yield Variant(True, False, wide * NARROWEST, fold=True), 0
    if sideways:
        yield Variant(False, True, wide, fold=True, turned=True), 0
    yield Variant(True, True, wide, fold=True, turned=True), 0
    if not sideways:
        yield Variant(True, False, narrow, fold=True, turned=True), 0
    yield from ((variant, 0) for variant in _tightest(theme))


def _tightest(theme: Theme) -> Iterator[Variant]:
    """The last ways: the words of edges wrap earlier, then groups are folded so far that two of
    them may stand side by side."""
    wide, narrow, narrowest = (theme.box.wrap * share for share in (1, NARROW, NARROWEST))
    for wrap, words, nested in (
        (wide, narrow, 1.0),
        (narrowest, narrow, 1.0),
        (wide, narrowest, 1.0),
        (wide, wide, SIDE_BY_SIDE),
        (narrowest, narrowest, SIDE_BY_SIDE),
    ):
        for turned in (False, True):
            yield Variant(
                True, wrap == wide, wrap, fold=True, turned=turned, words=words, nested=nested
            )


def width(page: Page, theme: Theme, spots: Mapping[int, Spot] | None = None) -> float:
    """How wide the drawing will be, margins and the words of edges included."""
    return page.ink(spots or {}).width + 2 * margin(page.variant, theme)


def margin(variant: Variant, theme: Theme) -> float:
    """The space around the drawing, in user units."""
    return theme.page.margin_compact if variant.compact else theme.page.margin
