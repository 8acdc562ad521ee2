"""The words of a box: which line is set how, and how much room they take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from diagramkit.geometry import Size
from diagramkit.mermaid.label import without_emphasis, without_icons
from diagramkit.text import TextStyle, measure, unbroken, wrap
from diagramkit.theme.model import Theme

LineKind = Literal["title", "body", "emphasis", "note", "decision", "label", "group"]
# The share of the type size that a capital letter rises above the baseline (Inter 0.727,
# Arimo 0.716): what centres words by eye.
CAP_HEIGHT = 0.72
# A line that ends so goes on in the next one: it is no title.
_CONTINUES = (",", "/", "-", "–", "&", "+", "·", "|", "(", "[", "=", "→", "×")
# So does one whose next line begins so.
_CONTINUED = ("+", "&", "(", "[", ",", ")", "]", "|", "·", "=", "×", "→")
_OPEN_WORDS = frozenset(
    (
        *("a", "an", "the", "and", "or", "nor", "but", "for", "of", "to", "in", "on", "at", "by"),
        *("with", "from", "into", "as", "is", "are", "be", "than", "that", "via", "per", "not"),
        *("if", "when", "while", "its", "their", "your", "our", "each", "every", "any", "all"),
    )
)
"""A phrase that ends with one of these goes on."""
_JOINING = frozenset(("and", "or", "nor", "but", "of", "than"))
"""So does one before a line that begins with one of these."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words; `rise` is the distance from the baseline of the line before."""

    text: str
    kind: LineKind
    style: TextStyle
    width: float
    rise: float


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a box, first to last."""

    lines: tuple[Line, ...]

    @property
    def size(self) -> Size:
        """The widest line, and the sum of the line heights."""
        return Size(
            max((line.width for line in self.lines), default=0.0),
            sum(line.rise for line in self.lines),
        )

    @property
    def ink_height(self) -> float:
        """From the top of the capitals in the first line to the baseline of the last."""
        first = self.lines[0].style.size * CAP_HEIGHT if self.lines else 0.0
        return first + sum(line.rise for line in self.lines[1:])

    def baselines(self, middle: float) -> list[float]:
        """The baseline of each line when the block is centred by eye at height `middle`."""
        if not self.lines:
            return []
        first = middle - self.ink_height / 2 + self.lines[0].style.size * CAP_HEIGHT
        heights = [first]
        for line in self.lines[1:]:
            heights.append(heights[-1] + line.rise)
        return heights


def shown(text: str) -> str:
    """Words without their marks of emphasis, which Mermaid reads in every label, and without names
    of icons.

    Two underscores stay: they belong to names such as `__init__` more often.
    """
    if "fa" in text:
        text = without_icons(text)
    marked = "*" in text or ("_" in text and "__" not in text)
    return without_emphasis(text) if marked else text


def line_style(theme: Theme, kind: LineKind, compact: bool) -> TextStyle:
    """Font stack, size and weight of a kind of line."""
    if kind == "emphasis":
        body = theme.type.body
        size = body.compact if compact else body.size
        return TextStyle(tuple(theme.fonts.sans), size, theme.type.emphasis)
    entry = getattr(theme.type, kind)
    size = entry.compact if compact else entry.size
    return TextStyle(tuple(theme.fonts.stack(kind)), size, entry.weight)


def line_height(theme: Theme, kind: LineKind) -> float:
    """The room that one line of a kind takes, in user units."""
    entry = theme.type.body if kind == "emphasis" else getattr(theme.type, kind)
    return float(entry.line)


def label(
    theme: Theme, text: str, *, role: str, compact: bool, width: float, decision: bool = False
) -> Label:
    """Set the words of a box.

    The first line is the title and the others are second lines, unless the box is a note (all
    lines alike) or the lines are one phrase (each ends or begins with a sign or a word that goes
    on: all lines are the title, in compact type of its weight alone). Lines wider than `width`
    user units are wrapped.
    """
    lines: list[Line] = []
    source = shown(text).split("\n")
    for index, words in enumerate(source):
        kind = _kind(source, index, role, decision, compact)
        lines.extend(wrapped(theme, words.strip(), kind, compact, width))
    return Label(_spaced(theme, lines))


def _kind(source: list[str], index: int, role: str, decision: bool, compact: bool) -> LineKind:
    if role == "note":
        return "note"
    if decision:
        return "decision"
    if len(source) > 1 and _is_one_phrase(source):
        return "emphasis" if compact else "title"
    return "title" if index == 0 else "body"


def _is_one_phrase(source: list[str]) -> bool:
    """Whether lines are one phrase that was broken for its width: each goes on in the next, or
    each is a single word of it."""
    if all(_goes_on(before.strip(), after.strip()) for before, after in pairwise(source)):
        return True
    rest = [line.strip() for line in source[1:]]
    return len(rest) > 1 and source[0].strip().isalpha() and all(map(_is_plain_word, rest))


def _goes_on(before: str, after: str) -> bool:
    """Whether a line goes on in the next, by the sign or the word between the two."""
    if not before or not after:
        return False
    if before.endswith(_CONTINUES) or after.startswith(_CONTINUED):
        return True
    # A slash may begin an address, too.
    if after.startswith("/") and ("/" in before or after.startswith("/ ")):
        return True
    last, first = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
    return last in _OPEN_WORDS or first in _JOINING


def _is_plain_word(line: str) -> bool:
    return line.isalpha() and line.islower()


def wrapped(theme: Theme, words: str, kind: LineKind, compact: bool, width: float) -> list[Line]:
    """Words of a kind in lines of at most `width` user units."""
    style = line_style(theme, kind, compact)
    return [
        Line(text, kind, style, measure(text, style), line_height(theme, kind))
        for text in wrap(words, style, _room(theme, words, style, width))
    ]


def _room(theme: Theme, words: str, style: TextStyle, width: float) -> float:
    """The width that words are wrapped at: `width`, but no word is broken between two letters for
    less than the theme lets a box be wide."""
    if width >= theme.box.wrap:
        return width
    longest = max(measure(part, style) for part in unbroken(words, inner=True))
    return min(max(width, longest), theme.box.wrap)


def _spaced(theme: Theme, lines: list[Line]) -> tuple[Line, ...]:
    """A line after a title keeps the title's distance."""
    spaced = lines[:1]
    for before, line in pairwise(lines):
        rise = max(line.rise, line_height(theme, before.kind))
        spaced.append(Line(line.text, line.kind, line.style, line.width, rise))
    return tuple(spaced)


def edge_label(theme: Theme, text: str, *, accent: bool, compact: bool, width: float) -> Label:
    """The words of an edge, set in the label style and wrapped at `width` user units; semi-bold
    on the critical path."""
    style = line_style(theme, "label", compact)
    if accent:
        style = style._replace(weight=theme.type.emphasis)
    return _plain(theme, text, "label", style, width)


def group_label(theme: Theme, text: str, compact: bool) -> Label:
    """The title of a group; it may run twice as wide as words in a box."""
    return _plain(theme, text, "group", line_style(theme, "group", compact), 2 * theme.box.wrap)


def _plain(theme: Theme, text: str, kind: LineKind, style: TextStyle, width: float) -> Label:
    height = line_height(theme, kind)
    return Label(
        tuple(
            Line(line, kind, style, measure(line, style), height)
            for words in shown(text).split("\n")
            for line in wrap(words.strip(), style, _room(theme, words, style, width))
            if line
        )
    )
