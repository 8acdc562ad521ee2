"""Lines of words outside of boxes: set at a width, then painted at a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from diagramkit.geometry import Point
from diagramkit.layout.description import flat
from diagramkit.layout.graph.label import shown
from diagramkit.layout.words import (
    CAP_HEIGHT,
    Label,
    LineKind,
    line_height,
    line_style,
    line_texts,
    set_words,
)
from diagramkit.scene import Anchor, Mark, Text
from diagramkit.text import measure
from diagramkit.text.styled import lines as split
from diagramkit.theme.model import Theme

LONGEST_KEY = 200
"""The most characters of a name in a key: each line of its words has one."""


def set_lines(
    theme: Theme,
    text: str,
    kind: LineKind,
    width: float,
    *,
    compact: bool = False,
    strong: bool = False,
) -> Label:
    """Words in lines of one kind, none wider than `width` user units; no line without words.
    `strong` words have the weight of the critical path."""
    style, height = line_style(theme, kind, compact), line_height(theme, kind)
    if strong:
        style = style._replace(weight=theme.type.emphasis)
    return Label(
        tuple(
            line
            for words in split(shown(text))
            for line in set_words(theme, words, kind, style, height, width)
            if line.text
        )
    )


def longest_word(theme: Theme, text: str, kind: LineKind, *, compact: bool = False) -> float:
    """The width that words need so that none of them is broken inside."""
    style = line_style(theme, kind, compact)
    return max((measure(word, style) for word in shown(text).split()), default=0.0)


def write(
    key: str,
    role: str,
    label: Label,
    at: Point,
    color: str,
    *,
    anchor: Anchor = "start",
    owner: str = "",
) -> Iterator[Text | Mark]:
    """Paint lines; the capitals of the first begin at the height of `at`."""
    y = at.y - label.lines[0].rise if label.lines else at.y
    y += label.lines[0].style.size * CAP_HEIGHT if label.lines else 0.0
    for place, line in enumerate(label.lines):
        y += line.rise
        name = f"{key}:{place}"
        yield from line_texts(name, role, line, at.x, y, color, anchor=anchor, owner=owner)


def distinct(names: Iterable[str]) -> list[str]:
    """A key for each name: the beginning of the name in one line, with a number where it was
    there before."""
    counts: Counter[str] = Counter()
    keys: dict[str, None] = {}
    for name in names:
        key = word = flat(name)[:LONGEST_KEY]
        while key in keys:
            counts[word] += 1
            key = f"{word}:{counts[word]}"
        keys[key] = None
    return list(keys)
