"""Lines from a box to itself: loops one after the other on the side that the flow leaves free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph.blocks import Level, Room

SPAN = 24.0
"""From one end of a loop to the other."""
LIFT = 4.0
"""From a loop to words below it."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop of a block, `depth` deep. `before` its first end and `after` its last one nothing
    else may stand. `words` is the room of its words in flow coordinates, beyond the loop."""

    index: int
    block: str
    depth: float
    before: float = SPAN / 2
    after: float = SPAN / 2
    words: Size | None = None


def length(loops: Sequence[Loop]) -> float:
    """How long the side of a block has to be for its loops, and the words at their ends."""
    return sum(loop.before + SPAN + loop.after for loop in loops)


def room(loops: Sequence[Loop], along: float, clear: float) -> Room:
    """What the loops of a block, `along` long, take beside it, with `clear` beyond them; and
    what their words take before and after it."""
    beyond = [loop.words.height + LIFT if loop.words else 0.0 for loop in loops]
    depths = [loop.depth + more for loop, more in zip(loops, beyond, strict=True)]
    over = max(0.0, (length(loops) - along) / 2)
    return Room(before=over, after=over, below=max(depths) + clear)


def draw(level: Level, loops: Sequence[Loop], *, beside: bool) -> None:
    """Route the loops and place their words. `beside`: words stand beside lines, across the flow.

    Pre: the layers kept the rooms free.
    """
    own: dict[str, list[Loop]] = {}
    for loop in loops:
        own.setdefault(loop.block, []).append(loop)
    for name, found in own.items():
        rect = level.rects[name]
        x = rect.center.x - length(found) / 2
        for loop in found:
            x += loop.before
            bottom = rect.bottom + loop.depth
            corners = (rect.bottom, bottom, bottom, rect.bottom)
            places = (x, x, x + SPAN, x + SPAN)
            level.routes[loop.index] = list(map(Point, places, corners))
            if loop.words:
                left = x + SPAN / 2 - loop.words.width / 2
                top = bottom + (0 if beside else LIFT)
                level.spots[loop.index] = Rect(left, top, *loop.words)
            x += SPAN + loop.after
