"""Where a drawing writes the values of its properties: attributes, `style`, sheets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from diagramkit.scene import Connector, Scene
from diagramkit.svg.read.document import Document, Node

COLORS = frozenset({"fill", "stroke", "color", "stop-color", "background", "background-color"})
_OTHERS = ("stroke-width", "stroke-dasharray", "font-family")
_NAMES = "|".join(sorted([*COLORS, *_OTHERS, "style"], key=len, reverse=True))
_ATTRIBUTE = re.compile(rf"\s({_NAMES})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_DECLARATION = re.compile(r"(?:^|[;\s])([a-z-]+)\s*:\s*([^;}]*)")
_CLASS = re.compile(r"\.([\w-]+)")
_TEXT = re.compile(r"\b(?:text|tspan)\b")


@dataclass(frozen=True, slots=True)
class Written:
    """The value `text` of the property `name` at `start` in the text of a drawing; `is_words`:
    it is known to be one of words. `node` is the element it is written at; in a style sheet there
    is none, but the `classes` that its rule is for."""

    name: str
    text: str
    start: int
    is_words: bool
    node: Node | None = None
    classes: tuple[str, ...] = ()


class Users:
    """What of a drawing is painted by the values that it writes."""

    def __init__(self, scene: Scene, nodes: Mapping[str, Node]) -> None:
        """`nodes` has the element of each primitive by key."""
        self._of_node: defaultdict[int, set[type]] = defaultdict(set)
        self._of_class: defaultdict[str, set[type]] = defaultdict(set)
        for item in scene.primitives:
            node = nodes.get(item.key)
            while node is not None:
                self._of_node[node.index].add(type(item))
                for name in node.attributes.get("class", "").split():
                    self._of_class[name].add(type(item))
                node = node.parent

    def are_lines(self, place: Written) -> bool:
        """Whether a value paints connectors and nothing else."""
        kinds = (
            [self._of_node[place.node.index]]
            if place.node is not None
            else [self._of_class[name] for name in place.classes]
        )
        return bool(kinds) and all(each == {Connector} for each in kinds)


def written(document: Document) -> Iterator[Written]:
    """Every value of a colour, a stroke's width or dashes, or a font, in the order of the text."""
    names = _classes_of_words(document)
    for node in document.nodes:
        is_words = node.tag in ("text", "tspan")
        tag = document.text[node.start : node.stop]
        for found in _ATTRIBUTE.finditer(tag):
            place = 2 if found[2] is not None else 3
            value, start = found[place], node.start + found.start(place)
            if found[1] == "style":
                yield from _declared(value, start, is_words, node)
            else:
                yield from _one(found[1], value, start, is_words, node)
        if node.tag == "style":
            yield from _sheet(document, node, names)


def _sheet(document: Document, node: Node, names: frozenset[str]) -> Iterator[Written]:
    end = document.text.find("</", node.stop)
    for rule in _RULE.finditer(document.text[node.stop : end]):
        classes = tuple(_CLASS.findall(rule[1]))
        is_words = bool(_TEXT.search(rule[1])) or not names.isdisjoint(classes)
        yield from _declared(rule[2], node.stop + rule.start(2), is_words, None, classes)


def _declared(
    text: str, start: int, is_words: bool, node: Node | None, classes: tuple[str, ...] = ()
) -> Iterator[Written]:
    for found in _DECLARATION.finditer(text):
        yield from _one(found[1], found[2], start + found.start(2), is_words, node, classes)


def _one(
    name: str,
    value: str,
    start: int,
    is_words: bool,
    node: Node | None,
    classes: tuple[str, ...] = (),
) -> Iterator[Written]:
    words = value.strip()
    if words and (name in COLORS or name in _OTHERS):
        yield Written(name, words, start + value.index(words), is_words, node, classes)


@lru_cache(maxsize=4)
def _classes_of_words(document: Document) -> frozenset[str]:
    texts = (node for node in document.nodes if node.tag in ("text", "tspan"))
    return frozenset(name for node in texts for name in node.attributes.get("class", "").split())
