"""Where a chart that is too long breaks into rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from diagramkit.layout.graph.blocks import Arc, Level, Room

# Beyond this many ranks the places to break are chosen greedily.
MAX_COLUMNS = 40
CUT_COST = 1000.0


def split(
    level: Level,
    arcs: Sequence[Arc],
    rooms: Mapping[str, Room],
    width: float,
    most: int,
) -> list[set[str]]:
    """Cut the ranks of a level into at most `most` rows of at most `width` user units.

    As few rows as possible; then as few arcs cut as possible; then rows of like length. The
    last row holds at least two blocks. Where nothing fits, the cut whose longest row is
    shortest.
    """
    columns = _columns(level)
    if len(columns) < 2:
        return [set(level.rects)]
    spans = [_span(column, level, rooms) for column in columns]
    crossing = _crossing(columns, arcs)
    best: list[int] | None = None
    for count in range(2, min(most, len(columns)) + 1):
        cuts, fits = _cuts(columns, spans, crossing, count, width)
        if best is None or fits:
            best = cuts
        if fits:
            break
        best = cuts
    edges = [0, *(best or []), len(columns)]
    return [{name for column in columns[a:b] for name in column} for a, b in pairwise(edges)]


def _columns(level: Level) -> list[list[str]]:
    """Blocks whose extents along the flow overlap, in order along it."""
    columns: list[list[str]] = []
    reach = float("-inf")
    for name in sorted(level.rects, key=lambda n: (level.rects[n].x, level.rects[n].y)):
        rect = level.rects[name]
        if rect.x >= reach:
            columns.append([])
        columns[-1].append(name)
        reach = max(reach, rect.right)
    return columns


def _span(column: Sequence[str], level: Level, rooms: Mapping[str, Room]) -> tuple[float, float]:
    nothing = Room()
    return (
        min(level.rects[name].x - rooms.get(name, nothing).before for name in column),
        max(level.rects[name].right + rooms.get(name, nothing).after for name in column),
    )


def _crossing(columns: Sequence[Sequence[str]], arcs: Sequence[Arc]) -> list[int]:
    """How many arcs a cut before each column severs."""
    place = {name: index for index, column in enumerate(columns) for name in column}
    counts = [0] * (len(columns) + 1)
    for arc in arcs:
        low, high = sorted((place[arc.source], place[arc.target]))
        for cut in range(low + 1, high + 1):
            counts[cut] += 1
    return counts


def _cuts(
    columns: Sequence[Sequence[str]],
    spans: Sequence[tuple[float, float]],
    crossing: Sequence[int],
    count: int,
    width: float,
) -> tuple[list[int], bool]:
    best, best_cost, fits = [], float("inf"), False
    for cuts in _candidates(len(columns), count):
        edges = [0, *cuts, len(columns)]
        lengths = [spans[b - 1][1] - spans[a][0] for a, b in pairwise(edges)]
        severed = sum(max(0, crossing[cut] - 1) for cut in cuts)
        over = max(0.0, max(lengths) - width)
        lonely = sum(len(column) for column in columns[edges[-2] :]) < 2
        cost = over * 1e6 + (CUT_COST * 10 if lonely else 0) + severed * CUT_COST
        cost += max(lengths) - min(lengths)
        if cost < best_cost:
            best, best_cost, fits = list(cuts), cost, over == 0
    return best, fits


def _candidates(columns: int, count: int) -> list[tuple[int, ...]]:
    if columns <= MAX_COLUMNS:
        return list(combinations(range(1, columns), count - 1))
    return [tuple(round(columns * part / count) for part in range(1, count))]
