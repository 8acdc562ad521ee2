"""Everything placed, in page coordinates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from diagramkit.geometry import Point, Rect, segments
from diagramkit.layout.graph.sizes import Variant
from diagramkit.layout.words import Label
from diagramkit.scene import Anchor
from diagramkit.theme.model import Theme

JOINED = 0.5
"""How far a line may reach beyond another that it only joins or leaves, in user units."""
GROUP_STUB = tuple[str, int]
"""A group, and the edge that passes its frame."""


class Spot(NamedTuple):
    """A place for a label: its room, and where its lines are anchored."""

    rect: Rect
    x: float
    anchor: Anchor
    cost: float = 0.0

    def moved(self, dx: float, dy: float) -> Spot:
        """The place, `dx` to the right and `dy` down."""
        return Spot(self.rect.moved(dx, dy), self.x + dx, self.anchor)


@dataclass(slots=True)
class Page:
    """Boxes by id, routes by the edge's place in the chart.

    `stubs` are the parts of routes inside the groups that hold one end, from within to the
    frame; once the page is whole they are part of `routes`. `titles` holds the distance of each
    group's title from the left of its frame, `returns` the edges that run back to the start of
    a row.
    """

    variant: Variant
    rects: dict[str, Rect] = field(default_factory=dict)
    routes: dict[int, list[Point]] = field(default_factory=dict)
    stubs: dict[GROUP_STUB, list[Point]] = field(default_factory=dict)
    titles: dict[str, float] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    edge_labels: dict[int, Label] = field(default_factory=dict)
    end_labels: dict[tuple[int, bool], Label] = field(default_factory=dict)
    """The words at the ends of relations, by edge and whether they stand at its tail."""
    end_spots: dict[tuple[int, bool], Spot] = field(default_factory=dict)
    """Where those words stand."""
    spots: dict[int, Rect] = field(default_factory=dict)
    """The rooms of labels that the layout placed by itself, by edge."""
    kept: list[Rect] = field(default_factory=list)
    """What the level kept free for words; the frame goes around it."""
    hosts: dict[int, bool] = field(default_factory=dict)
    """For edges with words whether room for them is kept on the last stretch, or the first."""
    ports: dict[GROUP_STUB, float] = field(default_factory=dict)
    """Where on the side of its frame an edge passes, from 0 to 1: of the groups at this level."""
    returns: set[int] = field(default_factory=set)
    cost: int = 0
    """What it has cost to lay this out, as `effort` counts it."""
    is_tangled: bool = False
    """Whether its outermost level was left too long, as its rows would have been a tangle."""

    @property
    def bounds(self) -> Rect:
        """The rectangle around boxes and lines; empty when there is nothing."""
        ends = [(x, y) for x, y, _, _ in self.rects.values()]
        ends += [(x + width, y + height) for x, y, width, height in self.rects.values()]
        ends += [point for route in self.routes.values() for point in route]
        return Rect.bounding(ends) if ends else Rect(0, 0, 0, 0)

    def ink(self, spots: Mapping[int, Spot]) -> Rect:
        """The rectangle around boxes, lines and the words of lines, those at `spots` included."""
        if not self.rects:
            return Rect(0, 0, 0, 0)
        box = self.bounds
        for spot in (*spots.values(), *self.end_spots.values()):
            box = box.union(spot.rect)
        return box

    def crossings(self) -> int:
        """How often lines cross; where one only joins or leaves another they do not."""
        level: list[tuple[float, float, float, int]] = []
        upright: list[tuple[float, float, float, int]] = []
        for index, route in self.routes.items():
            for a, b in segments(route):
                # What is level but for rounding counts as level.
                if abs(a.x - b.x) < abs(a.y - b.y):
                    upright.append((a.x, min(a.y, b.y), max(a.y, b.y), index))
                else:
                    level.append((a.y, min(a.x, b.x), max(a.x, b.x), index))
        upright.sort()
        xs = [x for x, *_ in upright]
        return sum(
            top + JOINED < y < bottom - JOINED and other != index
            for y, left, right, index in level
            for _, top, bottom, other in upright[
                bisect_right(xs, left + JOINED) : bisect_left(xs, right - JOINED)
            ]
        )

    def take(self, other: Page, dx: float, dy: float) -> None:
        """Add another page's boxes and lines, moved."""
        self.rects.update({name: rect.moved(dx, dy) for name, rect in other.rects.items()})
        for index, route in other.routes.items():
            self.routes[index] = [point.moved(dx, dy) for point in route]
        for key, stub in other.stubs.items():
            self.stubs[key] = [point.moved(dx, dy) for point in stub]
        self.spots.update({key: spot.moved(dx, dy) for key, spot in other.spots.items()})
        self.titles.update(other.titles)
        self.labels.update(other.labels)
        self.hosts.update(other.hosts)
        self.returns |= other.returns

    def copy(self) -> Page:
        """The same, to be changed."""
        page = Page(self.variant, ports=self.ports)
        page.take(self, 0, 0)
        return page

    def move(self, dx: float, dy: float) -> None:
        """Shift everything."""
        moved = Page(self.variant)
        moved.take(self, dx, dy)
        self.rects, self.routes, self.stubs = moved.rects, moved.routes, moved.stubs
        self.spots = moved.spots

    def walls(self, groups: Container[str], theme: Theme) -> Iterator[Rect]:
        """What no line runs through: every box, and the title of each of `groups`."""
        for name, rect in self.rects.items():
            yield self.title_room(name, theme) if name in groups else rect

    def title_room(self, group: str, theme: Theme) -> Rect:
        """The rectangle that the title of a group fills."""
        frame, words = self.rects[group], self.labels[group].size
        top = (theme.spacing.group_header - theme.type.group.line) / 2
        return Rect(frame.x + self.titles[group], frame.y + top, *words)
