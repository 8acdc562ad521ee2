"""A history from left to right: a lane below the other, names of branches at the left.

The words of a commit stand below it, its tags above. A step is as wide as its words, so that
nothing meets; what is too wide for the page goes on in the next row.
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
from diagramkit.mermaid.kinds.gitgraph.model import GitGraph
from diagramkit.theme.model import Theme

WRAP, NAME_WRAP = 104.0, 128.0
"""How wide words may run below commits and in names of branches, in user units."""
STEP_GAP, LEAST_HALF = 16.0, 10.0


def place(chart: GitGraph, keys: Sequence[str], theme: Theme) -> Placed:
    """Place a history.

    Post: no wider than the page, unless one step with the names of branches is.
    """
    steps = Steps.of(chart)
    said = all_words(chart, theme, WRAP)
    names = [branch_label(name, theme, NAME_WRAP) for name in chart.branches]
    margin = theme.page.margin
    lead = max((name.size.width for name in names), default=0.0) if chart.shows_branches else 0.0
    start = margin + (math.ceil(lead) + theme.spacing.sibling if lead else 0.0)
    needs = Needs(
        _halves(chart, steps, said),
        [_extent(radius(one), it) for one, it in zip(chart.commits, said, strict=True)],
        [(name.ink_height / 2, name.ink_height / 2) for name in names],
        (STEP_GAP, theme.spacing.sibling, theme.spacing.rank),
    )
    room = theme.page.max_width - margin - start - 1  # everything stands half a unit off
    grid = Grid(steps, slots(steps), needs, start, margin, room)
    rows, routes = grid.rows, Routes(grid, [radius(commit) for commit in chart.commits])
    width = math.ceil(max(row.end for row in rows)) + margin
    height = math.ceil(rows[-1].bottom) + margin
    placed = Placed(Size(width, height), keys, chart.commits, chart.critical)
    placed.routes = list(routes.all())
    placed.centers = [routes.center(commit.number) for commit in chart.commits]
    for number, words in enumerate(said):
        _write(placed, number, words)
    if chart.shows_branches:
        _lanes(placed, chart, rows, names, margin)
    return placed


def _halves(chart: GitGraph, steps: Steps, said: Sequence[Words]) -> list[float]:
    """Half of the width of each step."""
    halves = [LEAST_HALF] * steps.count
    for commit, words in zip(chart.commits, said, strict=True):
        widths = [words.size.width, *(size.width for size in words.tag_sizes)]
        step = steps.step[commit.number]
        halves[step] = max(halves[step], math.ceil(max(widths) / 2))
    return halves


def _extent(own: float, words: Words) -> tuple[float, float]:
    """What a commit takes above and below its lane."""
    tags = sum(size.height + TAG_GAP for size in words.tag_sizes)
    above = own + (tags + CLEAR - TAG_GAP if tags else 0.0)
    below = own + (words.size.height + CLEAR - 2 if words.size.height else 0.0)
    return above, below


def _write(placed: Placed, number: int, words: Words) -> None:
    """Name and message below the commit, tags above it, the first one on top."""
    key, center = placed.keys[number], placed.centers[number]
    own = radius(placed.commits[number])
    y = center.y + own + CLEAR
    quiet = not words.is_named
    placed.labels.append(Lines(f"label:{key}", words.name, Point(center.x, y), "middle", quiet))
    y += words.name.size.height
    if words.message.lines:
        message = Lines(f"message:{key}", words.message, Point(center.x, y), "middle", quiet=True)
        placed.labels.append(message)
    y = center.y - own - CLEAR
    for place_ in reversed(range(len(words.tags))):
        size = words.tag_sizes[place_]
        y -= size.height
        rect = Rect(center.x - size.width / 2, y, *size)
        placed.add_tag(f"{key}:{place_}", words.tags[place_], rect)
        y -= TAG_GAP


def _lanes(
    placed: Placed, chart: GitGraph, rows: Sequence[Row], names: Sequence[Label], margin: float
) -> None:
    """The name of each lane at the left of each row, and the hairline that it runs on."""
    keys = distinct(chart.branches)
    for place_, row in enumerate(rows):
        for lane, y in row.lanes.items():
            key, label = f"{keys[lane]}:{place_}", names[lane]
            top = Point(margin, y - label.ink_height / 2)
            placed.branches.append(Lines(f"branch:{key}", label, top, "start"))
            placed.guides.append((f"lane:{key}", Point(row.start, y), Point(row.end, y)))
