"""Ends of connectors that stop short of a box are drawn out to its border."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit import lint
from diagramkit.checking.remark import Edit
from diagramkit.geometry import Point, crossing, number, sides
from diagramkit.lint.parts import End, Line
from diagramkit.lint.rules.connector_end_detached import GUESSED_GAP
from diagramkit.svg.read import Reading
from diagramkit.svg.read.document import Node
from diagramkit.theme.model import Theme

SAFE, MOST = 10.0, 40.0
"""How far an end may be drawn out safely, and at all."""
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_LAST = re.compile(
    rf"(?:(?P<across>H)\s*(?P<h>{_NUMBER})|(?P<down>V)\s*(?P<v>{_NUMBER})"
    rf"|L\s*(?P<x>{_NUMBER})[\s,]+(?P<y>{_NUMBER}))\s*$"
)


def edits(reading: Reading, theme: Theme) -> Iterator[Edit]:
    """An edit of the last coordinates of each such line that ends in a straight stretch."""
    if reading.unit != 1 or reading.origin != (0, 0):
        return
    sheet = lint.Sheet(reading.scene, theme, reading)
    for line in sheet.lines:
        node = reading.sources[line.key].node
        if is_moved(node):
            continue
        tip = _target(line, line.end)
        if tip is not None:
            yield from _edit(reading, node, line, tip)


def is_moved(node: Node) -> bool:
    """Whether coordinates of an element are not those of the drawing."""
    parent: Node | None = node
    while parent is not None:
        names = parent.attributes
        if "transform" in names or "transform" in names.get("style", "") or parent.tag == "use":
            return True
        parent = parent.parent
    return False


def _target(line: Line, end: End) -> Point | None:
    """Where a line meets the border of the box that its end points at."""
    if end.shape is None or end.shape.holds(end.tip):
        return None
    gap = end.shape.distance(end.tip)
    if not GUESSED_GAP < gap <= MOST:
        return None
    before, last = line.connector.points[-2], line.connector.points[-1]
    length = before.distance(last)
    if not length:
        return None
    share = (MOST + gap) / length
    ahead = Point(last.x + (last.x - before.x) * share, last.y + (last.y - before.y) * share)
    hits = [hit for a, b in sides(end.shape.outline) if (hit := crossing(last, ahead, a, b))]
    return min(hits, key=last.distance) if hits else None


def _edit(reading: Reading, node: Node, line: Line, tip: Point) -> Iterator[Edit]:
    text = reading.document.text[node.start : node.stop]
    is_safe = line.connector.points[-1].distance(tip) <= SAFE
    if node.tag == "line":
        for name, value in (("x2", tip.x), ("y2", tip.y)):
            found = re.search(rf"\s{name}\s*=\s*[\"']({_NUMBER})[\"']", text)
            if found and number(value) != number(float(found[1])):
                start = node.start + found.start(1)
                yield Edit(start, start + len(found[1]), number(value), is_safe)
        return
    data = re.search(r"\sd\s*=\s*[\"']([^\"']*)[\"']", text)
    last = _LAST.search(data[1]) if data else None
    if data is None or last is None:
        return
    for name, value in (("h", tip.x), ("v", tip.y), ("x", tip.x), ("y", tip.y)):
        if last[name] is not None and number(value) != number(float(last[name])):
            start = node.start + data.start(1) + last.start(name)
            yield Edit(start, start + len(last[name]), number(value), is_safe)
