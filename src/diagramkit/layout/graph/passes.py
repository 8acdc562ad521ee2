"""What is done to a chart, in its order: the passes.

A level is first placed in layers, by the passes of `LAYERS`, as often as it takes to fold it; those
of `LEVEL` place one level; those of `WORDS` and `WAYS` go over the whole chart once all its levels
are joined. Each pass names what it needs of those before it and what holds from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Generic, TypeVar

from diagramkit.layout.graph import folding, loops
from diagramkit.layout.graph.blocks import Arc, Block, Gaps, Level
from diagramkit.layout.graph.channels import spread
from diagramkit.layout.graph.columns import even_columns
from diagramkit.layout.graph.ends import separate
from diagramkit.layout.graph.fans import full_fans, gather_fans
from diagramkit.layout.graph.finish import Finish
from diagramkit.layout.graph.frame_growth import grow_frames
from diagramkit.layout.graph.hints import draw_within
from diagramkit.layout.graph.label_blocks import gathered
from diagramkit.layout.graph.layers import Layers
from diagramkit.layout.graph.level import (
    Measures,
    Task,
    Work,
    hang_leaves,
    keep_rooms,
    put_loose,
    set_out,
)
from diagramkit.layout.graph.ports import with_places
from diagramkit.layout.graph.reroute import reroute
from diagramkit.layout.graph.sides import lead_around, leave_by_tips
from diagramkit.layout.graph.square import on_grid, square


class Claim(Enum):
    """What holds from a pass on until another one has its place taken."""

    RANKED = "every block that a line joins has a rank"
    APART = "no two blocks overlap, but a group and what it holds"
    LED = "every line runs from the border of its source to that of its target"
    WHOLE = "every line is in one piece"
    SQUARE = "every piece of a line is level or upright"
    ON_GRID = "every box is on the grid"
    LETTERED = "the words of every line have a place"


Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Pass(Generic[Thing]):
    """A step on the way of a thing, what it needs and what it ensures."""

    name: str
    run: Callable[[Thing], object]
    needs: tuple[Claim, ...]
    ensures: tuple[Claim, ...] = ()


LAYERS: tuple[Pass[Layers], ...] = (
    Pass("ranks", Layers.sketch, (), (Claim.RANKED,)),
    Pass("order", Layers.set_order, (Claim.RANKED,)),
    Pass("places", Layers.set_places, (Claim.RANKED,)),
    Pass("lines", Layers.lead, (Claim.RANKED,), (Claim.APART, Claim.LED)),
    Pass("flush", Layers.set_flush, (Claim.RANKED, Claim.LED)),
    Pass("ends", lambda it: separate(it.level, it.arcs, it.gaps.parallel), (Claim.LED,)),
)
"""Blocks in layers, and the lines between them, their ends apart."""
LANES: tuple[Pass[Layers], ...] = (
    Pass(
        "fans",
        lambda it: gather_fans(it.level, it.arcs, full_fans(it.arcs, it.level.ranks)),
        (Claim.LED,),
    ),
    Pass("lanes", lambda it: spread(it.level, it.blocks, it.arcs, it.gaps), (Claim.LED,)),
)
"""Lines that turn between two layers, and the room that they need there."""
LEVEL: tuple[Pass[Work], ...] = (
    Pass("blocks", set_out, ()),
    Pass("layers", Work.lay_out, (), (Claim.APART,)),
    Pass("rows", folding.break_into_rows, (Claim.APART,)),
    Pass("narrow", folding.narrow, (Claim.APART,)),
    Pass("doors", Work.take_doors, (Claim.APART,)),
    Pass("leaves", lambda it: hang_leaves(it, it.joined, it.leaves), (Claim.APART,)),
    Pass("within", lambda it: draw_within(it.level, it.told, it.gaps.parallel), (Claim.APART,)),
    Pass("returns", folding.lead_between_rows, (Claim.APART,), (Claim.LED,)),
    Pass("whole", lambda it: gathered(it.level, it.through), (Claim.LED,), (Claim.WHOLE,)),
    Pass(
        "loops",
        lambda it: loops.draw(it.level, it.loops, beside=it.gaps.beside),
        (Claim.APART,),
    ),
    Pass("rooms", keep_rooms, (Claim.WHOLE,)),
    Pass(
        "tips",
        lambda it: leave_by_tips(it.level, it.joined, it.task.decisions, it.gaps.parallel),
        (Claim.LED, Claim.WHOLE),
    ),
    Pass("bars", Work.draw_bars, (Claim.LED, Claim.WHOLE)),
    Pass(
        "around",
        lambda it: lead_around(it.level, it.joined, it.task.backward, it.around),
        (Claim.LED, Claim.WHOLE),
    ),
    Pass("loose", put_loose, (Claim.APART,)),
)
"""One level: its layers, folded where they are too long or too wide, and what is beside them."""
WORDS: tuple[Pass[Finish], ...] = (
    Pass("square", lambda it: square(it.page), (Claim.LED,), (Claim.SQUARE,)),
    Pass(
        "grid",
        lambda it: on_grid(it.page, it.theme.page.grid_compact),
        (Claim.SQUARE,),
        (Claim.ON_GRID,),
    ),
    Pass("words", Finish.place_words, (Claim.LED, Claim.SQUARE), (Claim.LETTERED,)),
)
"""The whole chart, its levels joined, and the words of its lines."""
WAYS: tuple[Pass[Finish], ...] = (
    Pass(
        "ways",
        lambda it: reroute(it.streets, it.spots, it.tree, it.theme),
        (Claim.SQUARE, Claim.LETTERED),
    ),
    Pass(
        "columns",
        lambda it: even_columns(it.streets, it.spots, it.tree, it.theme),
        (Claim.SQUARE, Claim.LETTERED),
    ),
    Pass(
        "frames",
        lambda it: grow_frames(it.streets, it.spots, it.tree, it.theme),
        (Claim.LETTERED,),
    ),
)
"""Better ways for lines, and room for their words: for a chart that is narrow enough."""


def run(passes: Sequence[Pass[Thing]], thing: Thing) -> None:
    """Take a thing through passes."""
    for one in passes:
        one.run(thing)


def layered(blocks: Mapping[str, Block], arcs: Sequence[Arc], gaps: Gaps) -> Level:
    """Blocks in layers and the lines between them.

    Raises:
        DiagramError: the chart is beyond the engine's limits.
    """
    if not blocks:
        return Level()
    layers = Layers(blocks, arcs, gaps)
    layers.check()
    run(LAYERS, layers)
    # In a tangle no line is better for an end of its own.
    if not layers.is_tangle and (placed := with_places(layers.level, arcs, gaps.parallel)):
        layers = Layers(blocks, placed, gaps)
        run(LAYERS, layers)
    gaps.meter.count(layers.arcs, blocks, *layers.level.routes.values())
    run(LANES, layers)
    return layers.level


def arrange(task: Task, measures: Measures) -> Work:
    """A level, placed.

    Post: no two blocks overlap; every arc and doorway has a route, upstream end first.
    """
    work = Work(task, measures, partial(layered, gaps=measures.gaps))
    run(LEVEL, work)
    return work
