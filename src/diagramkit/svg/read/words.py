"""Text elements to placed lines of words: chunks, anchors, baselines, spacing and lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from diagramkit.scene import Anchor
from diagramkit.svg.read.cascade import Cascade
from diagramkit.svg.read.document import Node
from diagramkit.svg.read.families import metrics, width_of
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import Room, length, lengths

MAX_CHARACTERS = 20_000
"""Characters of the longest text element that is set."""
_SPACE = re.compile(r"[ \t\r\n]+")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HIDDEN = ("title", "desc", "metadata", "script", "style")


class Run(NamedTuple):
    """Words in one style on one baseline: `x` is where `anchor` says, in the user units of
    their element."""

    text: str
    x: float
    y: float
    width: float
    anchor: Anchor
    style: Style
    node: Node


@dataclass(slots=True)
class _Piece:
    """Characters of one style in a row, and the move before them."""

    text: str
    style: Style
    node: Node
    dx: float = 0
    dy: float = 0
    width: float = 0


@dataclass(slots=True)
class _Chunk:
    """What is anchored together: it begins where an absolute position is given."""

    x: float
    y: float
    pieces: list[_Piece] = field(default_factory=list)
    ends: float | None = None


def set_text(node: Node, style: Style, room: Room, cascade: Cascade) -> list[Run]:
    """The lines of words of a `text` element, in order."""
    setter = _Setter(room, cascade)
    setter.element(node, style, set())
    runs = [run for chunk in setter.chunks for run in _placed(chunk, cascade.fonts)]
    return _stretched(runs, node, style, room)


class _Setter:
    """Walks a text element and gathers chunks."""

    def __init__(self, room: Room, cascade: Cascade) -> None:
        self.room, self.cascade = room, cascade
        self.chunks: list[_Chunk] = []
        self.count = 0
        self.after_space = True

    def element(
        self, node: Node, style: Style, above: set[int], inherited: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        """The words of an element; its first character moves as it says, or as `inherited`."""
        size, attributes = style.font_size, node.attributes
        xs = lengths(attributes.get("x"), self.room.width, size)
        ys = lengths(attributes.get("y"), self.room.height, size)
        dx = lengths(attributes.get("dx"), self.room.width, size)
        dy = lengths(attributes.get("dy"), self.room.height, size)
        if xs or ys or not self.chunks:
            before = self.chunks[-1] if self.chunks else None
            x = xs[0] if xs else before.x + _advance(before) if before else 0.0
            y = ys[0] if ys else before.y + _drop(before) if before else 0.0
            self.chunks.append(_Chunk(x, y))
            self.after_space = True
        chunk = self.chunks[-1]
        if len(xs) > 1 and len(set(ys[1:] or [0])) < 2:
            # A position for each character: the last of them tells how far the words reach.
            chunk.ends = max(xs)
        move = (dx[0] if dx else inherited[0], dy[0] if dy else inherited[1])
        moved = bool(node.text.strip())
        self.add(node.text, style, node, move if moved else (0.0, 0.0))
        for child in node.children:
            self.child(child, style, above, (0.0, 0.0) if moved else move)
            moved = True
            self.add(child.tail, style, node, (0.0, 0.0))

    def child(self, node: Node, style: Style, above: set[int], move: tuple[float, float]) -> None:
        if node.tag in _HIDDEN or len(above) > 40 or node.index in above:
            return
        inner = style.child(self.cascade.declared(node))
        if inner.get("display") == "none":
            return
        self.element(node, inner, above | {node.index}, move)

    def add(self, text: str, style: Style, node: Node, move: tuple[float, float]) -> None:
        """Words, with white space as it shows."""
        keeps = node.attributes.get(_XML_SPACE) == "preserve" or style.get(
            "white-space"
        ).startswith(("pre", "break-spaces"))
        shown = re.sub(r"[\t\r\n]", " ", text) if keeps else _SPACE.sub(" ", text)
        if self.after_space and not keeps:
            shown = shown.lstrip(" ")
        shown = _cased(shown[: max(0, MAX_CHARACTERS - self.count)], style.get("text-transform"))
        self.count += len(shown)
        if shown:
            self.after_space = shown.endswith(" ") and not keeps
        if shown or any(move):
            piece = _Piece(shown, style, node, *move)
            piece.width = _width(shown, style, self.cascade.fonts)
            self.chunks[-1].pieces.append(piece)


def _cased(text: str, transform: str) -> str:
    if transform == "uppercase":
        return text.upper()
    return text.lower() if transform == "lowercase" else text


def _width(text: str, style: Style, fonts: Mapping[str, bytes]) -> float:
    asked = style.families, style.font_size, style.weight
    width = width_of(text, *asked, fonts) if text else 0.0
    spacing = length(style.get("letter-spacing"), style.font_size, style.font_size) or 0.0
    words = length(style.get("word-spacing"), style.font_size, style.font_size) or 0.0
    return width + spacing * len(text) + words * text.count(" ")


def _advance(chunk: _Chunk) -> float:
    return sum(piece.dx + piece.width for piece in chunk.pieces)


def _drop(chunk: _Chunk) -> float:
    return sum(piece.dy for piece in chunk.pieces)


def _placed(chunk: _Chunk, fonts: Mapping[str, bytes]) -> Iterator[Run]:
    pieces = [piece for piece in chunk.pieces if piece.text or piece.dx or piece.dy]
    if not any(piece.text.strip() for piece in pieces):
        return
    while not pieces[-1].text:
        pieces.pop()
    last = pieces[-1]
    trimmed = last.text.rstrip(" ")
    if trimmed != last.text:
        last.text, last.width = trimmed, _width(trimmed, last.style, fonts)
    joined = _joined(pieces)
    anchor = _anchor(next(piece.style for piece in pieces if piece.text))
    total = sum(piece.dx + piece.width for piece in joined)
    left = chunk.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * total
    single = len([piece for piece in joined if piece.text]) == 1
    x, y = left, chunk.y
    for piece in joined:
        x, y = x + piece.dx, y + piece.dy
        if piece.text.strip():
            width = piece.width
            if chunk.ends is not None and single:
                tail = _width(piece.text[-1], piece.style, fonts)
                width = max(width if len(piece.text) == 1 else 0.0, chunk.ends - chunk.x + tail)
            shift = y + baseline(piece.style)
            kept: Anchor = anchor if single else "start"
            at = x + {"start": 0.0, "middle": 0.5, "end": 1.0}[kept] * width
            yield Run(piece.text, at, shift, width, kept, piece.style, piece.node)
        x += piece.width


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Pieces that look the same and follow each other are one."""
    found: list[_Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before and not (piece.dx or piece.dy) and _looks(before.style) == _looks(piece.style):
            before.text += piece.text
            before.width += piece.width
        else:
            found.append(piece)
    return found


def _looks(style: Style) -> tuple[object, ...]:
    passed = style.passed
    named = (passed.get("fill"), passed.get("font-family"), passed.get("visibility"))
    return (*named, style.weight, style.font_size, baseline(style))


def _anchor(style: Style) -> Anchor:
    value = style.get("text-anchor", "start")
    if style.get("direction") == "rtl" and value in ("start", "end"):
        value = "end" if value == "start" else "start"
    return "middle" if value == "middle" else "end" if value == "end" else "start"


_RAISING = ("alignment-baseline", "baseline-shift", "dominant-baseline")


def baseline(style: Style) -> float:
    """How far below the given y the alphabetic baseline is, in user units."""
    if style.passed.keys().isdisjoint(_RAISING) and style.own.keys().isdisjoint(_RAISING):
        return 0.0
    ascent, descent, x_height = metrics(style.families)
    names = {
        "middle": x_height / 2,
        "central": (ascent - descent) / 2,
        "mathematical": ascent / 2,
        "hanging": ascent * 0.8,
        "text-before-edge": ascent,
        "before-edge": ascent,
        "text-top": ascent,
        "top": ascent,
        "text-after-edge": -descent,
        "after-edge": -descent,
        "text-bottom": -descent,
        "ideographic": -descent,
    }
    asked = style.get("alignment-baseline", "auto")
    if asked in ("auto", "baseline"):
        asked = style.get("dominant-baseline", "auto")
    drop = names.get(asked.strip(), 0.0) * style.font_size
    shift = style.get("baseline-shift").strip()
    raised = {"super": 0.4, "sub": -0.2}.get(shift)
    if raised is None:
        up = length(shift, style.font_size, style.font_size) or 0.0
        return drop - up
    return drop - raised * style.font_size


def _stretched(runs: list[Run], node: Node, style: Style, room: Room) -> list[Run]:
    """`textLength`: the words as wide as it says."""
    wanted = length(node.attributes.get("textLength"), room.width, style.font_size)
    if wanted is None or wanted <= 0 or len(runs) != 1:
        return runs
    return [runs[0]._replace(width=wanted)]
