"""Boxes that hang side by side from the same one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diagramkit.lint.network import Network, after, middle
from diagramkit.lint.parts import Shape
from diagramkit.lint.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Branch:
    """A box over its children, all on one side of it. `vertical` says that they are above or
    below it, so that they stand side by side."""

    parent: Shape
    children: tuple[Shape, ...]
    vertical: bool

    @property
    def offset(self) -> float:
        """How far the parent is from the middle of the outermost children."""
        places = [middle(child.rect, vertical=not self.vertical) for child in self.children]
        own = middle(self.parent.rect, vertical=not self.vertical)
        return own - (min(places) + max(places)) / 2


def pure_branches(sheet: Sheet) -> Iterator[Branch]:
    """The boxes with two children or more from which nothing but trees hang, all in one frame."""
    trees = sheet.network.trees()
    for parent, children in sheet.network.targets.items():
        shapes = (parent, *children)
        if len(children) < 2 or not trees.issuperset(children):
            continue
        if len({shape.box.owner for shape in shapes}) > 1 or _has_frames(sheet, shapes):
            continue
        yield from _branch(sheet.network, parent, tuple(children))


def _has_frames(sheet: Sheet, shapes: Sequence[Shape]) -> bool:
    return any(shape.key in sheet.declared_frames or shape.box.role == "group" for shape in shapes)


def _branch(network: Network, parent: Shape, children: tuple[Shape, ...]) -> Iterator[Branch]:
    """The branch, if its children are all on one side."""
    for vertical in (network.vertical, not network.vertical):
        steps = {after(parent.rect, child.rect, vertical=vertical) for child in children}
        if len(steps) == 1 and 0 not in steps:
            yield Branch(parent, children, vertical)
            return


def neighbours(sheet: Sheet) -> Iterator[tuple[Shape, Shape, bool]]:
    """Each two boxes next to each other, the first before the second, that stand in one frame and
    that a line from the same box leads to, or that no line leads to or from; and whether they are
    side by side rather than below each other."""
    seen: set[tuple[Shape, Shape]] = set()
    for family in _families(sheet):
        for sideways in (True, False):
            for one, other in _in_rows(family, sideways=sideways):
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other, sideways


def _families(sheet: Sheet) -> Iterator[list[Shape]]:
    network = sheet.network
    for children in network.targets.values():
        yield from _by_frame(children)
    joined = {*network.targets, *network.sources}
    loose = [
        shape for shape in sheet.shapes if shape not in joined and shape.key not in sheet.panels
    ]
    yield from _by_frame(loose)


def _by_frame(shapes: Sequence[Shape]) -> Iterator[list[Shape]]:
    by_frame: dict[str, list[Shape]] = {}
    for shape in shapes:
        by_frame.setdefault(shape.box.owner, []).append(shape)
    yield from by_frame.values()


def _in_rows(family: Sequence[Shape], *, sideways: bool) -> Iterator[tuple[Shape, Shape]]:
    """Those next to each other of the boxes that overlap in the other direction."""
    places = sorted(family, key=lambda shape: middle(shape.rect, vertical=not sideways))
    for one, other in pairwise(places):
        apart = after(one.rect, other.rect, vertical=not sideways) == 1
        if apart and after(one.rect, other.rect, vertical=sideways) == 0:
            yield one, other
