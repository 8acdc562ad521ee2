"""What a drawing joins to what: the graph that its lines make of its boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from diagramkit.geometry import Rect
from diagramkit.lint.parts import Line, Shape


@dataclass(frozen=True, slots=True)
class Network:
    """The boxes that lines lead to and from, each once, in paint order; loops are left out.

    `vertical` says that most lines lead down or up rather than to a side, `onward` that most of
    them lead down, or to the right.
    """

    targets: Mapping[Shape, Sequence[Shape]] = field(default_factory=dict)
    sources: Mapping[Shape, Sequence[Shape]] = field(default_factory=dict)
    vertical: bool = True
    onward: bool = True

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Network:
        targets: defaultdict[Shape, dict[Shape, None]] = defaultdict(dict)
        sources: defaultdict[Shape, dict[Shape, None]] = defaultdict(dict)
        down = right = balance_down = balance_right = 0
        for line in lines:
            source, target = line.start.shape, line.end.shape
            if source is None or target is None or source is target:
                continue
            targets[source][target] = None
            sources[target][source] = None
            if step := after(source.rect, target.rect, vertical=True):
                down, balance_down = down + 1, balance_down + step
            elif step := after(source.rect, target.rect, vertical=False):
                right, balance_right = right + 1, balance_right + step
        vertical = down >= right
        onward = (balance_down if vertical else balance_right) >= 0
        return cls(
            {shape: tuple(found) for shape, found in targets.items()},
            {shape: tuple(found) for shape, found in sources.items()},
            vertical,
            onward,
        )

    def runs_back(self, line: Line) -> bool:
        """Whether a line leads against the direction of most of the others."""
        if line.start.shape is None or line.end.shape is None:
            return False
        return self._is_behind(line.start.shape, line.end.shape)

    def leads(self, one: Shape, other: Shape) -> bool:
        """Whether lines that do not run back lead from a box to another one, over others or not."""
        found, ready = {one}, [one]
        while ready and other not in found:
            shape = ready.pop()
            for end in self.targets.get(shape, ()):
                if end not in found and not self._is_behind(shape, end):
                    found.add(end)
                    ready.append(end)
        return other in found

    def _is_behind(self, shape: Shape, end: Shape) -> bool:
        step = after(shape.rect, end.rect, vertical=self.vertical)
        return step == (-1 if self.onward else 1)

    def trees(self) -> frozenset[Shape]:
        """The boxes that one line at most leads to, and below which everything is so too."""
        waiting = {shape: len(found) for shape, found in self.targets.items()}
        found: set[Shape] = set()
        ready = [shape for shape in self.sources if shape not in waiting]
        while ready:
            shape = ready.pop()
            sources = self.sources.get(shape, ())
            if len(sources) > 1:
                continue
            found.add(shape)
            for source in sources:
                waiting[source] -= 1
                if not waiting[source]:
                    ready.append(source)
        return frozenset(found)

    def below(self, shape: Shape) -> frozenset[Shape]:
        """A box and everything that can be reached through it alone."""
        found = {shape}
        ready = [shape]
        while ready:
            for target in self.targets.get(ready.pop(), ()):
                if target not in found and found.issuperset(self.sources[target]):
                    found.add(target)
                    ready.append(target)
        return frozenset(found)


def after(one: Rect, other: Rect, *, vertical: bool) -> int:
    """1 where a rectangle begins after another ends, -1 where it ends before, else 0."""
    a, b = span(one, vertical=vertical), span(other, vertical=vertical)
    return int(b[0] >= a[1]) - int(b[1] <= a[0])


def span(rect: Rect, *, vertical: bool) -> tuple[float, float]:
    """From where to where a rectangle reaches, down the drawing or across it."""
    return (rect.y, rect.bottom) if vertical else (rect.x, rect.right)


def middle(rect: Rect, *, vertical: bool) -> float:
    """The middle of a rectangle, down the drawing or across it."""
    return rect.center.y if vertical else rect.center.x
