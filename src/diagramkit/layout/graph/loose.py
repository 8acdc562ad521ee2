"""Blocks that nothing joins to anything: in rows of like length beside the rest of a level."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping

from diagramkit.geometry import Rect, Size
from diagramkit.layout.graph.blocks import Level

# Without a bound, a line of more blocks than this is broken in two.
MOST_IN_LINE = 5


def shelve(
    level: Level,
    sizes: Mapping[str, Size],
    gap: float,
    along: float | None,
    across: float | None,
    doors: set[bool],
    *,
    ahead: Container[str] = (),
    flush: bool = False,
) -> None:
    """Add `sizes` to a level, in source order, in lines that run across the flow.

    A line holds as many blocks as `across` allows, `MOST_IN_LINE` where it is None, and the
    lines are as equal as can be. They go beside the level where there is room, those that the
    source has `ahead` of all others first; else behind it along the flow, or before it where edges
    leave behind (`doors` holds True when edges enter upstream, False when some leave downstream).
    `flush`: the blocks of a line begin together rather than share a middle.

    Post: no two blocks overlap.
    """
    lines = _lines(list(sizes), sizes, gap, across, along)
    shelf = _shelf(lines, sizes, gap, flush=flush)
    if not level.rects:
        level.rects.update(shelf)
        return
    box = level.bounds
    for rect in level.kept:
        box = box.union(rect)
    own = Rect.bounding([c for r in shelf.values() for c in r.corners])
    beside = across is None or box.height + 2 * gap + own.height <= across
    if beside or doors == {True, False}:
        for is_ahead in (True, False):
            names = [name for name in sizes if (name in ahead) is is_ahead]
            if names:
                some = _shelf(_lines(names, sizes, gap, across, along), sizes, gap, flush=flush)
                end = Rect.bounding([c for r in some.values() for c in r.corners])
                dy = box.y - 2 * gap - end.bottom if is_ahead else box.bottom + 2 * gap - end.y
                level.rects.update({n: r.moved(box.x - end.x, dy) for n, r in some.items()})
        return
    if False in doors:
        dx, dy = box.x - 2 * gap - own.right, box.center.y - own.center.y
    else:
        dx, dy = box.right + 2 * gap - own.x, box.center.y - own.center.y
    level.rects.update({name: rect.moved(dx, dy) for name, rect in shelf.items()})


def _lines(
    names: list[str],
    sizes: Mapping[str, Size],
    gap: float,
    across: float | None,
    along: float | None,
) -> list[list[str]]:
    """The names cut into lines of like number."""
    count = 1 if across is not None else math.ceil(len(names) / MOST_IN_LINE)
    if along is not None:
        widest = max(size.width for size in sizes.values())
        count = max(1, min(count, int((along + gap) // (widest + gap))))
    if across is not None and across > 0:
        # No line is shorter than all of them are on average.
        whole = sum(size.height + gap for size in sizes.values())
        count = max(count, min(len(names), int(whole / (across + gap))))
    while True:
        each = math.ceil(len(names) / count)
        lines = [names[start : start + each] for start in range(0, len(names), each)]
        longest = max(
            sum(sizes[name].height for name in line) + gap * (len(line) - 1) for line in lines
        )
        if across is None or longest <= across or each == 1:
            return lines
        count += 1


def _shelf(
    lines: list[list[str]], sizes: Mapping[str, Size], gap: float, *, flush: bool
) -> dict[str, Rect]:
    rects: dict[str, Rect] = {}
    x = 0.0
    for line in lines:
        width = max(sizes[name].width for name in line)
        y = 0.0
        for name in line:
            size = sizes[name]
            rects[name] = Rect(x if flush else x + (width - size.width) / 2, y, *size)
            y += size.height + gap
        x += width + gap
    return rects
