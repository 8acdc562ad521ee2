"""Scene -> SVG: one element a line, one class a role, nothing that another drawing on the same
page could disturb.

The root has an id made from the scene's name, its mode and a hash of all that is drawn, every
selector starts with it, and nothing refers to an id by `url(#…)`: drawings can be inlined side by
side, those of one name too. Words stay live
`<text>` unless outlines are asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import groupby
from typing import Literal

from diagramkit.diagnostics import DiagramError
from diagramkit.geometry import NotFiniteError, Path, number, rounded
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Paint, Primitive, Scene, Text
from diagramkit.svg import style
from diagramkit.svg.elements import Element, new_path, new_rect, new_text
from diagramkit.text import TextStyle, outlines

TextMode = Literal["live", "outlines", "embedded"]
Styles = Literal["classes", "attributes"]
Dark = tuple[tuple[str, str], ...]
"""When a drawing of both modes is dark: media queries and selectors of an element above it, of
which any pair may hold; one of the two may be empty."""
BY_READER: Dark = (("(prefers-color-scheme: dark)", ""),)
"""The drawing is dark for readers who like it dark."""
Pair = tuple[Primitive, Primitive]
"""A primitive in light (or in the only mode there is) and in dark."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What `_words` and `_value` have to do anything about.
_SPECIAL = re.compile('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
_ROOT = "\ufdd0\ufdd1"
"""Stands for the root's id until all is written: no characters, so nothing in words."""
_HASH_DIGITS = 8
_ROOT_ID, _MOST_OF_ROOT = re.compile(r'<svg [^<>]*\bid="([\w-]+-([0-9a-f]{8}))"'), 2_000
_NOT_IN_ID = re.compile(r"[^\w-]+")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": " ", "\n": " ", "\r": " "})
_LINK = re.compile(r"(?:https?:|mailto:|[^:]*(?:[/?#]|$))", re.IGNORECASE)


def write(
    scene: Scene,
    dark: Scene | None = None,
    text: TextMode = "live",
    styles: Styles = "classes",
    is_dark: Dark = BY_READER,
) -> str:
    """The SVG document of a scene, as text that ends with a line feed.

    Args:
        scene: what is drawn.
        dark: the same drawing in the theme's dark mode. When given, the document follows the
            reader's `prefers-color-scheme`. Both have to have the same geometry.
        text: `live` keeps words as `<text>`; `outlines` draws them as paths, so that every
            program shows the same glyphs; `embedded` keeps them and carries the fonts along.
        styles: `attributes` says beside each class what it says, for programs that read no style
            sheets; in the light, where there are two modes.
        is_dark: when a drawing of two modes is dark.

    Raises:
        DiagramError: a coordinate is infinite or no number.
    """
    try:
        document = "\n".join(_Writer(scene, dark, text, _ROOT, styles, is_dark).document()) + "\n"
    except NotFiniteError as error:
        message = f"a coordinate is no finite number ({error}): a size of the theme is too large"
        raise DiagramError.single("not-finite", message) from None
    mode = "" if dark else f"-{scene.mode}"
    return document.replace(_ROOT, f"{identifier(scene.name)}{mode}-{_hashed(document)}")


def _hashed(document: str) -> str:
    # Numbers are hashed as they are written, rounded: the same on every machine.
    return sha256(document.encode()).hexdigest()[:_HASH_DIGITS]


def is_written(document: str) -> bool:
    """Whether `write` made a document, and nobody has changed it since."""
    root = _ROOT_ID.search(document[:_MOST_OF_ROOT])
    if root is None:
        return False
    plain = document.replace("\r\n", "\n")
    return _hashed(plain.replace(root[1], _ROOT)) == root[2]


def mode_written(document: str) -> str:
    """The mode that a document of `write` has in its root's id: `light`, `dark`, or nothing."""
    root = _ROOT_ID.search(document[:_MOST_OF_ROOT])
    mode = root[1].split("-")[-2] if root and root[1].count("-") > 1 else ""
    return mode if mode in ("light", "dark") else ""


def identifier(name: str) -> str:
    """A name as it may stand in an id and a selector: letters, digits, `-` and `_`, a letter
    first; never empty."""
    known = name if name.isascii() else unicodedata.normalize("NFC", name)
    clean = _NOT_IN_ID.sub("-", known).strip("-")
    return clean if clean[:1].isalpha() else f"diagram-{clean}".rstrip("-")


class _Writer:
    """One document in the making: gathers classes and ids while it writes the body."""

    def __init__(
        self,
        scene: Scene,
        dark: Scene | None,
        text: TextMode,
        root: str,
        styles: Styles,
        is_dark: Dark,
    ) -> None:
        self.fonts: list[str] = []
        if text == "embedded":
            from diagramkit.svg.embed import embedded

            scene, self.fonts = embedded(scene, root)
        self.scene, self.dark, self.text, self.root = scene, dark, text, root
        self.is_dark = is_dark
        self.has_attributes = styles == "attributes"
        self.families = scene.texts[0].families if scene.texts else ()
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
        # A page that it stands in knows the one, programs for XML the other.
        lang = f' lang="{scene.lang}" xml:lang="{scene.lang}"' if scene.lang else ""
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{root}" width="{width}" '
            f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
            f'aria-labelledby="{root}-title {root}-desc"{lang}>'
        )
        yield f'<title id="{root}-title">{_words(scene.title)}</title>'
        yield f'<desc id="{root}-desc">{_words(scene.description)}</desc>'
        body = list(self.body())
        yield "<style>"
        yield from map(_words, self.stylesheet())
        yield "</style>"
        if scene.background != NO_COLOR:
            fill = f' fill="{scene.background}"' if self.has_attributes else ""
            yield f'<rect class="canvas"{fill} width="{width}" height="{height}"/>'
        yield from body
        yield "</svg>"

    def stylesheet(self) -> Iterator[str]:
        """Light rules, then what differs in the dark."""
        root, scene, dark, looks = self.root, self.scene, self.dark, self.classes.looks
        yield from (f"  {rule}" for rule in self.fonts)
        if self.families and self.text != "outlines":
            yield f"  #{root} text {{ font-family: {style.font_family(self.families)}; }}"
        yield f"  #{root} path {{ stroke-linejoin: round; }}"
        if scene.background != NO_COLOR:
            yield f"  #{root} .canvas {{ fill: {scene.background}; }}"
        light_looks = {name: light for name, (light, _) in looks.items()}
        yield from style.rules(f"#{root}", light_looks, "  ")
        if dark is None:
            return
        changes = {name: style.changes(*pair) for name, pair in looks.items()}
        for query, above in self.is_dark:
            indent = "    " if query else "  "
            own = f"{above} #{root}" if above else f"#{root}"
            if query:
                yield f"  @media {query} {{"
            if dark.background not in (NO_COLOR, scene.background):
                yield f"{indent}{own} .canvas {{ fill: {dark.background}; }}"
            yield from style.rules(own, changes, indent)
            if query:
                yield "  }"

    def body(self) -> Iterator[str]:
        others = (self.dark or self.scene).primitives
        pairs = zip(self.scene.primitives, others, strict=True)
        for link, group in groupby(pairs, lambda pair: link_of(pair[0])):
            if link:
                yield f'<a href="{_value(link)}">'
            for pair in group:
                elements = self.elements(pair)
                if self.has_attributes:
                    elements = [self.plainly(element) for element in elements]
                yield from map(_line, elements)
            if link:
                yield "</a>"

    def plainly(self, element: Element) -> Element:
        """The element with what its class says, and what is said of all, as attributes."""
        light, _ = self.classes.looks[element.attribs["class"]]
        common = {"stroke-linejoin": "round"}
        if element.elementname == "text":
            common = {"font-family": style.font_family(self.families)}
        element.attribs |= common | light
        return element

    def elements(self, pair: Pair) -> list[Element]:
        """The elements of a primitive; the first has an id unless it is words."""
        item, dark = pair
        if isinstance(item, Text) and isinstance(dark, Text):
            return self.words(item, dark)
        if isinstance(item, Box) and isinstance(dark, Box):
            return self.box(item, dark.paint)
        if isinstance(item, Connector) and isinstance(dark, Connector):
            return self.connector(item, dark.paint)
        if isinstance(item, Mark) and isinstance(dark, Mark):
            return [self.path(item.path, self.painted(item.role, item.paint, dark.paint), item.key)]
        return []

    def box(self, box: Box, dark: Paint) -> list[Element]:
        name = self.painted(box.role, box.paint, dark)
        whole = self.path(box.outline, name, box.key) if box.outline else self.rect(box, name)
        return [whole, *(self.path(detail, name) for detail in box.details)]

    def rect(self, box: Box, name: str) -> Element:
        element = new_rect(box.rect[:2], box.rect[2:], id=self.id(box.key), class_=name)
        if box.radius:
            element["rx"] = box.radius
        return element

    def connector(self, line: Connector, dark: Paint) -> list[Element]:
        name = self.painted(line.role, line.paint, dark)
        elements = [self.path(rounded(line.points, line.radius), name, line.key)]
        for head in line.heads:
            name = self.headed(line.role, head.filled, line.paint, dark)
            elements.append(self.path(head.outline, name))
        return elements

    def path(self, path: Path, name: str, key: str | None = None) -> Element:
        element = new_path()
        if key is not None:
            element.attribs["id"] = self.id(key)
        element.attribs["class"] = name
        element.attribs["d"] = path.data
        return element

    def id(self, key: str) -> str:
        """The id of what has this key; another one if the document has that id already."""
        name = unique = f"{self.root}-{identifier(key)}"
        count = 1
        while unique in self.ids:
            count += 1
            unique = f"{name}-{count}"
        self.ids.add(unique)
        return unique

    def words(self, words: Text, dark: Text) -> list[Element]:
        """A line of words, after its halo. The halo is an element of its own because some
        programs know no `paint-order` and would draw it over the words."""
        font = TextStyle(words.families, words.size, words.weight)
        elements = []
        if words.halo:
            name = self.haloed(words.role, font, words.halo, dark.halo)
            elements.append(self.set_words(words, name, hidden=True))
        name = self.worded(words.role, font, words.color, dark.color)
        elements.append(self.set_words(words, name))
        return elements

    def set_words(self, words: Text, name: str, *, hidden: bool = False) -> Element:
        element: Element
        if self.text == "outlines":
            element = new_path()
            attributes: dict[str, object] = {"class": name, "d": _glyphs(words, self.scene.lang)}
        else:
            element = new_text(words.text)
            attributes = {"class": name, "x": words.x, "y": words.y}
            if words.anchor != "start":
                attributes["text-anchor"] = words.anchor
        if hidden:
            attributes["aria-hidden"] = "true"
        if self.text == "outlines":
            attributes["aria-label"] = words.text
        element.attribs |= attributes
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
        return style.font_look(font, self.families) if self.text != "outlines" else {}


