"""The passes of the layout: what each needs is there, and what it ensures holds from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pytest

from diagramkit import render
from diagramkit.geometry import Point, Rect, segments
from diagramkit.layout.graph import arrange, passes
from diagramkit.layout.graph.blocks import Door, Words
from diagramkit.layout.graph.finish import Finish
from diagramkit.layout.graph.layers import Layers
from diagramkit.layout.graph.level import Work
from diagramkit.layout.graph.passes import LANES, LAYERS, LEVEL, WAYS, WORDS, Claim, Pass
from survey import CORPUS, sources

Thing = Layers | Work | Finish
STEP = {"flowchart": 60, "state": 12, "class": 12}
"""By kind: of how many diagrams of the corpora one is drawn."""
NEAR = 0.6


class Line(NamedTuple):
    """A route, and the boxes that it joins as far as they are there."""

    name: str
    route: Sequence[Point]
    source: Rect | None
    target: Rect | None


def boxes(thing: Thing) -> dict[str, Rect]:
    found = thing.page.rects if isinstance(thing, Finish) else thing.level.rects
    return {name: rect for name, rect in found.items() if not isinstance(name, (Door, Words))}


def lines(thing: Thing) -> Iterator[Line]:
    if isinstance(thing, Finish):
        rects = thing.page.rects
        for index, edge in enumerate(thing.chart.edges):
            yield Line(
                str(index), thing.page.routes[index], rects.get(edge.source), rects.get(edge.target)
            )
        return
    rects = thing.level.rects
    arcs = thing.arcs
    if isinstance(thing, Work) and not any(arc.index in thing.level.routes for arc in arcs):
        return
    for arc in arcs:
        if arc.index in thing.level.routes:
            route = thing.level.routes[arc.index]
            yield Line(str(arc.index), route, rects.get(arc.source), rects.get(arc.target))


def is_at(point: Point, rect: Rect | None) -> bool:
    """Whether a point is on the border of a box."""
    if rect is None:
        return True
    return rect.grown(NEAR).contains(Rect(*point, 0, 0)) and not (
        rect.grown(-NEAR).contains(Rect(*point, 0, 0), -NEAR)
    )


def ranked(thing: Thing) -> Iterator[str]:
    assert isinstance(thing, Layers)
    joined = {end for arc in thing.arcs for end in (arc.source, arc.target)}
    yield from (name for name in joined if name not in thing.level.ranks)


def alone(name: str) -> list[str]:
    return [name]


def apart(thing: Thing) -> Iterator[str]:
    path = thing.tree.path if isinstance(thing, Finish) else alone
    found = sorted((rect.grown(-NEAR), name) for name, rect in boxes(thing).items())
    for place, (rect, name) in enumerate(found):
        for later, other in found[place + 1 :]:
            if later.x >= rect.right:
                break
            if later.overlaps(rect) and name not in path(other) and other not in path(name):
                yield f"{name} on {other}"


def led(thing: Thing) -> Iterator[str]:
    for line in lines(thing):
        if len(line.route) < 2:
            yield f"{line.name} has no route"
        elif not is_at(line.route[0], line.source) or not is_at(line.route[-1], line.target):
            yield f"{line.name} ends beside a box"


def whole(thing: Thing) -> Iterator[str]:
    assert isinstance(thing, Work)
    names = {arc.index for arc in (*thing.task.arcs, *(door.arc for door in thing.task.doorways))}
    loops = {loop.index for loop in thing.task.loops}
    yield from (str(index) for index in thing.level.routes if index not in names | loops)


def square(thing: Thing) -> Iterator[str]:
    for line in lines(thing):
        if any(a.x != b.x and a.y != b.y for a, b in segments(line.route)):
            yield f"{line.name} slants"


def on_grid(thing: Thing) -> Iterator[str]:
    assert isinstance(thing, Finish)
    step = thing.theme.page.grid_compact
    for name, rect in boxes(thing).items():
        if any(abs(value / step - round(value / step)) > 1e-6 for value in rect):
            yield f"{name} is off the grid"


def lettered(thing: Thing) -> Iterator[str]:
    assert isinstance(thing, Finish)
    yield from (str(index) for index in thing.page.edge_labels if index not in thing.spots)


CHECKS: Mapping[Claim, Callable[[Thing], Iterator[str]]] = {
    Claim.RANKED: ranked,
    Claim.APART: apart,
    Claim.LED: led,
    Claim.WHOLE: whole,
    Claim.SQUARE: square,
    Claim.ON_GRID: on_grid,
    Claim.LETTERED: lettered,
}


@pytest.mark.parametrize("course", [[*LAYERS, *LANES], LEVEL, [*LEVEL, *WORDS, *WAYS]])
def test_a_pass_needs_what_those_before_it_ensure(course: Sequence[Pass[Thing]]) -> None:
    held: set[Claim] = set()
    for one in course:
        assert held >= set(one.needs), one.name
        held |= set(one.ensures)


@pytest.mark.parametrize("kind", STEP)
def test_what_a_pass_ensures_holds_from_then_on(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}")
    wrong: list[str] = []

    def checked(course: Sequence[Pass[Thing]], thing: Thing) -> None:
        held: dict[Claim, None] = {}
        for one in course:
            one.run(thing)
            held |= dict.fromkeys(one.ensures)
            for claim in held:
                found = [f"{chart.name} {one.name}: {claim.name} {w}" for w in CHECKS[claim](thing)]
                wrong.extend(found)

    monkeypatch.setattr(passes, "run", checked)
    monkeypatch.setattr(arrange, "run", checked)
    for chart in list(sources("all", kind))[:: STEP[kind]]:
        render(chart.text)
    assert wrong == []
