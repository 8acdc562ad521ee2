"""A history from above, or from below: a lane beside the other, names of branches at its start.

Words stand in a column of their own right of all lanes, each at the height of its commit, so
that no line meets them. Commits that are level in a parallel history have their words beside
them instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.gitgraph.grid import Grid, Needs, Row
from diagramkit.layout.gitgraph.placed import CLEAR, Lines, Placed, radius
from diagramkit.layout.gitgraph.routes import Routes
from diagramkit.layout.gitgraph.slots import slots
from diagramkit.layout.gitgraph.steps import Steps
from diagramkit.layout.gitgraph.words import TAG_GAP, Words, all_words, branch_label
from diagramkit.layout.lines import distinct
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.gitgraph.model import Commit, GitGraph
from diagramkit.theme.model import Theme

WRAP, NAME_WRAP = 320.0, 112.0
"""How wide words of commits and names of branches may run, in user units."""
SHARES = (1.0, 0.75, 0.5, 0.35)
"""How much of that they get where lanes or words are many, the best first."""
STEP_GAP, LEAST_HALF, BESIDE = 12.0, 10.0, 16.0


def place(chart: GitGraph, keys: Sequence[str], theme: Theme) -> Placed:
    """Place a history in the first way that fits the page, or else in the last."""
    for share in SHARES:
        placed = _Down(chart, keys, theme, share).placed()
        if placed.size.width <= theme.page.max_width:
            break
    return placed


class _Down:
    """One way to place a history, with words that get a `share` of their room."""

    def __init__(self, chart: GitGraph, keys: Sequence[str], theme: Theme, share: float) -> None:
        self.chart, self.keys, self.theme = chart, keys, theme
        self.margin = theme.page.margin
        width = share * WRAP / 2 if chart.parallel else share * WRAP
        self.words = all_words(chart, theme, width)
        self.names = [
            branch_label(name, theme, max(share, 0.5) * NAME_WRAP) for name in chart.branches
        ]
        if not chart.shows_branches:
            self.names = [Label(()) for _ in chart.branches]
        self.head = max(
            (name.size.height + CLEAR for name in self.names if name.lines), default=0.0
        )
        self.steps = Steps.of(chart)
        self.row, self.routes = self._grid()
        self.end = math.ceil(self.row.end) + self.margin

    def placed(self) -> Placed:
        """Everything in its place."""
        chart = self.chart
        placed = Placed(Size(0, self.end), self.keys, chart.commits, chart.critical)
        placed.centers = [self._point(self.routes.center(it.number)) for it in chart.commits]
        for route in self.routes.all():
            points = [self._point(point) for point in route.points]
            placed.routes.append(route._replace(points=points))
        column = self.row.bottom + BESIDE
        for commit, words in zip(chart.commits, self.words, strict=True):
            beside = placed.centers[commit.number].x + radius(commit) + CLEAR
            _write(placed, commit, words, beside if chart.parallel else column)
        if chart.shows_branches:
            self._lanes(placed)
        placed.size = Size(_right(placed, self.row.bottom) + self.margin, self.end)
        return placed

    def _grid(self) -> tuple[Row, Routes]:
        """The one row of the history, running down, and the ways of its lines."""
        commits = zip(self.chart.commits, self.words, strict=True)
        needs = Needs(
            self._halves(),
            [
                (radius(commit), radius(commit) + (CLEAR + _width(words)) * self.chart.parallel)
                for commit, words in commits
            ],
            [(name.size.width / 2, name.size.width / 2) for name in self.names],
            (STEP_GAP, self.theme.spacing.sibling, 0.0),
        )
        start = self.margin + self.head
        grid = Grid(self.steps, slots(self.steps), needs, start, self.margin, math.inf)
        return grid.rows[0], Routes(grid, [radius(commit) for commit in self.chart.commits])

    def _halves(self) -> list[float]:
        """Half of the height of each step."""
        halves = [LEAST_HALF] * self.steps.count
        for commit, words in zip(self.chart.commits, self.words, strict=True):
            heights = [words.size.height, *(size.height for size in words.tag_sizes)]
            step = self.steps.step[commit.number]
            halves[step] = max(halves[step], math.ceil(max(heights) / 2))
        return halves

    def _point(self, place: Point) -> Point:
        """A place along and across time on the page."""
        along = self.end - place.x if self.chart.direction == "BT" else place.x
        return Point(place.y, along)

    def _lanes(self, placed: Placed) -> None:
        """The name of each lane where time begins, and the hairline that it runs on."""
        for lane, key in enumerate(distinct(self.chart.branches)):
            name, x = self.names[lane], self.row.lanes[lane]
            start = self._point(Point(self.row.start, x))
            top = start.y - self.head
            if self.chart.direction == "BT":
                top = start.y + CLEAR
            elif name.lines:
                top += self.head - CLEAR - name.size.height
            placed.branches.append(Lines(f"branch:{key}", name, Point(x, top), "middle"))
            placed.guides.append((f"lane:{key}", start, self._point(Point(self.row.end, x))))


def _width(words: Words) -> float:
    """The room of the words of a commit in one line with its tags."""
    return words.size.width + sum(size.width + TAG_GAP for size in words.tag_sizes)


def _write(placed: Placed, commit: Commit, words: Words, x: float) -> None:
    """Name and message from `x` on, at the height of the commit, then its tags."""
    key, middle = placed.keys[commit.number], placed.centers[commit.number].y
    ink = words.name.ink_height
    if words.message.lines:
        ink = words.name.size.height + words.message.ink_height
    top = Point(x, middle - ink / 2)
    placed.labels.append(Lines(f"label:{key}", words.name, top, "start", not words.is_named))
    if words.message.lines:
        below = top.moved(0, words.name.size.height)
        placed.labels.append(Lines(f"message:{key}", words.message, below, "start", quiet=True))
    x += words.size.width + (2 * TAG_GAP if words.size.width else 0.0)
    for place_, (tag, size) in enumerate(zip(words.tags, words.tag_sizes, strict=True)):
        rect = Rect(x, middle - size.height / 2, *size)
        placed.add_tag(f"{key}:{place_}", tag, rect)
        x += size.width + TAG_GAP


def _right(placed: Placed, lanes: float) -> float:
    """Where the rightmost thing ends."""
    words = [lines.top.x + lines.label.size.width for lines in placed.labels if not lines.home]
    return math.ceil(max([lanes, *words, *(rect.right for _, rect in placed.tags)]))
