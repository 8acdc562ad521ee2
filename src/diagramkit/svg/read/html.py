"""The words of a `foreignObject`: browsers show them, few other programs do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from diagramkit.geometry import Rect
from diagramkit.svg.read.cascade import Cascade
from diagramkit.svg.read.document import Node
from diagramkit.svg.read.families import width_of
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.words import Run

_BREAKS = ("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table", "pre")
_LEADING = 1.5
_MOST_WORDS = 2000


def html_runs(node: Node, style: Style, room: Rect, cascade: Cascade) -> list[Run]:
    """The words inside, as lines in the middle of the room."""
    pieces = list(_pieces(node, style, cascade, 0))[:_MOST_WORDS]
    lines = _lines(pieces, room.width, cascade.fonts)
    if not lines:
        return []
    size = lines[0][1].font_size
    top = room.center.y - len(lines) * size * _LEADING / 2
    found = []
    for place, (text, looks, source) in enumerate(lines):
        width = _width(text, looks, cascade.fonts)
        y = top + (place + 0.5) * size * _LEADING + 0.35 * looks.font_size
        found.append(Run(text, room.center.x, y, width, "middle", looks, source))
    return found


Piece = tuple[str, Style, Node]


def _width(text: str, looks: Style, fonts: Mapping[str, bytes]) -> float:
    return width_of(text, looks.families, looks.font_size, looks.weight, fonts)


def _pieces(node: Node, style: Style, cascade: Cascade, depth: int) -> Iterator[Piece]:
    """Words in order; a line feed ends a line."""
    yield node.text, style, node
    for child in node.children:
        breaks = child.name in _BREAKS
        if breaks:
            yield "\n", style, child
        inner = style.child(cascade.declared(child))
        if depth < 40 and inner.get("display") != "none" and child.name != "style":
            yield from _pieces(child, inner, cascade, depth + 1)
        if breaks and child.name != "br":
            yield "\n", style, child
        yield child.tail, style, node


def _lines(pieces: list[Piece], width: float, fonts: Mapping[str, bytes]) -> list[Piece]:
    lines: list[Piece] = []
    words: list[str] = []
    looks: Style | None = None
    source: Node | None = None
    for text, style, node in pieces:
        for part in re.split(r"(\n)", text if text == "\n" else text.replace("\n", " ")):
            if part == "\n":
                _end(lines, words, looks, source, width, fonts)
                words, looks = [], None
            elif part.strip():
                words.extend(part.split())
                looks, source = looks or style, source if looks else node
    _end(lines, words, looks, source, width, fonts)
    return lines


def _end(
    lines: list[Piece],
    words: list[str],
    looks: Style | None,
    source: Node | None,
    width: float,
    fonts: Mapping[str, bytes],
) -> None:
    """Add the words as lines no wider than the room, where a break is allowed."""
    if not words or looks is None or source is None:
        return
    wraps = looks.get("white-space") not in ("nowrap", "pre")
    line = words[0]
    for word in words[1:]:
        longer = f"{line} {word}"
        if wraps and _width(longer, looks, fonts) > width + 1:
            lines.append((line, looks, source))
            line = word
        else:
            line = longer
    lines.append((line, looks, source))
