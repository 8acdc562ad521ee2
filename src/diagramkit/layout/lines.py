"""Lines of words outside of boxes: set at a width, then painted at a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from diagramkit.geometry import Point
from diagramkit.layout.description import flat
from diagramkit.layout.graph.label import (
    CAP_HEIGHT,
    Label,
    Line,
    LineKind,
    line_height,
    line_style,
    shown,
)
from diagramkit.scene import Anchor, Text
from diagramkit.text import measure, wrap
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
            Line(line, kind, style, measure(line, style), height)
            for words in shown(text).split("\n")
            for line in wrap(words.strip(), style, width)
            if line
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
) -> Iterator[Text]:
    """Paint lines; the capitals of the first begin at the height of `at`."""
    y = at.y - label.lines[0].rise if label.lines else at.y
    y += label.lines[0].style.size * CAP_HEIGHT if label.lines else 0.0
    for place, line in enumerate(label.lines):
        y += line.rise
        yield Text(
            f"{key}:{place}", role, line.text, at.x, y, line.width, line.style.size,
            line.style.weight, color, line.style.families, anchor, owner,
        )  # fmt: skip


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
