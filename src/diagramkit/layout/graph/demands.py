"""What the ends of relations need: a straight run for mark and words, and room beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from diagramkit.geometry import Rect, Size
from diagramkit.layout.graph.blocks import NOTHING, Aside
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.frame import side_of
from diagramkit.layout.graph.label import edge_label
from diagramkit.layout.graph.loops import SPAN, Loop
from diagramkit.layout.graph.marks import extent
from diagramkit.layout.graph.plan import Link, Passage
from diagramkit.layout.graph.record import Mark, Relation
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart
from diagramkit.theme.model import Theme

CLEAR = 4.0
"""From a mark to the words beside it, and from words to the border and to the next line."""

SLIM = 10.0
"""What an end without a mark takes, as if it had a slim one."""
MARGIN = 12.0
"""From an end to the corner of its box."""
ROOMY = 24.0
"""From one end with a mark to the next: more than any mark is wide."""

Side = tuple[str, bool]
"""A side of a box that lines end on: whether it is the one where the flow goes on."""
End = tuple[int, bool]
"""An edge by its place in the chart, and whether its tail is meant."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What one end of a line needs: a straight `run` to the border, and the room `before` and
    `after` it, across the flow, that no other end may take."""

    run: float = 0
    before: float = 0
    after: float = 0


@dataclass(slots=True)
class Demands:
    """The demands of a chart's ends, and the words of those that have any.

    Charts without relations have none, and are laid out as ever.
    """

    words: dict[End, Label] = field(default_factory=dict)
    ends: dict[End, Demand] = field(default_factory=dict)
    apart: dict[Side, float] = field(default_factory=dict)
    """How far apart the ends on a side of a box have to be."""
    sides: dict[End, Side] = field(default_factory=dict)
    needs: dict[str, float] = field(default_factory=dict)
    """How long the sides of each box have to be for the ends on them."""

    @classmethod
    def of(cls, chart: Flowchart, theme: Theme, *, compact: bool, vertical: bool) -> Demands:
        """`vertical`: lines run down, so that words stand right of them; else above."""
        found = cls()
        for index, edge in enumerate(chart.edges):
            for tail in (True, False) if isinstance(edge, Relation) else ():
                mark, text = end_of(edge, tail=tail)
                if text.strip():
                    label = edge_label(
                        theme, text, accent=False, compact=compact, width=theme.box.wrap
                    )
                    found.words[index, tail] = label
                size = found.words[index, tail].size if text.strip() else Size(0, 0)
                # The ends of a loop run across the flow.
                down = vertical != (edge.source == edge.target)
                found.ends[index, tail] = _demand(mark, size, theme, down)
        return found

    def __bool__(self) -> bool:
        return bool(self.ends)

    def settle(
        self, chart: Flowchart, links: Iterable[Link], styles: Sequence[str], theme: Theme
    ) -> None:
        """Find what each side of a box needs; ends that share a trunk count once."""
        trunks: dict[Side, dict[str, Demand]] = {}
        for link in links:
            edge = chart.edges[link.index]
            if edge.source == edge.target:
                continue
            for tail, name in ((True, edge.source), (False, edge.target)):
                end, side = (link.index, tail), (name, tail != link.backward)
                self.sides[end] = side
                trunks.setdefault(side, {})[styles[link.index]] = self.ends.get(end, Demand())
        for side, found in trunks.items():
            own = found.values()
            before, after = max(end.before for end in own), max(end.after for end in own)
            # Marks have air between them where there is room, and lines stay on the grid.
            least = ROOMY if before else theme.spacing.parallel
            self.apart[side] = max(least, before + after)
            need = self.apart[side] * (len(own) - 1) + 2 * MARGIN
            self.needs[side[0]] = max(need, self.needs.get(side[0], 0.0))

    def aside(self, index: int, *, tail: bool) -> Aside:
        """What stands beside an end."""
        side, end = self.sides.get((index, tail)), self.ends.get((index, tail), Demand())
        return Aside(end.before, end.after, self.apart[side]) if side else NOTHING

    def runs(self, links: Iterable[Link]) -> tuple[float, float]:
        """The longest runs at the upstream ends of links, and at the downstream ones."""
        first = last = 0.0
        for link in links:
            for tail in (True, False) if link.source != link.target else ():
                run = self.ends.get((link.index, tail), Demand()).run
                if tail != link.backward:
                    first = max(first, run)
                else:
                    last = max(last, run)
        return first, last


def loops_of(
    links: Iterable[Link], demands: Demands, words: Mapping[int, Size], theme: Theme
) -> dict[str, list[Loop]]:
    """The loops of each block; `words` is the room of their words in flow coordinates."""
    found: dict[str, list[Loop]] = {}
    for link in links:
        if link.source != link.target:
            continue
        label = words.get(link.index)
        ends = [demands.ends.get((link.index, tail)) for tail in (True, False)]
        loop = _loop(link, label, [end for end in ends if end], theme)
        found.setdefault(link.source, []).append(loop)
    return found


def _loop(link: Link, label: Size | None, ends: Sequence[Demand], theme: Theme) -> Loop:
    beyond = label.width - SPAN if label else 0.0
    if not ends:
        aside = max(theme.edge.radius, beyond / 2 + CLEAR)
        return Loop(link.index, link.source, SPAN, aside, aside, label)
    run = max(end.run for end in ends)
    least = max(SPAN, beyond) / 2 + CLEAR
    before, after = (max(least, CLEAR + max(end.before, end.after)) for end in ends)
    depth = max(SPAN, run + theme.edge.radius + CLEAR)
    return Loop(link.index, link.source, depth, before, after, label)


def end_of(edge: Edge, *, tail: bool) -> tuple[Mark, str]:
    """The mark and the words at an end of a relation."""
    assert isinstance(edge, Relation)
    return (edge.tail_mark, edge.tail_text) if tail else (edge.head_mark, edge.head_text)


def offset(mark: Mark, theme: Theme, *, vertical: bool) -> float:
    """From a line to the words beside its end."""
    aside = extent(mark, theme)[1] / 2 + CLEAR
    return max(theme.spacing.label_side, aside) if vertical else aside


def _demand(mark: Mark, words: Size, theme: Theme, vertical: bool) -> Demand:
    length, width = extent(mark, theme)
    along, across = (words.height, words.width) if vertical else words
    # Whole numbers, so that the grid takes nothing away.
    half = math.ceil((max(width, SLIM) + CLEAR) / 2)
    if not across:
        return Demand(length, half, half)
    # Words are nearer to their own line than to the next one, which has a slim end at least.
    distance = offset(mark, theme, vertical=vertical) + 1
    aside = math.ceil(2 * distance + across - (SLIM + CLEAR) / 2)
    before, after = (half, aside) if vertical else (aside, half)
    return Demand(max(length, along + CLEAR), before, after)


def is_shared(edge: Edge) -> bool:
    """Whether a relation may share a trunk with its like: one end has a plain mark, the other
    none, and neither has words. Everything else would say of all what is said of one."""
    if not isinstance(edge, Relation):
        return True
    marks = {edge.tail_mark, edge.head_mark} - {"none"}
    plain = marks <= {"triangle", "arrow", "diamond", "filled-diamond"} and len(marks) == 1
    one_sided = "none" in (edge.tail_mark, edge.head_mark)
    return plain and one_sided and not (edge.tail_text.strip() or edge.head_text.strip())


def rooms_at_sides(
    passages: Iterable[Passage],
    blocks: Mapping[str, Rect],
    outer: Flow,
    demands: Demands,
    inset: float,
) -> list[Rect]:
    """The blocks of a group with the room that marks and words need before its frame, `inset`
    beyond them; `outer` is the flow of the level around."""
    rooms: list[Rect] = []
    for passage in passages:
        end = demands.ends.get((passage.index, passage.outward))
        by = end.run + 2 * CLEAR - inset if end else 0.0
        if by > 0:
            rect, side = blocks[passage.block], side_of(outer, passage.upstream)
            dx = {"left": -by, "right": by}.get(side, 0.0)
            dy = {"top": -by, "bottom": by}.get(side, 0.0)
            rooms.append(rect.union(rect.moved(dx, dy)))
    return rooms
