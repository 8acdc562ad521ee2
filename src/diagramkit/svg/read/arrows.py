"""Arrows drawn as outlines, as design programs export them: the filled area around a straight
shaft and its heads is read as the stroke that it looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from diagramkit.geometry import Path, Point
from diagramkit.scene import Head
from diagramkit.svg.read.areas import Thing
from diagramkit.svg.read.colors import NOTHING

SHORTEST, MOST_POINTS = 24.0, 60
HALF_SHAFT, HALF_HEAD, LONGEST_HEAD = 2.0, 9.0, 18.0
SHAFT_CORNERS = 4
"""How many corners of an outline are at its shaft at least; a needle has fewer."""


class _Spot(NamedTuple):
    """A point by how far it is along a shaft, and beside it."""

    along: float
    aside: float
    point: Point


def as_stroke(thing: Thing) -> Thing:
    """The arrow whose outline a thing is, as a line with heads; else the thing itself."""
    if not thing.is_filled or thing.is_stroked or len(thing.pieces) > 3:
        return thing
    points = [point for piece in thing.pieces for point in dict.fromkeys(piece)]
    if not 7 <= len(points) <= MOST_POINTS:
        return thing
    first = max(points, key=thing.rect.center.distance)
    last = max(points, key=first.distance)
    length = first.distance(last)
    if length < SHORTEST:
        return thing
    spots = list(_spots(points, first, last))
    wide = [spot for spot in spots if spot.aside > HALF_SHAFT]
    narrow = [spot for spot in spots if spot.aside <= HALF_SHAFT]
    start = [spot for spot in wide if spot.along <= LONGEST_HEAD]
    end = [spot for spot in wide if spot.along >= length - LONGEST_HEAD]
    is_arrow = (
        wide
        and max(spot.aside for spot in wide) <= HALF_HEAD
        and len(narrow) >= SHAFT_CORNERS
        and len(set(start) | set(end)) == len(wide)
    )
    return _stroke(thing, narrow, start, end, (first, last)) if is_arrow else thing


def _spots(points: Iterable[Point], first: Point, last: Point) -> Iterable[_Spot]:
    length = first.distance(last)
    ux, uy = (last.x - first.x) / length, (last.y - first.y) / length
    for point in points:
        dx, dy = point.x - first.x, point.y - first.y
        yield _Spot(dx * ux + dy * uy, abs(dy * ux - dx * uy), point)


def _stroke(
    thing: Thing,
    narrow: list[_Spot],
    start: list[_Spot],
    end: list[_Spot],
    tips: tuple[Point, Point],
) -> Thing:
    first, last = tips
    length = first.distance(last)
    tail = [spot.point for spot in narrow if spot.along <= HALF_SHAFT]
    nose = [spot.point for spot in narrow if spot.along >= length - HALF_SHAFT]
    first = first if start else _middle(tail)
    last = last if end else _middle(nose)
    heads = tuple(
        Head(Path.polygon((*(spot.point for spot in corners), tip)), tip)
        for corners, tip in ((start, first), (end, last))
        if corners
    )
    width = 2 * max(min(spot.aside for spot in narrow if spot.along > 0), 0.5)
    item = replace(
        thing.item,
        path=Path.polyline((first, last)),
        fill=NOTHING,
        stroke=thing.item.fill,
        width=width,
        dash=(),
        heads=heads,
    )
    return Thing(item, thing.order)


def _middle(points: list[Point]) -> Point:
    return Point(
        sum(point.x for point in points) / len(points),
        sum(point.y for point in points) / len(points),
    )
