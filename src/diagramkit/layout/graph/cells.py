"""Blocks in the cells of grids, as their author has put them, and the lines between them.

Columns are as wide as what stands in them, and equally wide where that is not far off; rows are as
high as their highest block. A block fills its columns, a group has a grid of its own inside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from diagramkit.geometry import Rect, Size, segments
from diagramkit.layout.graph.arrange import NARROW, NARROWEST, width
from diagramkit.layout.graph.edge_labels import place_labels
from diagramkit.layout.graph.first_ways import lead
from diagramkit.layout.graph.label_room import Room
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.reroute import reroute
from diagramkit.layout.graph.roles import Roles
from diagramkit.layout.graph.shapes import arrow
from diagramkit.layout.graph.sizes import Measured, Variant, measured
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tree import ROOT, Tree
from diagramkit.layout.words import Label, line_height
from diagramkit.mermaid.kinds.block.model import Grid
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

NATURAL = frozenset(("circle", "doublecircle", "diamond", *arrow.ALIASES))
"""The shapes that keep their own size in a larger cell."""
WAYS = (
    (False, True, 1.0),
    (False, False, 1.0),
    (True, True, 1.0),
    (True, False, 1.0),
    (True, False, NARROW),
    (True, False, NARROWEST),
)
"""Whether type is compact, whether columns are equally wide, and which share of the usual width
words wrap at: from roomy to tight."""
Lanes = Literal["rows", "columns"]
"""Whether lanes stand below each other or side by side."""
MOST_LANES = 8
"""Room for so many lines beside each other is kept between two columns, at most."""


@dataclass(slots=True)
class _Table:
    """A grid, measured. `cells` holds each block with its row, its first column and its span;
    `across` and `down` the gaps behind columns and rows. `header` and `foot` are kept free above
    and below, `inset` on both sides."""

    cells: list[tuple[str, int, int, int]]
    widths: list[float]
    heights: list[float]
    across: list[float]
    down: list[float]
    header: float = 0.0
    inset: float = 0.0
    foot: float = 0.0
    least: float = 0.0

    @property
    def size(self) -> Size:
        """The extent, with the border and the title of a group."""
        wide, high = sum(self.widths) + sum(self.across), sum(self.heights) + sum(self.down)
        return Size(max(wide + 2 * self.inset, self.least), high + self.header + self.foot)

    def span(self, column: int, count: int) -> float:
        """How wide some columns are, with the gaps between them."""
        end = column + count
        return sum(self.widths[column:end]) + sum(self.across[column : end - 1])


def place_in_cells(
    grids: Mapping[str, Grid],
    chart: Flowchart,
    roles: Roles,
    theme: Theme,
    *,
    flush: bool = False,
    lanes: Lanes | None = None,
    turned: Mapping[str, Grid] | None = None,
) -> Iterator[tuple[Page, dict[int, Spot]]]:
    """Place a chart whose groups, and whose page (the empty id), have the `grids`; in compact type
    and narrower words where it is too wide otherwise. `flush`: the rows of a group begin at its
    top, however high it is, rather than stand in the middle. `lanes`: the grids of the outermost
    groups share their columns (`rows`) or their rows (`columns`). `turned` are the grids of lanes
    of the other kind, which are taken where those are too wide.

    Post: as for `arrange.arrangements`; every block is in its cell.
    """
    tree, wrap = Tree.of(chart), theme.box.wrap
    ways = [(grids, lanes, way) for way in WAYS]
    if turned is not None:
        ways += [(turned, "columns" if lanes == "rows" else "rows", way) for way in WAYS]
    for own, kind, (compact, equal, share) in ways:
        variant = Variant(compact, equal, wrap * share)
        page = _Sheet(own, chart, tree, roles, theme, variant, flush, kind).page()
        if width(page, theme) <= theme.page.max_width:
            break
    _lead(page, chart, tree, theme)
    room = Room(page, chart, theme)
    spots = place_labels(page, chart, theme, room)
    reroute(Streets(page, chart, theme, room), spots, tree, theme)
    yield page, spots


def _lead(page: Page, chart: Flowchart, tree: Tree, theme: Theme) -> None:
    """Find a way for each line, and a place beside those for the title of each group; where there
    is none, lines keep clear of titles."""
    words = page.labels
    page.labels = {**words, **dict.fromkeys(tree.groups, Label(()))}
    lead(Streets(page, chart, theme, Room(page, chart, theme)), tree, theme)
    page.labels = words
    titles = {name: _title_x(name, page, theme) for name in tree.groups}
    if None in titles.values():
        page.routes.clear()
        lead(Streets(page, chart, theme, Room(page, chart, theme)), tree, theme)
    page.titles = {name: x or theme.box.padding_x for name, x in titles.items()}


def _title_x(name: str, page: Page, theme: Theme) -> float | None:
    """How far from the left of its frame a title stands that no line runs through."""
    frame, width = page.rects[name], page.labels[name].size.width
    strip = Rect(frame.x, frame.y, frame.width, theme.spacing.group_header)
    lines = [piece for route in page.routes.values() for piece in segments(route)]
    near = [Rect.between(*piece) for piece in lines if strip.crossed_by(*piece)]
    pad, clear = theme.box.padding_x, theme.spacing.parallel
    for x in (pad, *sorted(piece.right + clear - frame.x for piece in near)):
        room = Rect(frame.x + x, frame.y, width, strip.height).grown(clear)
        if x >= pad and x + width + pad <= frame.width and not any(map(room.overlaps, near)):
            return x
    return None if width else pad


@dataclass(slots=True)
class _Sheet:
    """The blocks of a chart in one variant."""

    grids: Mapping[str, Grid]
    chart: Flowchart
    tree: Tree
    roles: Roles
    theme: Theme
    variant: Variant
    flush: bool
    lanes: Lanes | None
    words: Measured = field(init=False)
    shapes: dict[str, str | None] = field(init=False)
    tables: dict[str, _Table] = field(default_factory=dict)
    meetings: dict[str, list[tuple[str, str, Size | None]]] = field(default_factory=dict)
    """By level: the blocks that lines join there, and the room of their words."""

    def page(self) -> Page:
        self.shapes = {node.id: node.shape for node in self.chart.nodes}
        self.words = measured(self.chart, self.roles, self.theme, self.variant)
        for index, edge in enumerate(self.chart.edges):
            if meeting := self.tree.meeting(edge.source, edge.target):
                label = self.words.edge_labels.get(index)
                ends = (*meeting[1:], label.size if label else None)
                self.meetings.setdefault(meeting[0], []).append(ends)
        page = Page(self.variant, labels=self.words.labels, edge_labels=self.words.edge_labels)
        table = self._table(ROOT)
        self._put(page, table, Rect(0, 0, *table.size))
        return page

    def _table(self, name: str) -> _Table:
        """Measure the grid of a group, and those inside of it first."""
        cells = list(_cells(self.grids[name]))
        sizes = {block: self._size(block) for block, *_ in cells}
        columns = max((column + span for *_, column, span in cells), default=1)
        rows = max((row for _, row, *_ in cells), default=0) + 1
        spacing = self.theme.spacing
        joined = spacing.spine if self.variant.compact else spacing.rank
        gap = joined if self._is_joined(name) else spacing.sibling
        table = _Table(cells, [0.0] * columns, [0.0] * rows, [gap] * (columns - 1), [])
        table.down = [gap] * (rows - 1)
        if name != ROOT:
            self._frame(name, table)
        if self.lanes and name == ROOT:
            table.across, table.down = (
                [spacing.group_inset] * len(each) for each in (table.across, table.down)
            )
            self._align(table)
            sizes = {block: self.tables[block].size for block in sizes}
        else:
            self._make_room(name, table)
        self._measure(table, sizes)
        self.tables[name] = table
        return table

    def _align(self, root: _Table) -> None:
        """Give all lanes the columns, or the rows, of each other."""
        lanes, level = [self.tables[name] for name, *_ in root.cells], self.lanes == "rows"
        if not lanes:
            return
        sizes = [lane.widths if level else lane.heights for lane in lanes]
        gaps = [lane.across if level else lane.down for lane in lanes]
        largest = [max(each) for each in zip(*sizes, strict=True)]
        widest = [max(each) for each in zip(*gaps, strict=True)]
        self._part(lanes, widest, level=level)
        header = max(lane.header for lane in lanes)
        for lane, own, gap in zip(lanes, sizes, gaps, strict=True):
            own[:], gap[:] = largest, widest
            lane.header = lane.header if level else header

    def _part(self, lanes: Sequence[_Table], gaps: list[float], *, level: bool) -> None:
        """Wider gaps for the words of lines from lane to lane, and for such lines beside each
        other."""
        rank = {name: place[level] for lane in lanes for name, *place in lane.cells}
        passing = Counter[int]()
        for index, edge in enumerate(self.chart.edges):
            meeting = self.tree.meeting(edge.source, edge.target)
            if meeting is None or meeting[0] != ROOT:
                continue
            ends = self.tree.path(edge.source), self.tree.path(edge.target)
            places = [rank[path[2]] for path in ends if len(path) > 2]
            if len(places) < 2 or not gaps:
                continue
            first = min(*places, len(gaps) - 1)
            passing[first] += 1
            if words := self.words.edge_labels.get(index):
                need = words.size.width if level else words.size.height
                gaps[first] = max(gaps[first], need + self.theme.spacing.label_room)
        for place, count in passing.items():
            gaps[place] += min(count - 1, MOST_LANES) * self.theme.spacing.parallel

    def _size(self, name: str) -> Size:
        if not name:
            return Size(0, 0)
        return self._table(name).size if name in self.tree.groups else self.words.sizes[name]

    def _is_joined(self, name: str) -> bool:
        """Whether a line begins or ends at a block of a level, or inside of one."""
        if name in self.meetings:
            return True
        own = set(self.tree.children.get(name, ()))
        return any(own & {edge.source, edge.target} for edge in self.chart.edges)

    def _frame(self, name: str, table: _Table) -> None:
        spacing, title = self.theme.spacing, self.words.labels[name]
        table.header = table.inset = table.foot = spacing.group_inset
        if title.lines:
            more = len(title.lines) - 1
            table.header = spacing.group_header + more * line_height(self.theme, "group")
            table.least = title.size.width + 2 * self.theme.box.padding_x

    def _make_room(self, name: str, table: _Table) -> None:
        """Wider gaps for the words of lines between neighbours, and for lines that pass."""
        spacing = self.theme.spacing
        places = {block: place for block, *place in table.cells}
        passing, below = 0, Counter[int]()
        for source, target, words in self.meetings.get(name, ()):
            one, other = sorted((places[source], places[target]))
            first, last = sorted((places[source], places[target]), key=lambda place: place[1])
            behind = first[1] + first[2] - 1
            if one[0] == other[0] and last[1] == behind + 1:
                if words:
                    need = words.width + spacing.label_room
                    table.across[behind] = max(table.across[behind], need)
            elif other[0] == one[0] + 1:
                if words:
                    need = words.height + spacing.label_room
                    table.down[one[0]] = max(table.down[one[0]], need)
            elif one[0] == other[0]:
                below[one[0]] += 1
            else:
                passing += 1
        for row, count in below.items():
            # A line out of a row and back into it turns below.
            need = spacing.rank + min(count - 1, MOST_LANES) * spacing.parallel
            if row < len(table.down):
                table.down[row] = max(table.down[row], need)
            elif name:
                table.foot = need
        for gaps in (table.across, table.down):
            more = min(passing // (len(gaps) + 1), MOST_LANES) * spacing.parallel
            gaps[:] = [gap + more for gap in gaps]

    def _measure(self, table: _Table, sizes: Mapping[str, Size]) -> None:
        """How wide the columns are, and how high the rows."""
        box = self.theme.box
        for block, row, column, span in sorted(table.cells, key=lambda cell: cell[3]):
            size = sizes[block]
            table.heights[row] = max(table.heights[row], size.height)
            missing = size.width - table.span(column, span)
            if missing > 0:
                for place in range(column, column + span):
                    table.widths[place] += missing / span
        held = [width for width in table.widths if width]
        if self.variant.equal and held and max(held) <= box.equal_ratio * min(held):
            table.widths = [max(held)] * len(table.widths)
        grid = self.theme.page.grid
        table.widths = [_up(width or box.min_width / 2, grid) for width in table.widths]
        table.heights = [_up(height or box.min_height / 2, 2 * grid) for height in table.heights]

    def _put(self, page: Page, table: _Table, rect: Rect) -> None:
        """Give every block of a grid its place in a rectangle, which may be larger: columns are
        wider then, and rows stand in the middle."""
        own = sum(table.widths) + sum(table.across) + 2 * table.inset
        more = (rect.width - own) / len(table.widths)
        table.widths = [width + more for width in table.widths]
        top = rect.y + table.header
        if not self.flush:
            top += (rect.height - table.size.height) / 2
        lefts = _starts(rect.x + table.inset, table.widths, table.across)
        tops = _starts(top, table.heights, table.down)
        for block, row, column, span in table.cells:
            if block:
                size = Size(table.span(column, span), table.heights[row])
                self._fill(page, block, Rect(lefts[column], tops[row], *size))

    def _fill(self, page: Page, name: str, cell: Rect) -> None:
        """Put a block into its cell."""
        page.rects[name] = cell
        if name in self.tree.groups:
            page.titles[name] = self.theme.box.padding_x
            self._put(page, self.tables[name], cell)
            return
        size = self.words.sizes[name]
        if self.shapes[name] not in NATURAL:
            near = cell.height <= size.height + 4 * self.theme.page.grid
            size = Size(cell.width, cell.height if near else size.height)
        page.rects[name] = Rect.around(cell.center, size)


def _starts(first: float, sizes: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Where columns or rows begin."""
    return list(accumulate((a + b for a, b in zip(sizes, gaps, strict=False)), initial=first))


def _cells(grid: Grid) -> Iterator[tuple[str, int, int, int]]:
    """Each cell with its row, its first column and its span; what is wider than the rest of its
    row is cut off there."""
    place = 0
    for block, wanted in grid.cells:
        row, column = divmod(place, grid.columns) if grid.columns else (0, place)
        span = min(wanted, grid.columns - column) if grid.columns else wanted
        yield block, row, column, span
        place += span


def _up(value: float, step: float) -> float:
    return -(-value // step) * step
