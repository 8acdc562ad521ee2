"""Words that a line runs through are moved off it, where a place within one line height is free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diagramkit import lint
from diagramkit.checking.remark import Edit
from diagramkit.checking.repairs.ends import is_moved
from diagramkit.geometry import Point, Rect, number
from diagramkit.lint.encounters import struck
from diagramkit.lint.parts import Line, Words
from diagramkit.lint.rules import text_overlaps_line
from diagramkit.lint.rules.text_near_line import AIR
from diagramkit.svg.read import Reading
from diagramkit.svg.read.document import Node
from diagramkit.theme.model import Theme

LINE_HEIGHT, CLEAR, STEP = 1.25, AIR + 0.5, 1.0
"""Of a line of words in type sizes; what is kept free around words, and how finely places are
tried, in user units."""
_PLACE = r"\s{}\s*=\s*[\"']([-+]?(?:\d+\.?\d*|\.\d+))[\"']"


def edits(reading: Reading, theme: Theme) -> Iterator[Edit]:
    """An edit of the place of each such text."""
    if reading.unit != 1 or reading.origin != (0, 0):
        return
    sheet = lint.Sheet(reading.scene, theme, reading)
    keys = {fault.keys[1] for fault in text_overlaps_line.check(sheet)}
    blocks: dict[int, list[Words]] = {}
    for words in sheet.words:
        blocks.setdefault(_text(reading.sources[words.key].node).index, []).append(words)
    for block in blocks.values():
        node = _text(reading.sources[block[0].key].node)
        is_free = all(words.home is None or isinstance(words.home, Line) for words in block)
        if is_free and not is_moved(node) and not keys.isdisjoint(each.key for each in block):
            way = _way(sheet, block)
            if way is not None:
                yield from _edits(reading, node, way)


def _text(node: Node) -> Node:
    """The `text` that an element is in."""
    while node.tag != "text" and node.parent is not None:
        node = node.parent
    return node


def _way(sheet: lint.Sheet, block: Sequence[Words]) -> Point | None:
    """The shortest way to a free place, straight up, down or aside."""
    reach = LINE_HEIGHT * block[0].text.size
    steps = [STEP * place for place in range(1, int(reach / STEP) + 1)]
    ways = (Point(*way) for by in steps for way in ((0, -by), (0, by), (-by, 0), (by, 0)))
    return next((way for way in ways if _is_free(sheet, block, way)), None)


def _is_free(sheet: lint.Sheet, block: Sequence[Words], way: Point) -> bool:
    canvas = Rect(0, 0, sheet.scene.width, sheet.scene.height)
    own = {words.key for words in block}
    for words in block:
        room = words.rect.moved(*way)
        around = room.grown(CLEAR)
        if not canvas.contains(around):
            return False
        if any(other.key not in own for other in sheet.words_at.near(room, CLEAR)):
            return False
        text = replace(words.text, x=words.text.x + way.x, y=words.text.y + way.y)
        placed = replace(words, text=text, rect=around)
        if struck(sheet, placed, sheet.strokes_at.near(around)):
            return False
    return True


def _edits(reading: Reading, node: Node, way: Point) -> Iterator[Edit]:
    """The edits that move a text: of its own place, and of those of the lines in it."""
    name, by = ("y", way.y) if way.y else ("x", way.x)
    nodes = [each for each in reading.document.nodes if each is node or _text(each) is node]
    for each in nodes:
        found = re.search(_PLACE.format(name), reading.document.text[each.start : each.stop])
        if found:
            start = each.start + found.start(1)
            yield Edit(start, start + len(found[1]), number(float(found[1]) + by))
        elif each is node:
            return