def _glyphs(words: Text, lang: str) -> str:
    style = TextStyle(words.families, words.size, words.weight, lang)
    glyphs, width = outlines(words.text, style)
    # From the place as live words have it: rounded once more, glyphs would be a digit elsewhere
    # than those of the same scene read from its canonical form.
    x, y = float(number(words.x)), float(number(words.y))
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * width
    return "".join(
        f"M{number(left + glyph.x)} {number(y + glyph.y)}{glyph.data}" for glyph in glyphs
    )


def link_of(item: Primitive) -> str:
    """Where a primitive leads: to the web, to mail, or to a place relative to the page."""
    link = getattr(item, "link", "")
    if not link:
        return ""
    link = _NOT_XML.sub("", link).strip()
    return link if _LINK.match(link) else ""


def _line(element: Element) -> str:
    """An element and its words in one line, its attributes in the order in which they were set.

    svgwrite's own writer spreads words over lines, which moves them.
    """
    start: str = element.elementname
    for name, value in element.attribs.items():
        start += f' {name}="{_value(value)}"'
    words = getattr(element, "text", "")
    return f"<{start}>{_words(words)}</{element.elementname}>" if words else f"<{start}/>"


def _value(value: object) -> str:
    """What stands between the quotes of an attribute."""
    if not isinstance(value, str):
        return number(value)  # type: ignore[arg-type]
    return value if not _SPECIAL.search(value) else _words(value).replace('"', "&quot;")


def _words(text: str) -> str:
    """Text as it may stand in XML, in one line."""
    if not _SPECIAL.search(text):
        return text
    return _NOT_XML.sub("", text).translate(_ESCAPES)
