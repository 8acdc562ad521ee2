"""Where the words of connectors stand: above a level stretch, beside an upright one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diagramkit.geometry import Rect, segments, simplified
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.obstacles import Obstacles
from diagramkit.layout.figure.wires import Wire
from diagramkit.layout.words import Label
from diagramkit.scene import Anchor

# What a place costs: it hits a box, words, a line, is too near to another line, off the middle.
HIT, STRUCK, NEAR, OFF, BELOW, SHORT = 1000.0, 800.0, 60.0, 20.0, 8.0, 3.0

AROUND = 1.7
"""How much wider words may be beside a line that goes around."""


class Spot(NamedTuple):
    """A place for words: their room, and where their lines are anchored."""

    block: Label
    rect: Rect
    x: float
    anchor: Anchor


def place_labels(wires: Sequence[Wire], obstacles: Obstacles, kit: Kit) -> dict[str, Spot]:
    """A place for the words of each wire that has any, by the wire's key. Wires of a bundle
    that say the same say it once."""
    spots: dict[str, Spot] = {}
    taken: list[Rect] = []
    said: set[tuple[str, str]] = set()
    for wire in wires:
        words = wire.link.written.label
        if not words or (wire.trunk and (wire.trunk, words) in said):
            continue
        said.add((wire.trunk, words))
        kind = "strong" if wire.role == "accent" else "label"
        wrap = kit.theme.box.wrap * (AROUND if wire.link.written.route == "around" else 1)
        block = kit.block([(words, kind)], wrap)  # type: ignore[list-item]
        choices = list(_spots(wire, block, kit))
        best = min(choices, key=lambda one: one[1] + _cost(one[0].rect, wire, obstacles, taken))
        spots[wire.key] = best[0]
        taken.append(best[0].rect)
    return spots


def _spots(wire: Wire, block: Label, kit: Kit) -> Iterator[tuple[Spot, float]]:
    """Places along every stretch, with what speaks against each."""
    spacing = kit.theme.spacing
    width, ink = block.size.width, block.ink_height
    points = simplified(wire.points)
    longest = max(a.distance(b) for a, b in segments(points))
    for a, b in segments(points):
        span = a.distance(b)
        far = 0.2 * (longest - span)
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            x, y = a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share
            off = OFF * abs(share - 0.5) * 4 + far
            if abs(a.y - b.y) < 0.5:
                short = SHORT * max(0.0, width + 16 - span)
                above = Rect(x - width / 2, y - spacing.label_rise - ink, width, ink)
                yield Spot(block, above, x, "middle"), off + short
                under = Rect(x - width / 2, y + spacing.label_rise + 2, width, ink)
                yield Spot(block, under, x, "middle"), off + short + BELOW
            else:
                side = spacing.label_side
                right = Rect(x + side, y - ink / 2, width, ink)
                yield Spot(block, right, x + side, "start"), off
                left = Rect(x - side - width, y - ink / 2, width, ink)
                yield Spot(block, left, x - side, "end"), off + BELOW


def _cost(rect: Rect, wire: Wire, obstacles: Obstacles, taken: Sequence[Rect]) -> float:
    cost = 0.0
    room = rect.grown(4)
    for node in obstacles.solid:
        cost += HIT if node.rect.overlaps(rect.grown(6)) else 0.0
    for frame in obstacles.frames:
        inside = frame.rect.contains(room)
        cost += HIT if frame.rect.overlaps(room) and not inside else 0.0
    for other in (*obstacles.words, *taken):
        cost += HIT if other.overlaps(room) else 0.0
    cost += sum(STRUCK for a, b in obstacles.borders if rect.grown(3).crossed_by(a, b))
    for a, b, other_wire in obstacles.field.lines:
        if other_wire is wire:
            cost += STRUCK if rect.grown(2).crossed_by(a, b) else 0.0
        elif rect.grown(3).crossed_by(a, b):
            cost += STRUCK
        elif rect.grown(10).crossed_by(a, b):
            cost += NEAR
    return cost
