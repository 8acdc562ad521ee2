"""Walks a drawing as a browser paints it, and writes down each shape and each line of words with
its resolved paint. The walk keeps its own stack: no drawing nests too deep for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from diagramkit.geometry import Path
from diagramkit.scene import Head
from diagramkit.svg.read import colors
from diagramkit.svg.read.cascade import Cascade
from diagramkit.svg.read.colors import NOTHING, Color
from diagramkit.svg.read.document import Document, Node
from diagramkit.svg.read.html import html_runs
from diagramkit.svg.read.markers import Part, Vertex, head_of, largest_part, vertices
from diagramkit.svg.read.matrix import translation
from diagramkit.svg.read.paint import Paints
from diagramkit.svg.read.series import LONGEST, series
from diagramkit.svg.read.shapes import CURVE, MAX_COMMANDS, Outline, outline, work
from diagramkit.svg.read.state import State, entered, inside
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import length, lengths
from diagramkit.svg.read.viewport import placed
from diagramkit.svg.read.words import Run, set_text

MAX_SHAPES = 12_000
"""Shapes of a drawing that is read, copies included."""
MAX_WORDS = 30_000
"""Lines of words of a drawing that is read."""
MAX_POINTS = MAX_COMMANDS - CURVE
"""Commands of all its paths together, each curve counted as `CURVE`."""
MAX_VISITS = 200_000
"""Elements that are looked at, copies included."""
MAX_USES = 12
"""How deep uses may nest."""

_CONTAINERS = ("svg", "g", "a", "symbol")
_NOT_PAINTED = frozenset(
    [
        "defs",
        "title",
        "desc",
        "metadata",
        "style",
        "script",
        "clipPath",
        "mask",
        "marker",
        "pattern",
        "linearGradient",
        "radialGradient",
        "filter",
        "symbol",
        "animate",
        "animateTransform",
        "animateMotion",
        "set",
        "stop",
    ]
)
_ENGLISH = re.compile(r"(^|,)\s*en\b", re.IGNORECASE)


class TooLargeError(Exception):
    """The drawing has more in it than is read."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A shape on the canvas; `outline` is what its element says, before any transform. `node`
    is the element to name: of a copy, the `use` that draws it."""

    node: Node
    path: Path
    outline: Outline
    fill: Color
    stroke: Color
    width: float
    dash: tuple[float, ...]
    heads: tuple[Head, ...]
    state: State
    effects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Worded:
    """A line of words; `run` is in the units of its element, `state` has the map. `is_foreign`:
    only browsers show it."""

    node: Node
    run: Run
    color: Color
    halo: Color
    state: State
    is_foreign: bool = False


@dataclass(slots=True)
class Painter:
    """What has been painted, in order."""

    document: Document
    cascade: Cascade
    items: list[Painted | Worded] = field(default_factory=list)
    ground: Color = NOTHING
    rows: dict[Node, int] = field(default_factory=dict)
    """How many alike elements follow each other, by the first of them, where not all are read."""
    _points: int = 0
    _worded: int = 0
    _markers: dict[Node, Part | None] = field(default_factory=dict)
    _paints: Paints = field(init=False)

    def __post_init__(self) -> None:
        self._paints = Paints(self.document, self.cascade)

    def paint(self, start: State) -> None:
        """Paint the document on a canvas, from what holds for its root.

        Raises:
            TooLargeError: more than `MAX_SHAPES` shapes, `MAX_WORDS` lines of words or
                `MAX_POINTS` commands.
        """
        root = self.document.root
        first = entered(root, start, self.document, self.cascade)
        if first is None:
            return
        self.ground = self._background(first.style)
        waiting = [(child, first) for child in reversed(list(self._held(root)))]
        visits = 0
        while waiting:
            node, state = waiting.pop()
            visits += 1
            waiting.extend(reversed(list(self._visit(node, state))))
            if visits > MAX_VISITS or self._is_full:
                raise TooLargeError

    @property
    def _is_full(self) -> bool:
        shapes = len(self.items) - self._worded
        return shapes > MAX_SHAPES or self._worded > MAX_WORDS or self._points > MAX_POINTS

    def _held(self, node: Node) -> Iterator[Node]:
        """The children of an element that are read."""
        for row, is_long in series(node.children):
            if is_long:
                self.rows[row[0]] = len(row)
            yield from row[:LONGEST] if is_long else row

    def _background(self, style: Style) -> Color:
        value = style.own.get("background-color") or style.own.get("background", "")
        color = colors.parse(value, style.get("color", "#000000"), self.cascade.mode)
        return color or NOTHING

    def _visit(self, node: Node, outer: State) -> Iterator[tuple[Node, State]]:
        """Paint an element; the children to go on with, in order."""
        if not node.tag or node.tag in _NOT_PAINTED:
            return
        state = entered(node, outer, self.document, self.cascade)
        if state is None:
            return
        if node.tag in _CONTAINERS:
            held = inside(node, state) if node.tag == "svg" else state
            yield from ((child, held) for child in self._held(node))
        elif node.tag == "use":
            yield from self._use(node, state)
        elif node.tag == "switch":
            yield from _switch(node, state)
        elif node.tag == "text":
            for run in set_text(node, state.style, state.room, self.cascade):
                self._words(run, state)
        elif node.tag == "foreignObject":
            place = placed(node, state.style, state.room)
            for run in html_runs(node, state.style, place, self.cascade):
                self._words(run._replace(node=node), state, is_foreign=True)
        elif node.tag == "image":
            self._image(node, state)
        elif shape := outline(node, state.style, state.room):
            self._shape(node, shape, state)

    def _use(self, node: Node, state: State) -> Iterator[tuple[Node, State]]:
        target = self.document.by_id.get(node.href[1:]) if node.href[:1] == "#" else None
        if target is None or target in state.used or len(state.used) >= MAX_USES:
            return
        place = placed(node, state.style, state.room, whole="100%")
        inner = replace(
            state,
            matrix=state.matrix.after(translation(place.x, place.y)),
            via=state.via or node,
            used=(*state.used, target),
        )
        if target.tag != "symbol":
            yield target, inner
            return
        held = entered(target, inner, self.document, self.cascade)
        if held:
            own = placed(target, held.style, held.room, whole="100%")
            wide = place.width if "width" in node.attributes else own.width
            high = place.height if "height" in node.attributes else own.height
            held = inside(target, held, own._replace(width=wide, height=high))
            yield from ((child, held) for child in self._held(target))

    def _words(self, run: Run, state: State, *, is_foreign: bool = False) -> None:
        style = run.style
        if style.get("visibility") in ("hidden", "collapse"):
            return
        name = "color" if is_foreign else "fill"
        fill = self._paints.color(style, name, state.alpha, "#000000")
        stroke = NOTHING if is_foreign else self._paints.color(style, "stroke", state.alpha)
        halo = stroke if style.get("paint-order").startswith("stroke") else NOTHING
        color = fill if fill.alpha else stroke
        if color.alpha:
            node = state.via or run.node
            self._worded += 1
            self.items.append(Worded(node, run, color, halo, state, is_foreign))

    def _image(self, node: Node, state: State) -> None:
        rect = placed(node, state.style, state.room)
        if rect.width > 0 and rect.height > 0:
            held = replace(state, effects=state.effects | {"image"})
            self._add(node, Outline(Path.polygon(rect.corners), rect), held, NOTHING, NOTHING)

    def _shape(self, node: Node, shape: Outline, state: State) -> None:
        style = state.style
        if style.get("visibility") in ("hidden", "collapse"):
            return
        fill = self._paints.color(style, "fill", state.alpha, "#000000")
        stroke = self._paints.color(style, "stroke", state.alpha)
        self._add(node, shape, state, NOTHING if shape.is_line else fill, stroke)

    def _add(self, node: Node, shape: Outline, state: State, fill: Color, stroke: Color) -> None:
        style, scale = state.style, state.matrix.scale
        self._points += work(shape.path)
        width = length(style.get("stroke-width", "1"), state.room.diagonal, style.font_size)
        width = 1.0 if width is None or width < 0 else width
        dash = lengths(style.get("stroke-dasharray")[:200], state.room.diagonal, style.font_size)
        fixed = style.own.get("vector-effect") == "non-scaling-stroke"
        self.items.append(
            Painted(
                state.via or node,
                state.matrix.path(shape.path),
                shape,
                fill,
                stroke if width > 0 else NOTHING,
                width * (1.0 if fixed else scale),
                tuple(part * scale for part in dash) if any(dash) else (),
                self._heads(node, shape, state, width),
                state,
                state.effects | self._paints.servers(style),
            )
        )

    def _heads(self, node: Node, shape: Outline, state: State, width: float) -> tuple[Head, ...]:
        start, end = (state.style.get(f"marker-{place}") for place in ("start", "end"))
        if not (start or end) or node.tag not in ("line", "path", "polyline", "polygon"):
            return ()
        ends = vertices(shape.path) or ()
        found = (
            self._head(value, vertex, state, width)
            for value, vertex in zip((start, end), ends, strict=False)
        )
        return tuple(head for head in found if head)

    def _head(self, value: str, vertex: Vertex, state: State, width: float) -> Head | None:
        named = colors.server(value)
        marker = self.document.by_id.get(named[0]) if named else None
        if marker is None or marker.tag != "marker":
            return None
        if marker not in self._markers:
            style = self._style_of(marker, Style())
            self._markers[marker] = largest_part(marker, style, self._style_of)
        part = self._markers[marker]
        return head_of(marker, part, vertex, width, state.matrix) if part else None

    def _style_of(self, node: Node, outer: Style) -> Style:
        return outer.child(self.cascade.declared(node))


def _switch(node: Node, state: State) -> Iterator[tuple[Node, State]]:
    """The first child that a reader of English is shown; words instead of HTML that says the
    same, as their place is known without a browser."""
    shown = [child for child in node.children if child.tag and _is_english(child)]
    if not shown:
        return
    child = shown[0]
    if child.tag == "foreignObject" and len(shown) > 1:
        state = replace(state, effects=state.effects | {"fallback"})
        child = next((other for other in shown if other.tag == "text"), child)
    yield child, state


def _is_english(node: Node) -> bool:
    languages = node.attributes.get("systemLanguage")
    return languages is None or bool(_ENGLISH.search(languages))
