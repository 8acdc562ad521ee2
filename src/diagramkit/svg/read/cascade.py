"""Which declarations hold for an element: attributes, style sheets by specificity, `style` last.

Selectors are matched by cssselect2. Most drawings say little with them, so an element is looked
up once for all that have its name, id, classes and ancestors, unless a selector asks for more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import tinycss2
from cssselect2 import ElementWrapper, Matcher, compile_selector_list
from cssselect2.parser import SelectorError

from diagramkit.index import TooDenseError
from diagramkit.svg.read.document import Document, Node

ModeName = Literal["light", "dark"]
Declarations = dict[str, str]

MAX_RULES = 2000
MAX_SHEET = 2_000_000
MAX_INLINE = 20_000
"""Characters of a `style` attribute that are read."""
MAX_TESTS = 300_000
"""Selectors that are tried on elements, but for those that ask for no more than a class."""
# Selectors that look at more than an element's own name, id and classes and its ancestors'.
_NEEDS_MORE = re.compile(r"[\[:+~]")
_ID = re.compile(r"#([\w-]+)")
_STATES = re.compile(r":(?:hover|focus|active|visited|target|focus-within|focus-visible)")

PRESENTATION = frozenset(
    [
        "alignment-baseline",
        "baseline-shift",
        "clip-path",
        "clip-rule",
        "color",
        "direction",
        "display",
        "dominant-baseline",
        "fill",
        "fill-opacity",
        "fill-rule",
        "filter",
        "font-family",
        "font-size",
        "font-style",
        "font-variant",
        "font-weight",
        "letter-spacing",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "opacity",
        "overflow",
        "paint-order",
        "stop-color",
        "stop-opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "text-decoration",
        "text-rendering",
        "transform",
        "transform-origin",
        "vector-effect",
        "visibility",
        "word-spacing",
        "writing-mode",
        "mask-type",
    ]
)
"""Attributes that are properties as well."""


class Cascade:
    """The style sheets of a document in one mode, ready to be asked about elements."""

    def __init__(self, document: Document, mode: ModeName) -> None:
        self.mode = mode
        self.fonts = document.fonts
        self.matcher = Matcher()
        self.imports: list[Node] = []
        self.rules = self._tests = 0
        self._simple = True
        self._ids: set[str] = set()
        self._known: dict[tuple[object, ...], list[tuple[Declarations, Declarations]]] = {}
        self._place: dict[Node, int] = {}
        self._places: dict[tuple[object, ...], int] = {}
        sheets = [node for node in document.nodes if node.tag == "style"]
        for node in sheets:
            if node.attributes.get("type", "text/css").strip().lower() in ("", "text/css"):
                self._add_sheet(node)
        self._wrappers: list[ElementWrapper] = []
        if self.rules:
            wrapped = ElementWrapper.from_xml_root(document.tree)
            self._wrappers = list(_in_order(wrapped))

    def declared(self, node: Node) -> Declarations:
        """What is declared for an element, without what it inherits."""
        found = {
            name: value
            for name, value in node.attributes.items()
            if name in PRESENTATION and value.strip()
        }
        important: Declarations = {}
        for normal, strong in self._matched(node) if self.rules else ():
            found.update(normal)
            important.update(strong)
        if inline := node.attributes.get("style"):
            normal, strong = declarations(inline[:MAX_INLINE])
            found.update(normal)
            important.update(strong)
        found.update(important)
        return found

    def _matched(self, node: Node) -> list[tuple[Declarations, Declarations]]:
        attributes = node.attributes
        name = attributes.get("id")
        own = (node.tag, name if name in self._ids else None, attributes.get("class"))
        above = self._place.get(node.parent, -1) if node.parent else -1
        key = (above, *own) if self._simple else (node.index,)
        self._place[node] = self._places.setdefault((above, *own), len(self._places))
        if key not in self._known:
            self._tests += min(self.rules, 10) if self._simple else self.rules
            if self._tests > MAX_TESTS:
                raise TooDenseError
            matches = self.matcher.match(self._wrappers[node.index])
            self._known[key] = [payload for *_, payload in matches]
        return self._known[key]

    def _add_sheet(self, node: Node) -> None:
        text = node.text[:MAX_SHEET]
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            self._add_rule(rule, node)

    def _add_rule(self, rule: object, node: Node) -> None:
        kind = getattr(rule, "type", "")
        if kind == "at-rule":
            self._add_at_rule(rule, node)
        elif kind == "qualified-rule" and self.rules < MAX_RULES:
            self._add_style_rule(rule)

    def _add_at_rule(self, rule: object, node: Node) -> None:
        name = getattr(rule, "lower_at_keyword", "")
        prelude = tinycss2.serialize(getattr(rule, "prelude", None) or [])
        content = getattr(rule, "content", None)
        if name == "import":
            self.imports.append(node)
        holds = name in ("media", "supports", "layer") and content is not None
        if holds and (name != "media" or media_holds(prelude, self.mode)):
            rules = tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True)
            for inner in rules:
                self._add_rule(inner, node)

    def _add_style_rule(self, rule: object) -> None:
        prelude = getattr(rule, "prelude", [])
        text = tinycss2.serialize(prelude)
        if _STATES.search(text):
            return
        try:
            selectors = compile_selector_list(prelude)
        except SelectorError:
            return
        self.rules += 1
        self._ids.update(_ID.findall(text))
        self._simple = self._simple and not _NEEDS_MORE.search(text)
        payload = _split(getattr(rule, "content", []))
        for selector in selectors:
            if selector.pseudo_element is None:
                self.matcher.add_selector(selector, payload)


def _in_order(root: ElementWrapper) -> Iterator[ElementWrapper]:
    """Elements in the order of the document, without recursion."""
    waiting = [root]
    while waiting:
        wrapper = waiting.pop()
        yield wrapper
        waiting.extend(reversed(list(wrapper.iter_children())))


def media_holds(query: str, mode: ModeName) -> bool:
    """Whether a media query holds for somebody who reads on a screen in a mode."""
    return any(_media_part_holds(part.strip().lower(), mode) for part in query.split(","))


def _media_part_holds(query: str, mode: ModeName) -> bool:
    if "print" in query:
        return query.startswith("not")
    wanted = re.search(r"prefers-color-scheme\s*:\s*(\w+)", query)
    if wanted:
        return (wanted[1] == mode) != query.startswith("not")
    return not re.search(r"\bspeech\b|prefers-|forced-colors|max-width|max-height", query)


@lru_cache(maxsize=4096)
def declarations(text: str) -> tuple[Declarations, Declarations]:
    """The declarations of a `style` attribute: normal ones, and those marked important."""
    return _split(tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True))


def _split(content: Iterable[object]) -> tuple[Declarations, Declarations]:
    normal: Declarations = {}
    important: Declarations = {}
    items = list(content)
    if not all(getattr(item, "type", "") in ("declaration", "error") for item in items):
        items = tinycss2.parse_blocks_contents(items, skip_comments=True, skip_whitespace=True)
    for item in items:
        if getattr(item, "type", "") != "declaration":
            continue
        name: str = item.name if item.name.startswith("--") else item.lower_name  # type: ignore[attr-defined]
        value = tinycss2.serialize(item.value).strip()  # type: ignore[attr-defined]
        target = important if item.important else normal  # type: ignore[attr-defined]
        for part, piece in _longhands(name, value):
            target[part] = piece
    return normal, important


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name == "marker":
        yield from ((f"marker-{place}", value) for place in ("start", "mid", "end"))
    elif name == "font":
        yield from _font(value)
    else:
        yield name, value


_FONT = re.compile(
    r"(?P<before>.*?)(?P<size>[\d.]+(?:px|pt|em|rem|%|pc|mm|cm|in)|(?:xx?-)?(?:small|large)|medium"
    r"|smaller|larger)(?:\s*/\s*\S+)?\s+(?P<families>.+)$",
    re.DOTALL,
)


def _font(value: str) -> Iterator[tuple[str, str]]:
    found = _FONT.match(value) if len(value) < 1000 else None
    if not found:
        return
    words = found["before"].split()
    weights = [word for word in words if word in ("bold", "bolder", "lighter") or word.isdigit()]
    styles = [word for word in words if word in ("italic", "oblique")]
    yield "font-style", styles[0] if styles else "normal"
    yield "font-weight", weights[0] if weights else "normal"
    yield "font-size", found["size"]
    yield "font-family", found["families"]
