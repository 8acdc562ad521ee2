"""How much work a chart is worth: counted in boxes, lines and their points, never in time, so that
the same source gives the same picture on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diagramkit.layout.graph.spine import in_order

if TYPE_CHECKING:
    from diagramkit.layout.graph.blocks import Arc, Block

WORK = 6_500
"""What the arrangements of a chart may cost together: the boxes and lines of every level each time
that it is laid out, and the points of the lines. Up to a second of processor."""
MOST_CROSSINGS, LITTLE = 100, WORK // 4
"""A chart whose lines cross more often is a tangle, however it is laid out: it is worth so little
work, and its lines are not looked at one by one."""
MOST_LINES = 100
"""Beyond so many lines they are not looked at one by one: in a tangle none is better elsewhere."""
MOST_AROUND = 250
"""Levels of more arcs keep those that run back as they are: each would be held against all."""
MOST_PASSED = 25_000
"""The most ranks that the arcs of all levels may pass together: time goes with them."""
CROWD = 16
"""The engine's time goes with the square of the lines at a block: so many of its units count as one
line."""
CARRIED = 16
"""What a group holds is moved with it, at every depth: so many boxes count as one laid out."""
LARGE, HUGE = 300, 1_000
"""Blocks, arcs and the ranks that arcs pass: beyond the first the engine tries fewer orders, beyond
the second only one."""
MOST_VERTICES = 3_000
"""Levels of more blocks and places where lines pass ranks stay as the engine first has them."""
MOST_PLAIN = 1_000
"""Levels of more blocks, whose lines pass no rank, stay so too."""
TANGLE = 1_500
"""From so many ranks that arcs pass, and arcs more than blocks, a level is left as the engine has
it: no order and no straight line is to be found there, and looking for them takes seconds."""
MOST_MERGED = 500
"""Beyond so many arcs the engine looks for no trunks in a tangle, which takes half of its time."""


@dataclass(slots=True)
class Meter:
    """What an arrangement has cost so far, and what it may cost: beyond that nothing in it is
    tried again."""

    most: int = WORK
    spent: int = 0
    passed: dict[str, int] = field(default_factory=dict)
    """How many ranks the arcs of a level pass together, by the level's first block."""

    def count(self, arcs: Sequence[Arc], *things: Sized) -> None:
        """Count so many arcs and other things more."""
        ends = Counter(end for arc in arcs for end in (arc.source, arc.target))
        self.spent += len(arcs) + sum(number * number for number in ends.values()) // CROWD
        self.spent += sum(map(len, things))


def engine_effort(blocks: Sized, arcs: Sized, passing: int) -> dict[str, Any]:
    """The engine's options for a level of this size, whose arcs are `passing` so many ranks."""
    size = len(blocks) + len(arcs) + passing
    if size <= LARGE:
        return {"effort": "balanced"}
    if size <= HUGE:
        return {"effort": "fast"}
    order = {"kick_rounds": 0, "seeds": 1, "sifting_rounds": 0}
    tuning, more = {"order": order}, {}
    if is_tangle(blocks, arcs, passing):
        order |= {"chain_lane_rounds": 0, "balance_rounds": 0, "sweeps": 1}
        # Nor are lines made straighter one by one, which takes nine tenths of the time.
        tuning["coords"] = {"flatten_room": 0, "snap_rounds": 0}
        if len(arcs) > MOST_MERGED:
            more, order["sweep_stall"] = {"merge_edges": "none"}, 0
    placed = {"placement": "brandes_koepf", "branch_style": "symmetric"}
    # Its search for middles of sides takes ten times as long as all else.
    return {"effort": "fast", "coords": placed, "tuning": tuning, "centre_ports": "round", **more}


def is_tangle(blocks: Sized, arcs: Sized, passing: int) -> bool:
    """Whether a level has so many arcs over each other, which are `passing` so many ranks, that
    none of them can be followed."""
    return passing + len(arcs) - len(blocks) > TANGLE


def passed(blocks: Mapping[str, Block], arcs: Sequence[Arc]) -> int:
    """How many ranks the arcs pass together, when every block stands as early as it can.

    Arcs that close a cycle are left out: they pass none, as far as this knows.
    """
    rank = dict.fromkeys(blocks, 0)
    ties = ((arc.source, arc.target) for arc in arcs if arc.source != arc.target)
    order, outgoing = in_order(blocks, ties)
    for name in order:
        for target in outgoing[name]:
            fixed = blocks[target].rank
            least = fixed if isinstance(fixed, int) else rank[name] + 1
            rank[target] = max(rank[target], least)
    last = max(rank.values(), default=0)
    rank.update((name, last) for name, block in blocks.items() if block.rank == "last")
    return sum(max(0, rank[arc.target] - rank[arc.source] - 1) for arc in arcs)
