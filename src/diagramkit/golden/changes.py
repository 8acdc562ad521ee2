"""What differs between two scenes, primitive by primitive, in the words of a reader."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from diagramkit.geometry import Path, Point, Rect, distance_to_line
from diagramkit.golden.matching import Pair, match
from diagramkit.golden.serial import number
from diagramkit.scene import NO_COLOR, Box, Connector, Head, Mark, Paint, Primitive, Scene, Text

Kind = Literal[
    "text",
    "moved",
    "resized",
    "restyled",
    "reordered",
    "added",
    "removed",
    "renamed",
    "rerouted",
    "role",
]
CANVAS = "canvas"
"""The key that changes of the drawing as a whole have."""
_COLOR = re.compile("#[0-9A-Fa-f]{6}")
_LEAST = 0.011
"""Differences up to this many units are those of rounding to two decimals."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `key` names the primitive as it is now, `what` the property. `amount` says how much one sees
    of it: user units for geometry and sizes, ΔE2000 for colours, as `unit` says; None where it
    cannot be measured. `owner` is the key of the box or connector that the primitive belongs to.
    """

    kind: Kind
    key: str
    what: str
    before: str = ""
    after: str = ""
    amount: float | None = None
    unit: Literal["", "units", "ΔE"] = ""
    owner: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """What changed, whatever it changed from and to."""
        return self.key, self.what


def scene_changes(before: Scene, after: Scene) -> tuple[Change, ...]:
    """All differences of two scenes, in the paint order of the second; removals come last.

    Both have to have the numbers of canonical JSON (`serial.canonical`).
    """
    pairs = match(before.primitives, after.primitives)
    changes = [*_canvas(before, after)]
    for pair in pairs.both:
        changes += _pair(pair)
    changes += [_whole("added", item) for item in pairs.added]
    changes += _reordered(pairs.both)
    changes += [_whole("removed", item) for item in pairs.removed]
    return tuple(changes)


def _canvas(before: Scene, after: Scene) -> Iterator[Change]:
    sizes = (before.width, before.height), (after.width, after.height)
    if sizes[0] != sizes[1]:
        amount = max(abs(new - old) for old, new in zip(*sizes, strict=True))
        yield _measured("resized", CANVAS, "size", _numbers(sizes[0]), _numbers(sizes[1]), amount)
    yield from _color_change(CANVAS, "background", before.background, after.background)
    for what in ("title", "description"):
        old, new = getattr(before, what), getattr(after, what)
        if old != new:
            yield Change("text", CANVAS, what, old, new)


def _whole(kind: Kind, item: Primitive) -> Change:
    words = item.text if isinstance(item, Text) else type(item).__name__.lower()
    before, after = (words, "") if kind == "removed" else ("", words)
    return Change(kind, item.key, "whole", before, after, owner=owner_of(item))


def owner_of(item: Primitive) -> str:
    """The key of what a primitive belongs to; for a connector its two ends."""
    if isinstance(item, Connector):
        return f"{item.source} {item.target}"
    return item.owner if isinstance(item, Text | Box) else ""


def _pair(pair: Pair) -> list[Change]:
    before, after = pair.before, pair.after
    if before == after:
        return []
    changes: list[Change] = []
    if before.key != after.key:
        changes.append(Change("renamed", after.key, "key", before.key, after.key))
    match before, after:
        case Box(), Box():
            changes += _box(before, after)
        case Text(), Text():
            changes += _text(before, after)
        case Connector(), Connector():
            changes += _connector(before, after)
        case Mark(), Mark():
            changes += _shape(after.key, before.path, after.path)
            changes += _paint(after.key, before.paint, after.paint)
    if before.role != after.role:
        changes.append(Change("role", after.key, "role", before.role, after.role))
    if not changes:
        changes.append(Change("restyled", after.key, "details"))
    owner = owner_of(after)
    return [_owned(change, owner) for change in changes]


def _owned(change: Change, owner: str) -> Change:
    return replace(change, owner=owner) if owner else change


def _box(before: Box, after: Box) -> Iterator[Change]:
    key = after.key
    yield from _rect(key, before.rect, after.rect)
    yield from _paint(key, before.paint, after.paint)
    yield from _length(key, "radius", before.radius, after.radius)
    yield from _plain(key, "link", before.link, after.link)
    old, new = _relative_outline(before), _relative_outline(after)
    same_size = before.rect.size == after.rect.size
    if [part[0] for part in old] != [part[0] for part in new] or (
        same_size and _farthest(old, new) > _LEAST
    ):
        amount = _farthest(old, new) if len(old) == len(new) else None
        yield Change("restyled", key, "shape", "", "", amount, "units" if amount else "")


def _relative_outline(box: Box) -> list[tuple[str | float, ...]]:
    paths = [box.outline, *box.details] if box.outline else list(box.details)
    corner = Point(box.rect.x, box.rect.y)
    return [command for path in paths for command in _shifted(path, corner)]


def _shifted(path: Path, origin: Point) -> Iterator[tuple[str | float, ...]]:
    """The commands of a path as seen from `origin`."""
    for letter, *values in path.commands:
        head, points = (values[:5], values[5:]) if letter == "A" else ([], values)
        flat = [float(v) - origin[i % 2] for i, v in enumerate(points)]
        yield (letter, *head, *flat)


def _farthest(
    old: Sequence[tuple[str | float, ...]], new: Sequence[tuple[str | float, ...]]
) -> float:
    pairs = zip(old, new, strict=False)
    parts = [zip(a[1:], b[1:], strict=False) for a, b in pairs]
    return max((abs(float(a) - float(b)) for part in parts for a, b in part), default=0.0)


def _rect(key: str, before: Rect, after: Rect) -> Iterator[Change]:
    wider, higher = after.width - before.width, after.height - before.height
    if max(abs(wider), abs(higher)) > _LEAST / 2:
        amount = max(abs(wider), abs(higher))
        sizes = _numbers(before.size), _numbers(after.size)
        yield _measured("resized", key, "size", *sizes, amount)
    shift = math.hypot(_shift(after.x - before.x, wider), _shift(after.y - before.y, higher))
    if shift > _LEAST / 2:
        places = _numbers((before.x, before.y)), _numbers((after.x, after.y))
        yield _measured("moved", key, "place", *places, shift)


def _shift(start: float, growth: float) -> float:
    """How far an interval has moved: what grew on one side, or on both, has not."""
    return min(start, start + growth / 2, start + growth, key=abs)


def _text(before: Text, after: Text) -> Iterator[Change]:
    key = after.key
    if before.text != after.text:
        yield Change("text", key, "words", before.text, after.text)
    yield from _length(key, "font size", before.size, after.size)
    yield from _length(key, "weight", before.weight, after.weight)
    yield from _plain(key, "fonts", ", ".join(before.families), ", ".join(after.families))
    yield from _plain(key, "turn", number(before.turn), number(after.turn))
    yield from _plain(key, "anchor", before.anchor, after.anchor)
    yield from _plain(key, "link", before.link, after.link)
    yield from _color_change(key, "color", before.color, after.color)
    yield from _color_change(key, "halo", before.halo, after.halo)
    if abs(before.width - after.width) > _LEAST / 2:
        widths = number(before.width), number(after.width)
        yield _measured("resized", key, "width", *widths, abs(after.width - before.width))
    shift = math.hypot(after.x - before.x, after.y - before.y)
    if shift > _LEAST / 2:
        places = _numbers((before.x, before.y)), _numbers((after.x, after.y))
        yield _measured("moved", key, "place", *places, shift)


def _connector(before: Connector, after: Connector) -> Iterator[Change]:
    key = after.key
    if before.key == key:  # another key says as much
        yield from _plain(key, "source", before.source, after.source)
        yield from _plain(key, "target", before.target, after.target)
    yield from _paint(key, before.paint, after.paint)
    yield from _length(key, "radius", before.radius, after.radius)
    yield from _heads(key, before.heads, after.heads)
    yield from _route(key, before, after)


def _heads(key: str, before: Sequence[Head], after: Sequence[Head]) -> Iterator[Change]:
    if len(before) != len(after) or any(
        old.filled != new.filled for old, new in zip(before, after, strict=True)
    ):
        yield Change("restyled", key, "arrowheads", _head_words(before), _head_words(after))
        return
    pairs = list(zip(before, after, strict=True))
    amount = max((_head_change(old, new) for old, new in pairs), default=0.0)
    if amount > 2 * _LEAST:
        yield _measured(
            "restyled", key, "arrowhead", _head_words(before), _head_words(after), amount
        )


def _head_change(old: Head, new: Head) -> float:
    """How much the shape of a head changed, whichever way it points."""
    reaches = [
        [point.distance(head.tip) for point in head.outline.flattened(2)] for head in (old, new)
    ]
    if len(reaches[0]) != len(reaches[1]):
        return math.inf
    return max((abs(a - b) for a, b in zip(*reaches, strict=True)), default=0.0)


def _head_words(heads: Sequence[Head]) -> str:
    words = []
    for head in heads:
        reach = max((point.distance(head.tip) for point in head.outline.flattened(2)), default=0.0)
        words.append(f"{'filled' if head.filled else 'open'}, reach {number(reach)}")
    return "; ".join(words) or "none"


def _route(key: str, before: Connector, after: Connector) -> Iterator[Change]:
    old, new = _whole_route(before), _whole_route(after)
    if len(old) == len(new):
        shifts = [(b.x - a.x, b.y - a.y) for a, b in zip(old, new, strict=True)]
        farthest = max(math.hypot(*shift) for shift in shifts)
        if farthest <= _LEAST:
            return
        if max(math.dist(shift, shifts[0]) for shift in shifts) <= _LEAST:
            yield _measured("moved", key, "place", _numbers(old[0]), _numbers(new[0]), farthest)
            return
    amount = max(_deviation(old, new), _deviation(new, old))
    yield _measured("rerouted", key, "route", _route_words(old), _route_words(new), amount)


def _whole_route(line: Connector) -> list[Point]:
    """The points of a line up to the tips of its heads: a longer head is no other route."""
    points = list(line.points)
    for head in line.heads:
        end = min((0, -1), key=lambda place: points[place].distance(head.tip))
        points[end] = head.tip
    return points


def _deviation(line: Sequence[Point], other: Sequence[Point]) -> float:
    return max(distance_to_line(point, other) for point in line) if len(other) > 1 else math.inf


def _route_words(points: Sequence[Point]) -> str:
    shown = " ".join(f"{number(x)},{number(y)}" for x, y in points[:6])
    return shown + (" …" if len(points) > 6 else "")


def _shape(key: str, before: Path, after: Path) -> Iterator[Change]:
    if before.data == after.data:
        return
    old, new = Rect.bounding(before.flattened()), Rect.bounding(after.flattened())
    yield from _rect(key, old, new)
    relative = [list(_shifted(path, Point(r.x, r.y))) for path, r in ((before, old), (after, new))]
    if old.size == new.size and _farthest(*relative) > _LEAST:
        yield _measured("restyled", key, "shape", "", "", _farthest(*relative))


def _paint(key: str, before: Paint, after: Paint) -> Iterator[Change]:
    yield from _color_change(key, "fill", before.fill, after.fill)
    yield from _color_change(key, "stroke", before.stroke, after.stroke)
    yield from _length(key, "stroke width", before.stroke_width, after.stroke_width)
    if before.dash != after.dash:
        dashes = _numbers(before.dash) or "solid", _numbers(after.dash) or "solid"
        yield Change("restyled", key, "dash", *dashes)


def _color_change(key: str, what: str, before: str, after: str) -> Iterator[Change]:
    if before == after:
        return
    are_colors = all(map(_COLOR.fullmatch, (before, after)))
    amount = color_difference(before, after) if are_colors else None
    unit: Literal["", "ΔE"] = "" if amount is None else "ΔE"
    yield Change("restyled", key, what, before or NO_COLOR, after or NO_COLOR, amount, unit)


@lru_cache(maxsize=1024)
def color_difference(one: str, other: str) -> float:
    """CIEDE2000; a theme has few colours, and a change of them is met many times."""
    from diagramkit.color import difference

    return difference(one, other)


def _length(key: str, what: str, before: float, after: float) -> Iterator[Change]:
    if before != after:
        values = number(before), number(after)
        yield _measured("restyled", key, what, *values, abs(after - before))


def _plain(key: str, what: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change("restyled", key, what, before or "none", after or "none")


def _measured(kind: Kind, key: str, what: str, before: str, after: str, amount: float) -> Change:
    finite = round(amount, 2) if math.isfinite(amount) else None
    return Change(kind, key, what, before, after, finite, "units" if finite is not None else "")


def _numbers(values: Sequence[float]) -> str:
    return ", ".join(map(number, values))


def _reordered(pairs: Sequence[Pair]) -> Iterator[Change]:
    """Primitives that are painted before or after others than they were: the fewest that have
    to be taken out to have the rest in the old order."""
    ranks = [pair.before_place for pair in pairs]
    steady = set(_longest_rise(ranks))
    for place, pair in enumerate(pairs):
        if place not in steady:
            places = str(pair.before_place + 1), str(pair.after_place + 1)
            yield Change("reordered", pair.after.key, "paint order", *places)


def _longest_rise(ranks: Sequence[int]) -> list[int]:
    """The places of a longest rising subsequence (patience sorting)."""
    from bisect import bisect_left

    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, rank in enumerate(ranks):
        pile = bisect_left(tails, rank)
        tails[pile : pile + 1] = [rank]
        ends[pile : pile + 1] = [place]
        previous.append(ends[pile - 1] if pile else -1)
    chain: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(place)
        place = previous[place]
    return chain[::-1]
