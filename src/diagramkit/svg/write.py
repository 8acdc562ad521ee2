"""Scene -> SVG: one element a line, one class a role, nothing that another drawing on the same
page could disturb.

The root has an id made from the scene's name and mode, every selector starts with it, and
nothing refers to an id by `url(#…)`: drawings can be inlined side by side. Words stay live
`<text>` unless outlines are asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Literal

from svgwrite import Drawing
from svgwrite.base import BaseElement

from diagramkit.geometry import Path, number, rounded
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Paint, Primitive, Scene, Text
from diagramkit.svg import style
from diagramkit.text import TextStyle, outlines

TextMode = Literal["live", "outlines"]
Pair = tuple[Primitive, Primitive]
"""A primitive in light (or in the only mode there is) and in dark."""

_ORDER = ("id", "class", "x", "y", "width", "height", "rx", "d", "text-anchor", "aria-hidden")
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What `_words` has to do anything about.
_SPECIAL = re.compile("[\x00-\x1f&<>\ud800-\udfff\ufffe\uffff]")
_NOT_IN_ID = re.compile(r"[^\w-]+")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": " ", "\n": " ", "\r": " "})
_LINK = re.compile(r"(?:https?:|mailto:|[^:]*(?:[/?#]|$))", re.IGNORECASE)


def write(scene: Scene, dark: Scene | None = None, text: TextMode = "live") -> str:
    """The SVG document of a scene, as text that ends with a line feed.

    Args:
        scene: what is drawn.
        dark: the same drawing in the theme's dark mode. When given, the document follows the
            reader's `prefers-color-scheme`. Both have to have the same geometry.
        text: `live` keeps words as `<text>`; `outlines` draws them as paths, so that every
            program shows the same glyphs.
    """
    root = identifier(scene.name) + ("" if dark else f"-{scene.mode}")
    return "\n".join(_Writer(scene, dark, text, root).document()) + "\n"


def identifier(name: str) -> str:
    """A name as it may stand in an id and a selector: letters, digits, `-` and `_`, a letter
    first; never empty."""
    known = name if name.isascii() else unicodedata.normalize("NFC", name)
    clean = _NOT_IN_ID.sub("-", known).strip("-")
    return clean if clean[:1].isalpha() else f"diagram-{clean}".rstrip("-")


class _Writer:
    """One document in the making: gathers classes and ids while it writes the body."""

    def __init__(self, scene: Scene, dark: Scene | None, text: TextMode, root: str) -> None:
        self.scene, self.dark, self.text, self.root = scene, dark, text, root
        self.families = scene.texts[0].families if scene.texts else ()
        # debug=False: svgwrite's own checks are slow.
        self.builder = Drawing(debug=False)
        self.classes = style.Classes()
        # Few looks, many things that have them.
        self.painted = cache(self._painted)
        self.headed = cache(self._headed)
        self.worded = cache(self._worded)
        self.haloed = cache(self._haloed)
        self.ids: set[str] = set()

    def document(self) -> Iterator[str]:
        scene, root = self.scene, self.root
        width, height = number(scene.width), number(scene.height)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{root}" width="{width}" '
            f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
            f'aria-labelledby="{root}-title {root}-desc">'
        )
        yield f'<title id="{root}-title">{_words(scene.title)}</title>'
        yield f'<desc id="{root}-desc">{_words(scene.description)}</desc>'
        body = list(self.body())
        yield "<style>"
        yield from map(_words, self.stylesheet())
        yield "</style>"
        if scene.background != NO_COLOR:
            yield f'<rect class="canvas" width="{width}" height="{height}"/>'
        yield from body
        yield "</svg>"

    def stylesheet(self) -> Iterator[str]:
        """Light rules, then what differs in the dark."""
        root, scene, dark, looks = self.root, self.scene, self.dark, self.classes.looks
        if self.families and self.text == "live":
            yield f"  #{root} text {{ font-family: {style.font_family(self.families)}; }}"
        yield f"  #{root} path {{ stroke-linejoin: round; }}"
        if scene.background != NO_COLOR:
            yield f"  #{root} .canvas {{ fill: {scene.background}; }}"
        yield from style.rules(root, {name: light for name, (light, _) in looks.items()}, "  ")
        if dark is None:
            return
        yield "  @media (prefers-color-scheme: dark) {"
        if dark.background not in (NO_COLOR, scene.background):
            yield f"    #{root} .canvas {{ fill: {dark.background}; }}"
        changes = {name: style.changes(*pair) for name, pair in looks.items()}
        yield from style.rules(root, changes, "    ")
        yield "  }"

    def body(self) -> Iterator[str]:
        others = (self.dark or self.scene).primitives
        pairs = zip(self.scene.primitives, others, strict=True)
        for link, group in groupby(pairs, lambda pair: _link(pair[0])):
            if link:
                yield f'<a href="{_value(link)}">'
            for pair in group:
                yield from self.lines(pair)
            if link:
                yield "</a>"

    def lines(self, pair: Pair) -> Iterator[str]:
        """The elements of a primitive, a line each; the first has an id unless it is words."""
        for index, element in enumerate(self.elements(pair)):
            if index == 0 and not isinstance(pair[0], Text):
                element["id"] = self.unique(f"{self.root}-{identifier(pair[0].key)}")
            yield _line(element)

    def unique(self, name: str) -> str:
        unique, count = name, 1
        while unique in self.ids:
            count += 1
            unique = f"{name}-{count}"
        self.ids.add(unique)
        return unique

    def elements(self, pair: Pair) -> Iterator[BaseElement]:
        match pair:
            case Box() as box, Box(paint=dark):
                yield from self.box(box, dark)
            case Connector() as line, Connector() as dark_line:
                yield from self.connector(line, dark_line)
            case Text() as words, Text() as dark_words:
                yield from self.words(words, dark_words)
            case Mark() as mark, Mark(paint=dark):
                yield self.path(mark.path, self.painted(mark.role, mark.paint, dark))

    def box(self, box: Box, dark: Paint) -> Iterator[BaseElement]:
        name = self.painted(box.role, box.paint, dark)
        if box.outline:
            yield self.path(box.outline, name)
        else:
            rect = box.rect
            element = self.builder.rect(rect[:2], rect[2:], class_=name)
            if box.radius:
                element["rx"] = box.radius
            yield element
        for detail in box.details:
            yield self.path(detail, name)

    def connector(self, line: Connector, dark: Connector) -> Iterator[BaseElement]:
        name = self.painted(line.role, line.paint, dark.paint)
        yield self.path(rounded(line.points, line.radius), name)
        for head in line.heads:
            name = self.headed(line.role, head.filled, line.paint, dark.paint)
            yield self.path(head.outline, name)

    def words(self, words: Text, dark: Text) -> Iterator[BaseElement]:
        """A line of words, after its halo. The halo is an element of its own because some
        programs know no `paint-order` and would draw it over the words."""
        font = TextStyle(words.families, words.size, words.weight)
        if words.halo:
            halo = self.set_words(words, self.haloed(words.role, font, words.halo, dark.halo))
            halo["aria-hidden"] = "true"
            yield halo
        yield self.set_words(words, self.worded(words.role, font, words.color, dark.color))

    def set_words(self, words: Text, name: str) -> BaseElement:
        if self.text == "outlines":
            element = self.builder.path(class_=name)
            element["d"] = _glyphs(words)
            element["aria-label"] = words.text
            return element
        element = self.builder.text(words.text, class_=name)
        element["x"], element["y"] = words.x, words.y
        if words.anchor != "start":
            element["text-anchor"] = words.anchor
        return element

    def _painted(self, role: str, light: Paint, dark: Paint) -> str:
        return self.classes.name(role, style.shape_look(light), style.shape_look(dark))

    def _headed(self, role: str, filled: bool, light: Paint, dark: Paint) -> str:
        name = f"{role}-{'head' if filled else 'open-head'}"
        return self.classes.name(name, *(style.head_look(paint, filled) for paint in (light, dark)))

    def _worded(self, role: str, font: TextStyle, light: str, dark: str) -> str:
        look = self._font(font)
        return self.classes.name(role, look | {"fill": light}, look | {"fill": dark})

    def _haloed(self, role: str, font: TextStyle, light: str, dark: str) -> str:
        looks = (self._font(font) | style.halo_look(halo) for halo in (light, dark))
        return self.classes.name(f"{role}-halo", *looks)

    def _font(self, font: TextStyle) -> style.Look:
        return style.font_look(font, self.families) if self.text == "live" else {}

    def path(self, path: Path, name: str) -> BaseElement:
        element = self.builder.path(class_=name)
        element["d"] = path.data
        return element


def _glyphs(words: Text) -> str:
    glyphs, width = outlines(words.text, TextStyle(words.families, words.size, words.weight))
    left = words.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * width
    return "".join(
        f"M{number(left + glyph.x)} {number(words.y + glyph.y)}{glyph.data}" for glyph in glyphs
    )


def _link(item: Primitive) -> str:
    """Where a primitive leads: to the web, to mail, or to a place relative to the page."""
    link = _NOT_XML.sub("", getattr(item, "link", "")).strip()
    return link if _LINK.match(link) else ""


def _line(element: BaseElement) -> str:
    """An element and its words in one line; svgwrite's own writer spreads words over lines,
    which moves them."""
    attributes = element.attribs
    names = sorted(attributes, key=_rank)
    start = element.elementname + "".join(
        [f' {name}="{_value(attributes[name])}"' for name in names]
    )
    words = getattr(element, "text", "")
    return f"<{start}>{_words(words)}</{element.elementname}>" if words else f"<{start}/>"


def _rank(name: str) -> int:
    return _RANK.get(name, len(_RANK))


def _value(value: object) -> str:
    """What stands between the quotes of an attribute."""
    if isinstance(value, str):
        return _words(value).replace('"', "&quot;")
    return number(value)  # type: ignore[arg-type]


def _words(text: str) -> str:
    """Text as it may stand in XML, in one line."""
    if not _SPECIAL.search(text):
        return text
    return _NOT_XML.sub("", text).translate(_ESCAPES)
