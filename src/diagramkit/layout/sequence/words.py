"""The words of a sequence diagram: how wide they are, and where they break."""

from __future__ import annotations

import math
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import cache
from typing import Concatenate, ParamSpec, TypeVar

from diagramkit.layout.words import (
    Label,
    Line,
    LineKind,
    line_height,
    line_style,
    set_width,
    set_words,
    widest_style,
)
from diagramkit.layout.words.setting import FORMULA
from diagramkit.text import TextStyle, measure, unbroken
from diagramkit.text.styled import cut, spans_of
from diagramkit.text.styled import lines as split
from diagramkit.theme.model import Theme

ANY_WIDTH, LONG_PART = math.inf, 140.0
"""Words are kept whole however wide they are; a part of a broken one does not widen its lane beyond
this: it is broken again."""
SHORT = 0.6
"""A word of fewer letters than this part of the longest word is not measured."""
NO_WORDS = Label(())
Rest = ParamSpec("Rest")
Result = TypeVar("Result")


class Setter:
    """Sets words in the type of a theme, at normal size or compact.

    A word wider than `whole` does not widen its lane, as long as its parts find room: `max_tokens`
    is broken after its underscore.
    """

    def __init__(self, theme: Theme, compact: bool, whole: float) -> None:
        self.theme, self.compact, self.whole = theme, compact, whole
        self.style = cache(self._style)
        self.width = _once(self._width)
        self.widest_word = _once(self._widest_word)
        self.longest_word = _once(self._longest_word)
        self._label = _once(self._set)

    def keeping(self, whole: float) -> Setter:
        """The same, but for how wide words are kept whole: what is measured is measured once."""
        other = copy(self)
        other.whole = whole
        other.longest_word = _once(other._longest_word)
        return other

    def _style(self, kind: LineKind) -> tuple[TextStyle, float]:
        """Font, size and weight of a kind of line, and its height."""
        return line_style(self.theme, kind, self.compact), line_height(self.theme, kind)

    def _width(self, text: str, kind: LineKind) -> float:
        """The widest line of words as they are written, in user units."""
        if FORMULA in text:
            return max(line.width for line in self._lines(text, kind, math.inf))
        style, _ = self.style(kind)
        return max(set_width(self.theme, line, style) for line in split(text))

    def _widest_word(self, text: str, kind: LineKind) -> float:
        """The widest word, however wide it is."""
        if FORMULA in text:
            return self.width(text, kind)
        style = self._widest_style(text, kind)
        return max((measure(word, style) for word in text.split()), default=0.0)

    def _longest_word(self, text: str, kind: LineKind) -> float:
        """The widest word, as far as a lane is widened for it."""
        if FORMULA in text:
            return self.width(text, kind)
        style = self._widest_style(text, kind)
        text = text.replace("\n", " ")
        widest = _widest(unbroken(text, lang=style.lang), style)
        if widest > self.whole:
            part = _widest(unbroken(text, inner=True, lang=style.lang), style)
            widest = max(self.whole, min(part, LONG_PART))
        return widest

    def _widest_style(self, text: str, kind: LineKind) -> TextStyle:
        """What words are set in, or the widest of their stretches."""
        style, _ = self.style(kind)
        return widest_style(self.theme, text, style)

    def label(self, text: str, kind: LineKind, width: float) -> Label:
        """Words in lines of at most `width` user units; none for no words."""
        if not text:
            return NO_WORDS
        # Lines that fit as they are written need no more room.
        return self._label(text, kind, math.inf if width >= self.width(text, kind) else width)

    def _set(self, text: str, kind: LineKind, width: float) -> Label:
        lines = self._lines(text, kind, width)
        # Only a note has paragraphs.
        return Label(tuple(line for line in lines if line.text or kind == "note"))

    def head(self, text: str, width: float) -> Label:
        """The name of a participant: a title, and further lines below it."""
        first = split(text)[0]
        rest = cut(text, text.index("\n") + 1, len(text)) if "\n" in text else ""
        width = max(width, self.longest_word(first, "title"), self.longest_word(rest, "body"))
        title = self._lines(first, "title", width)
        below = self._lines(rest, "body", width) if rest else []
        # The line after a title keeps the title's distance.
        below[:1] = [replace(line, rise=title[0].rise) for line in below[:1]]
        return Label((*title, *below))

    def _lines(self, text: str, kind: LineKind, width: float) -> list[Line]:
        style, height = self.style(kind)
        return [
            line
            for words in split(text)
            for line in set_words(self.theme, words, kind, style, height, width)
        ]


def _once(
    measure: Callable[Concatenate[str, Rest], Result],
) -> Callable[Concatenate[str, Rest], Result]:
    """What is asked of words again and again, found once. Words that are set in another way are
    others, though they are equal as strings."""
    known: dict[object, Result] = {}

    def asked(text: str, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
        key = text, spans_of(text), args, *kwargs.values()
        if key not in known:
            known[key] = measure(text, *args, **kwargs)
        return known[key]

    return asked


def _widest(parts: list[str], style: TextStyle) -> float:
    # Letters differ in width, but not so much that a short word is wider than a long one.
    long = SHORT * max(map(len, parts))
    return max(measure(part, style) for part in parts if len(part) >= long)
