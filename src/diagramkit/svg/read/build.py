"""Painted things to primitives of a scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from diagramkit.geometry import Point, Rect
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Paint, Primitive, Text
from diagramkit.svg.read.areas import HIDES, Grounds, Thing
from diagramkit.svg.read.arrows import as_stroke
from diagramkit.svg.read.backdrop import backdrops, plates
from diagramkit.svg.read.colors import Color
from diagramkit.svg.read.document import Document, Node
from diagramkit.svg.read.families import stand_in
from diagramkit.svg.read.masks import holes
from diagramkit.svg.read.painter import Painted, Worded
from diagramkit.svg.read.reading import Source
from diagramkit.svg.read.sorting import Sorted, sort

_UPRIGHT = 0.5
"""Degrees by which words may be off level or upright without being taken for slanted."""
_DEFAULT_FAMILIES = ("serif",)
_FAINT = 0.05


@dataclass(slots=True)
class Builder:
    """Makes primitives and remembers where they come from."""

    document: Document
    primitives: list[Primitive] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    background: str = NO_COLOR
    _counts: Counter[str] = field(default_factory=Counter)

    def build(self, items: Sequence[Painted | Worded], canvas: Rect, ground: Color) -> None:
        """Sort everything that was painted and add it in paint order."""
        things = [
            thing
            for order, item in enumerate(items)
            if isinstance(item, Painted) and (thing := Thing(item, order)).pieces
        ]
        shown = [
            as_stroke(thing)
            for thing in things
            if thing.is_filled or thing.is_stroked or _images(thing)
        ]
        texts = {id(item): _text(item) for item in items if isinstance(item, Worded)}
        found = sort(shown, [text.rect for text in texts.values()], canvas)
        self.background = ground.hex if ground.alpha >= HIDES else NO_COLOR
        if found.ground:
            fill = found.ground.item.fill
            self.background = Grounds(self.background, Grounds.of(NO_COLOR, ()).index).seen(
                fill, canvas.center, 0
            )
        rest = [*found.boxes, *found.lines, *found.marks]
        grounds = Grounds.of(self.background, rest)
        rooms = [text.rect for text in texts.values()]
        kinds = _kinds(found) | dict.fromkeys(plates(found.boxes, found.lines, rooms), "plate")
        kinds |= backdrops(found.marks, found.lines, grounds)
        by_order = {thing.order: thing for thing in rest}
        for order, item in enumerate(items):
            if isinstance(item, Worded):
                self._add_text(item, texts[id(item)], order, grounds)
            elif order in by_order:
                shape = by_order[order]
                self.primitives.extend(self._primitives(shape, kinds[shape], grounds, found))

    def _primitives(
        self, thing: Thing, kind: str, grounds: Grounds, found: Sorted
    ) -> Iterator[Primitive]:
        item = thing.item
        source = _shape_source(item)
        if "mask" in item.node.attributes:
            source = replace(source, holes=holes(self.document, item.node, item.state.matrix))
        key = self._key(item.node, source)
        paint = _paint(thing, grounds)
        if kind in ("box", "plate"):
            yield _box(key, kind, thing, paint)
        elif kind == "edge":
            heads = (*item.heads, *found.heads.get(thing, ()))
            yield Connector(key, kind, "", "", thing.pieces[0], paint, 0, heads)
        else:
            yield Mark(key, kind, thing.shown, paint)
            for head in item.heads:
                inner = Paint(fill=paint.stroke)
                head_key = self._key(item.node, _shape_source(item))
                yield Mark(head_key, "mark", head.outline, inner)

    def _add_text(self, item: Worded, text: Text, order: int, grounds: Grounds) -> None:
        run = item.run
        effects = item.state.effects | ({"foreign"} if item.is_foreign else set())
        families = run.style.families
        is_brought = bool(families) and families[0].lower() in self.document.fonts
        guess = stand_in(families)[2] and not is_brought
        source = Source(item.node, effects, item.state.clip, families, guess)
        key = self._key(item.node, source)
        color = grounds.seen(item.color, text.rect.center, order)
        halo = item.halo.hex if item.halo.alpha > HIDES else ""
        self.primitives.append(
            Text(
                key,
                "label",
                text.text,
                text.x,
                text.y,
                text.width,
                text.size,
                text.weight,
                color,
                text.families,
                text.anchor,
                "",
                halo,
                item.state.link,
                text.turn,
            )
        )

    def _key(self, node: Node, source: Source) -> str:
        """A name for what an element draws: its id, else its line."""
        name = node.attributes.get("id")
        stem = f"{node.name}#{name}" if name else f"{node.name}@{self.document.line_of(node)}"
        self._counts[stem] += 1
        key = stem if self._counts[stem] == 1 else f"{stem}:{self._counts[stem]}"
        self.sources[key] = source
        return key


def _kinds(found: Sorted) -> dict[Thing, str]:
    kinds = dict.fromkeys(found.marks, "mark")
    kinds |= dict.fromkeys(found.boxes, "box")
    return kinds | dict.fromkeys(found.lines, "edge")


def _images(thing: Thing) -> bool:
    return "image" in thing.item.effects


def _shape_source(item: Painted) -> Source:
    is_curved = any(command[0] == "C" for command in item.path.commands)
    effects = item.effects | {"curved"} if is_curved else item.effects
    return Source(item.node, effects, item.state.clip, fill_alpha=item.fill.alpha)


def _paint(thing: Thing, grounds: Grounds) -> Paint:
    item, middle = thing.item, thing.rect.center
    fill = grounds.seen(item.fill, middle, thing.order) if item.fill.alpha >= HIDES else NO_COLOR
    if item.stroke.alpha <= _FAINT:
        return Paint(fill)
    stroke = grounds.seen(item.stroke, middle, thing.order)
    return Paint(fill, stroke, item.width, item.dash)


def _box(key: str, role: str, thing: Thing, paint: Paint) -> Box:
    link = thing.item.state.link
    upright = thing.upright
    if upright:
        rect, radius = upright
        return Box(key, role, rect, paint, radius, link=link)
    return Box(key, role, thing.rect, paint, outline=thing.path, link=link)


def _text(item: Worded) -> Text:
    """The words of an item on the canvas; their colour is not blended yet."""
    run, matrix = item.run, item.state.matrix
    style, place = run.style, matrix.apply(run.x, run.y)
    turn = matrix.turn + (90.0 if style.get("writing-mode")[:2] in ("tb", "ve") else 0.0)
    square = 90.0 * round(turn / 90)
    across = Point(0, 0).distance(Point(matrix.a, matrix.b))
    return Text(
        "",
        "label",
        run.text,
        place.x,
        place.y,
        run.width * across,
        style.font_size * matrix.scale,
        style.weight,
        item.color.hex,
        style.families or _DEFAULT_FAMILIES,
        run.anchor,
        turn=square if abs(turn - square) < _UPRIGHT else turn,
    )
