"""Routes made level and upright throughout, and everything put on the grid: the engine leaves a
piece slanted by a fraction of a unit where two blocks that it aligns differ by that."""

from __future__ import annotations

import math
from collections import Counter

from diagramkit.geometry import Point, Rect, simplified
from diagramkit.layout.graph.page import Page

MOST = 2.0
"""By how much a piece may be slanted and still be meant to be straight, in user units."""


def square(page: Page) -> None:
    """Take the slant out of all routes: one of the two runs that a slanted piece joins moves over
    to the other.

    Post: a run that moved still ends at the border that it ended at.
    """
    ends = Counter(point for route in page.routes.values() if route for point in _ends(route))
    for index, route in page.routes.items():
        squared = route
        for place in range(len(route) - 1):
            squared = _squared(squared, place, ends)
        page.routes[index] = simplified(squared)


def _ends(route: list[Point]) -> tuple[Point, Point]:
    return route[0], route[-1]


def _squared(route: list[Point], place: int, ends: Counter[Point]) -> list[Point]:
    """A route with the piece from its point `place` to the next made straight."""
    a, b = route[place], route[place + 1]
    dx, dy = abs(a.x - b.x), abs(a.y - b.y)
    if not 0 < min(dx, dy) < MOST or dx == dy:
        return route
    axis = 0 if dx < dy else 1
    before, after = _run(route, place, -1, axis), _run(route, place + 1, 1, axis)
    # A run between corners moves freely; of two that end at borders, one whose end is its own.
    at_source, at_target = min(before) == 0, max(after) == len(route) - 1
    shared = ends[route[-1]] > 1 if at_target else False
    if at_source and not shared:
        moved, value = after, a[axis]
    else:
        moved, value = before, b[axis]
    result = list(route)
    for at in moved:
        x, y = result[at]
        result[at] = Point(value, y) if axis == 0 else Point(x, value)
    return result


def _run(route: list[Point], start: int, step: int, axis: int) -> list[int]:
    """The places of the points from `start` on that are in line with it."""
    places = [start]
    while 0 <= places[-1] + step < len(route):
        if abs(route[places[-1] + step][axis] - route[start][axis]) > 1e-6:
            break
        places.append(places[-1] + step)
    return places


def on_grid(page: Page, step: float) -> None:
    """Round all coordinates to multiples of `step`.

    The same coordinate always goes to the same place, so that what was straight or aligned
    stays so. Sizes are multiples of `2 * step` already, frames and ends of routes move along.
    """

    def near(value: float) -> float:
        # Halves go up, so that equal distances stay equal.
        return math.floor(value / step + 0.5 + 1e-6) * step

    page.rects = {
        name: Rect(
            near(rect.x),
            near(rect.y),
            near(rect.right) - near(rect.x),
            near(rect.bottom) - near(rect.y),
        )
        for name, rect in page.rects.items()
    }
    page.routes = {
        index: simplified([Point(near(point.x), near(point.y)) for point in route])
        for index, route in page.routes.items()
    }
