"""Where a drawing writes the values of its properties: attributes, `style`, sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from diagramkit.svg.read.document import Document, Node

COLORS = frozenset({"fill", "stroke", "color", "stop-color", "background", "background-color"})
_NAMES = "|".join(sorted([*COLORS, "stroke-width", "font-family", "style"], key=len, reverse=True))
_ATTRIBUTE = re.compile(rf"\s({_NAMES})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_DECLARATION = re.compile(r"(?:^|[;\s])([a-z-]+)\s*:\s*([^;}]*)")
_CLASS = re.compile(r"\.([\w-]+)")
_TEXT = re.compile(r"\b(?:text|tspan)\b")


@dataclass(frozen=True, slots=True)
class Written:
    """The value `text` of the property `name` at `start` in the text of a drawing; `is_words`:
    it is known to be one of words."""

    name: str
    text: str
    start: int
    is_words: bool


def written(document: Document) -> Iterator[Written]:
    """Every value of a colour, a stroke's width or a font, in the order of the text."""
    names = _classes_of_words(document)
    for node in document.nodes:
        is_words = node.tag in ("text", "tspan")
        tag = document.text[node.start : node.stop]
        for found in _ATTRIBUTE.finditer(tag):
            place = 2 if found[2] is not None else 3
            value, start = found[place], node.start + found.start(place)
            if found[1] == "style":
                yield from _declared(value, start, is_words)
            else:
                yield from _one(found[1], value, start, is_words)
        if node.tag == "style":
            yield from _sheet(document, node, names)


def _sheet(document: Document, node: Node, names: frozenset[str]) -> Iterator[Written]:
    end = document.text.find("</", node.stop)
    for rule in _RULE.finditer(document.text[node.stop : end]):
        is_words = bool(_TEXT.search(rule[1])) or not names.isdisjoint(_CLASS.findall(rule[1]))
        yield from _declared(rule[2], node.stop + rule.start(2), is_words)


def _declared(text: str, start: int, is_words: bool) -> Iterator[Written]:
    for found in _DECLARATION.finditer(text):
        yield from _one(found[1], found[2], start + found.start(2), is_words)


def _one(name: str, value: str, start: int, is_words: bool) -> Iterator[Written]:
    words = value.strip()
    if words and (name in COLORS or name in ("stroke-width", "font-family")):
        yield Written(name, words, start + value.index(words), is_words)


@lru_cache(maxsize=4)
def _classes_of_words(document: Document) -> frozenset[str]:
    texts = (node for node in document.nodes if node.tag in ("text", "tspan"))
    return frozenset(name for node in texts for name in node.attributes.get("class", "").split())
