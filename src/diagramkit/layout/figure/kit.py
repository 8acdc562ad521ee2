"""What every part of a figure is measured with: the theme, the variant, who is joined with whom."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diagramkit.figure.check import Link
from diagramkit.figure.names import Side
from diagramkit.figure.part import Part, walk
from diagramkit.layout.words import Label, LineKind, line_height, line_style, set_words, spaced
from diagramkit.layout.words.setting import FORMULA
from diagramkit.text import TextStyle
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.layout.figure.node import Node


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to set a figure: compact type or not, boxes of a row of one width or not, and the
    width at which words wrap, in user units."""

    compact: bool
    equal: bool
    wrap: float


class LineStyle(NamedTuple):
    """What lines of a kind are set in, and their height in user units."""

    text: TextStyle
    line: float


@dataclass(slots=True)
class Bond:
    """How two neighbours are joined: by how many connectors, and the widest and the highest of
    their words, in user units. `is_fan` says that the lines do not run straight."""

    count: int = 0
    label_width: float = 0
    label_height: float = 0
    is_fan: bool = False


@dataclass
class Kit:
    """The theme, the variant, the connectors and the critical parts of one figure."""

    theme: Theme
    variant: Variant
    links: tuple[Link, ...]
    critical: frozenset[int]
    nodes: dict[int, Node] = field(default_factory=dict)
    paths: dict[str, int] = field(default_factory=dict)
    formula: str = FORMULA
    """The sign before and after a formula."""
    steep: float = 0.0
    """How much wider joined parts stand apart where one is a frame, so that straight lines are
    steep enough to pass the frames beside."""

    def block(self, lines: Iterable[tuple[str, LineKind]], wrap: float | None = None) -> Label:
        """Words set in lines, each of its kind; wrapped at `wrap`, or as the variant says."""
        width = self.variant.wrap if wrap is None else wrap
        return Label(
            spaced(
                self.theme,
                (
                    line
                    for words, kind in lines
                    for line in set_words(
                        self.theme, words, kind, *self.style(kind), width, formula=self.formula
                    )
                ),
            )
        )

    def style(self, kind: LineKind) -> LineStyle:
        """How lines of a kind are set."""
        if kind not in self._styles:
            compact = self.variant.compact
            style = line_style(self.theme, kind, compact)
            self._styles[kind] = LineStyle(style, line_height(self.theme, kind))
        return self._styles[kind]

    def unique(self, path: str) -> str:
        """A path that no other node has: parts of one name get a number from the second on."""
        count = self.paths[path] = self.paths.get(path, 0) + 1
        return f"{path}~{count}" if count > 1 else path

    @cached_property
    def _styles(self) -> dict[LineKind, LineStyle]:
        return {}

    @property
    def padding(self) -> float:
        """Space left and right of words in a box."""
        box = self.theme.box
        return box.padding_x_compact if self.variant.compact else box.padding_x

    @property
    def least_width(self) -> float:
        """The least width of a box: that of a cell where room is scarce."""
        theme = self.theme
        return theme.figure.cell_width if self.variant.compact else theme.box.min_width

    @property
    def margin(self) -> float:
        """Space around the figure."""
        page = self.theme.page
        return page.margin_compact if self.variant.compact else page.margin

    def up(self, value: float, step: float | None = None) -> float:
        """A length, rounded up to the grid, so that middles stay on it too."""
        grid = step or 2 * self.theme.page.grid
        return math.ceil((value - 0.25) / grid) * grid

    def bond(self, before: Sequence[Part], after: Sequence[Part], *, level: bool) -> Bond:
        """How the parts of two neighbours are joined. `level` says that they stand side by
        side, so that the words of their connectors need width."""
        left = {id(part) for one in before for part in walk(one)}
        right = {id(part) for one in after for part in walk(one)}
        bond = Bond()
        ends: list[tuple[int, int]] = []
        for link in self.links:
            source, target = id(link.source.part), id(link.target.part)
            if not ((source in left and target in right) or (source in right and target in left)):
                continue
            if _leaves_across(link, level):
                continue
            ends.append((source, target))
            if link.written.label:
                words = self.block([(link.written.label, "label")], self.theme.box.wrap)
                bond.label_width = max(bond.label_width, words.size.width)
                bond.label_height = max(bond.label_height, words.size.height)
        bond.count = len(ends)
        sources, targets = {one for one, _ in ends}, {two for _, two in ends}
        bond.is_fan = bond.count > min(len(sources), len(targets))
        return bond

    def loop_room(self, part: Part, side: Side) -> float:
        """The room that connectors need which leave and come back below a part, or above it."""
        inner = {id(one) for one in walk(part)}
        depth = 0
        for link in self.links:
            if id(link.source.part) in inner and id(link.target.part) in inner:
                sides = {link.source.side, link.target.side}
                around = link.written.route == "around" and sides <= {None, "bottom"}
                depth += sides == {side} or (around and side == "bottom")
        # Loops to one place share a trunk: one channel is enough for all.
        words = 16.0 if depth and self._says(inner) else 0.0
        return (self.theme.spacing.rank + words) if depth else 0.0

    def _says(self, inner: set[int]) -> bool:
        """Whether a connector that goes around within a part has words."""
        return any(
            link.written.label and link.written.route == "around" and id(link.source.part) in inner
            for link in self.links
        )

    def room(self, bond: Bond, *, level: bool) -> float:
        """The gap that connectors between two neighbours need; 0 without any."""
        spacing, tokens = self.theme.spacing, self.theme.figure
        if not bond.count:
            return 0.0
        compact = self.variant.compact
        gap = spacing.spine if compact else spacing.rank
        if bond.is_fan:
            gap = max(gap, tokens.fan * (0.75 if compact else 1.0)) if level else gap + 8
        if bond.label_width and level:
            turn = 2 * self.theme.edge.radius + 8 if bond.is_fan else 0.0
            gap = max(gap, bond.label_width + spacing.label_room + turn)
        if bond.label_height and not level:
            gap = max(gap, bond.label_height + spacing.label_room)
        return self.up(gap, 4)


def _leaves_across(link: Link, level: bool) -> bool:
    """Whether a connector leaves and arrives across the gap's direction, going around."""
    if link.written.route == "around":
        return True
    across = ("top", "bottom") if level else ("left", "right")
    return link.source.side in across and link.target.side in across
