"""Icons of drawings by others: small shapes without words, one by itself or a group of several."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from diagramkit.geometry import Point, Rect
from diagramkit.lint.paints import things
from diagramkit.lint.parts import STEPS, Drawn, Shape, Words
from diagramkit.lint.regions import ROUND
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR, Mark

if TYPE_CHECKING:
    from diagramkit.svg.read import Node, Reading

SMALLEST, LARGEST = 10.0, 96.0
"""Width and height in user units between which shapes are icons."""
_SLIM = 3.0
"""How many times longer than wide they are at most: longer ones are bars and bands."""
_DATA = 6
"""From so many of one look and size they are the data of a chart, or a pattern."""
_GROUPS = frozenset(["g", "use", "svg"])


@dataclass(frozen=True, eq=False, slots=True)
class Icon:
    """What one element paints: its closed shapes, the room they take, and what it looks like.
    `is_group` says that it is an element for several, whatever is in it."""

    key: str
    room: Rect
    outlines: tuple[tuple[Point, ...], ...]
    look: tuple[object, ...]
    is_group: bool
    is_round: bool

    @property
    def area(self) -> float:
        return self.room.width * self.room.height


def icons(sheet: Sheet, reading: Reading) -> list[Icon]:
    """The icons of a drawing in paint order, without those that are data."""
    shapes = [mark for mark in sheet.marks if _is_whole(reading, mark)]
    others: tuple[Words | Shape, ...] = (*sheet.words, *sheet.shapes)
    rooms: dict[Node, Rect] = {}
    for item in things(sheet):
        for node in _upwards(reading, item.key):
            rooms[node] = rooms[node].union(item.ink) if node in rooms else item.ink
    taken = {node for item in others for node in _upwards(reading, item.key)}
    members: defaultdict[Node, list[Drawn]] = defaultdict(list)
    for shape in shapes:
        members[_outermost(reading, shape.key, rooms, taken)].append(shape)
    found = [_icon(node, marks) for node, marks in members.items()]
    found = [icon for icon in found if _is_of_size(icon.room)]
    counts = Counter(icon.look for icon in found)
    return [icon for icon in found if counts[icon.look] < _DATA]


def _upwards(reading: Reading, key: str) -> Iterator[Node]:
    """The element that drew a thing, and the elements around it but the root."""
    node = reading.sources[key].node if key in reading.sources else None
    while node is not None and node.parent is not None:
        yield node
        node = node.parent


def _outermost(reading: Reading, key: str, rooms: dict[Node, Rect], taken: Iterable[Node]) -> Node:
    """The largest element around a shape that is no larger than icons are, and without words."""
    own, *around = _upwards(reading, key)
    for node in around:
        if node in taken or max(rooms[node].size) > LARGEST:
            break
        own = node
    return own


def _is_whole(reading: Reading, mark: Drawn) -> bool:
    """Whether a mark is a closed shape that hides what lies below, and that nothing cuts."""
    source, item = reading.sources.get(mark.key), mark.mark
    if source is None or source.fill_alpha < 1 or source.clip is not None:
        return False
    if source.effects - {"curved"}:
        return False
    pieces = item.path.pieces(STEPS)
    is_closed = len(pieces) == 1 and len(pieces[0]) > 2 and _closes(item)
    return item.role == "mark" and item.paint.fill != NO_COLOR and is_closed


def _closes(item: Mark) -> bool:
    return any(command[0] == "Z" for command in item.path.commands)


def _icon(node: Node, marks: list[Drawn]) -> Icon:
    room = reduce(Rect.union, (mark.ink for mark in marks))
    outlines = tuple(mark.mark.path.flattened(STEPS) for mark in marks)
    looks = [(mark.mark.paint, len(outline)) for mark, outline in zip(marks, outlines, strict=True)]
    look = (*looks, round(room.width), round(room.height))
    is_round = len(outlines) == 1 and len(outlines[0]) >= ROUND
    return Icon(marks[0].key, room, outlines, look, node.tag in _GROUPS, is_round)


def _is_of_size(room: Rect) -> bool:
    short, long = sorted(room.size)
    return short >= SMALLEST and SMALLEST <= long <= LARGEST and long <= _SLIM * short
