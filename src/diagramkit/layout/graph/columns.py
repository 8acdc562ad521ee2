"""Boxes of a straight column made equally wide, where there is room for that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph import shapes
from diagramkit.layout.graph.page import Spot
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tiles import Tiles
from diagramkit.layout.graph.tree import ROOT, Tree
from diagramkit.theme.model import Theme

MANY = 3
"""How many boxes a column has at least."""
LEAST_LEG = 24.0
"""How long a line stays that ends at the side of a box, in user units."""


def even_columns(streets: Streets, spots: Mapping[int, Spot], tree: Tree, theme: Theme) -> None:
    """Widen the boxes of each straight column to the widest of them, and with each box those of
    its rank that were as wide; a column in which one cannot be widened stays as it is.

    Pre: words stand at their `spots`.
    Post: middles of boxes, words and frames are where they were; what was widened keeps its
    distance from boxes, words, foreign lines and its frame.
    """
    widener = _Widener(streets, spots, tree, theme)
    for column in widener.columns():
        rects = streets.page.rects
        widest = max(rects[name].width for name in column)
        narrowest = min(rects[name].width for name in column)
        if narrowest < widest <= theme.box.equal_ratio * narrowest:
            widener.widen(column, widest)


class _Widener:
    def __init__(
        self, streets: Streets, spots: Mapping[int, Spot], tree: Tree, theme: Theme
    ) -> None:
        self.streets, self.spots, self.tree, self.theme = streets, spots, tree, theme
        self.page = streets.page
        self.plain = {
            node.id
            for node in streets.chart.nodes
            if node.id not in tree.groups and shapes.is_plain(node.shape)
        }
        self.bounds = self.page.ink(spots)
        self.boxes: Tiles[str] = Tiles()
        self.filed = {name: self.boxes.add(rect, name) for name, rect in self.page.rects.items()}
        self.words: Tiles[Rect] = Tiles()
        for words in (*(spot.rect for spot in spots.values()), *streets.ends):
            self.words.add(words, words)
        self.ends: dict[str, list[int]] = {}
        """The lines that end at each box."""
        for index, edge in enumerate(streets.chart.edges):
            for name in dict.fromkeys((edge.source, edge.target)):
                self.ends.setdefault(name, []).append(index)
        self.ranks: dict[tuple[str, float], list[str]] = {}
        """The plain boxes of each group that stand at one height, which none of them leaves."""
        for owner, children in tree.children.items():
            for name in children:
                if name in self.plain:
                    place = owner, self.page.rects[name].center.y
                    self.ranks.setdefault(place, []).append(name)

    def columns(self) -> Iterator[list[str]]:
        """The plain boxes of each column, from the top down."""
        following: dict[str, str] = {}
        for index, edge in enumerate(self.streets.chart.edges):
            if self._is_straight(index):
                down = self.page.rects[edge.source].y < self.page.rects[edge.target].y
                above, below = (edge.source, edge.target)[:: 1 if down else -1]
                following[above] = below
        later = set(following.values())
        for first in following:
            if first not in later:
                column = [first]
                while column[-1] in following:
                    column.append(following[column[-1]])
                plain = [name for name in column if name in self.plain]
                if len(plain) >= MANY:
                    yield plain

    def _is_straight(self, index: int) -> bool:
        """Whether a line runs straight down or up between two boxes of one frame on one axis."""
        edge, route = self.streets.chart.edges[index], self.page.routes.get(index, [])
        if len(route) != 2 or {edge.source, edge.target} & self.tree.groups.keys():
            return False
        one, other = self.page.rects[edge.source], self.page.rects[edge.target]
        return (
            self._owner(edge.source) == self._owner(edge.target)
            and route[0].x == route[1].x
            and abs(one.center.x - other.center.x) < 1
        )

    def _owner(self, name: str) -> str:
        return self.tree.parent.get(name, ROOT)

    def widen(self, column: Sequence[str], width: float) -> None:
        """Widen all boxes of a column, or none."""
        before: dict[str, Rect] = {}
        for name in column:
            for mate in self._mates(name):
                rect = self.page.rects[mate]
                before[mate] = rect
                self.page.rects[mate] = _as_wide(rect, width)
        if not all(self._fits(name, before) for name in before):
            self.page.rects.update(before)
            return
        for name, rect in before.items():
            self.boxes.drop(rect, self.filed[name])
            self.filed[name] = self.boxes.add(self.page.rects[name], name)
            self._lead_up_to(name, rect)

    def _mates(self, name: str) -> list[str]:
        """The boxes of the same rank, frame and width, with the box itself."""
        own = self.page.rects[name]
        rank = self.ranks[self._owner(name), own.center.y]
        return [other for other in rank if self.page.rects[other].width == own.width]

    def _fits(self, name: str, before: Mapping[str, Rect]) -> bool:
        """Whether a box has the room that it takes now, with others that stood elsewhere
        `before`."""
        new, spacing = self.page.rects[name], self.theme.spacing
        frame = self.page.rects.get(self._owner(name))
        room = frame.grown(-spacing.parallel) if frame else self.bounds
        if new.x < room.x or new.right > room.right:
            return False
        near = Rect(new.x - spacing.sibling, new.y, new.width + 2 * spacing.sibling, new.height)
        around = set(self.tree.path(name))
        for other in (*self.boxes.near(near), *before):
            if other not in around and self.page.rects[other].overlaps(near):
                return False
        clear = new.grown(spacing.label_clear)
        if any(rect.overlaps(clear) for rect in self.words.near(clear)):
            return False
        return self._keeps_lines(name, before[name])

    def _keeps_lines(self, name: str, old: Rect) -> bool:
        """Whether no line is in the way, and those to the sides stay long enough."""
        new, clear = self.page.rects[name], self.streets.clear
        more = (new.width - old.width) / 2
        for index, start, end in self.streets.room.lines(new.grown(clear)):
            edge, route = self.streets.chart.edges[index], self.page.routes[index]
            if name not in (edge.source, edge.target):
                if new.grown(clear - 1).crossed_by(start, end):
                    return False
            elif start.y == end.y and old.y < start.y < old.bottom:
                if start not in (route[0], route[-1]) and end not in (route[0], route[-1]):
                    return False
                if abs(start.x - end.x) < more + LEAST_LEG:
                    return False
            elif not old.x < start.x < old.right and new.grown(clear / 2).crossed_by(start, end):
                return False
        return True

    def _lead_up_to(self, name: str, old: Rect) -> None:
        """Let the lines that ended at the sides of a box end there again."""
        new = self.page.rects[name]
        for index in self.ends.get(name, ()):
            edge, route = self.streets.chart.edges[index], self.page.routes.get(index, [])
            for own, end in ((edge.source, 0), (edge.target, -1)):
                if own == name and route and old.y < route[end].y < old.bottom:
                    x = new.x if route[end].x == old.x else new.right
                    route[end] = Point(x, route[end].y)
            self.streets.room.file(index)


def _as_wide(rect: Rect, width: float) -> Rect:
    return Rect(rect.center.x - width / 2, rect.y, width, rect.height)
