"""Frames made larger for the words of the lines inside of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diagramkit.geometry import Point, Rect, sides
from diagramkit.layout.graph.page import Spot
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tree import ROOT, Tree
from diagramkit.theme.model import Theme

AIR = 8.0
"""From words to the frame around them."""


def grow_frames(streets: Streets, spots: Mapping[int, Spot], tree: Tree, theme: Theme) -> None:
    """Let each frame reach around the words of the lines whose ends it holds, where nothing is in
    the way.

    Post: frames hold what they held, and have grown only; a frame that could not grow without
    meeting something is as it was.
    """
    inset, step = theme.spacing.group_inset, theme.page.grid_compact
    for index, spot in spots.items():
        name = _around(streets, tree, index)
        if name and not streets.page.rects[name].contains(spot.rect.grown(AIR / 2)):
            grown = dict(_grown(streets, tree, name, spot.rect.grown(AIR), inset, step))
            if all(_is_free(streets, tree, *one) for one in grown.items()):
                for frame, rect in grown.items():
                    _set(streets, frame, rect, theme)


def _around(streets: Streets, tree: Tree, index: int) -> str:
    """The innermost group that holds both ends of an edge, itself not being one."""
    edge = streets.chart.edges[index]
    first, second = (tree.path(name)[:-1] for name in (edge.source, edge.target))
    common = [a for a, b in zip(first, second, strict=False) if a == b]
    return common[-1] if common else ROOT


def _grown(
    streets: Streets, tree: Tree, name: str, need: Rect, inset: float, step: float
) -> Iterator[tuple[str, Rect]]:
    """A frame around what it has to hold, and the frames around it as far as they grow too."""
    while name != ROOT:
        rect = streets.page.rects[name]
        if rect.contains(need):
            return
        rect = _on_grid(rect.union(need), rect, step)
        yield name, rect
        name, need = tree.parent.get(name, ROOT), rect.grown(inset)


def _on_grid(rect: Rect, old: Rect, step: float) -> Rect:
    """A rectangle whose sides have moved by multiples of `step`."""
    left = old.x + (rect.x - old.x) // step * step
    top = old.y + (rect.y - old.y) // step * step
    right = old.right - (old.right - rect.right) // step * step
    bottom = old.bottom - (old.bottom - rect.bottom) // step * step
    return Rect(left, top, right - left, bottom - top)


def _is_free(streets: Streets, tree: Tree, name: str, rect: Rect) -> bool:
    """Whether a frame may have a size: its sides meet nothing, and it holds nothing more."""
    old, page = streets.page.rects[name], streets.page
    around = rect.grown(streets.clear)
    for other, box in page.rects.items():
        held = name in tree.path(other) or other in tree.path(name)
        if not held and box.overlaps(around) and not box.overlaps(old):
            return False
    for index, words in streets.room.words(rect):
        if not old.overlaps(words) and words.overlaps(rect) and _around(streets, tree, index):
            return False
    return not any(_runs_along(streets, a, b) for a, b in sides(rect.corners))


def _runs_along(streets: Streets, start: Point, end: Point) -> bool:
    """Whether a line runs beside a side of a frame, or words stand on it."""
    side = Rect.between(start, end)
    if any(words.overlaps(side.grown(1)) for _, words in streets.room.words(side)):
        return True
    return streets.crowds(-1, start, end)


def _set(streets: Streets, name: str, rect: Rect, theme: Theme) -> None:
    """Give a frame its size; its title goes along where no line is in the way."""
    page = streets.page
    moved = page.rects[name].x - rect.x
    page.rects[name] = rect
    title = page.title_room(name, theme).grown(streets.clear / 2)
    if any(title.crossed_by(a, b) for _, a, b in streets.room.lines(title)):
        page.titles[name] += moved
