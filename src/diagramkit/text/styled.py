"""Words with stretches that are set in another way: bold, code, a subscript, a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

SpanKind = Literal["strong", "emphasis", "code", "sub", "super", "link"]


class Span(NamedTuple):
    """The characters from `start` to before `end`, how they are set, and where a link leads."""

    start: int
    end: int
    kind: SpanKind
    target: str = ""


class Styled(str):
    """A string that knows how its stretches are set.

    It is equal to, and hashed as, the plain string, which stands for it wherever nothing can be
    set: in titles, keys and messages. What is made of it (`strip`, `replace`) is plain again; `cut`
    and `lines` keep the spans.
    """

    __slots__ = ("spans",)
    spans: tuple[Span, ...]

    def __new__(cls, text: str, spans: Iterable[Span]) -> Styled:
        made = super().__new__(cls, text)
        made.spans = tuple(spans)
        return made

    def __reduce__(self) -> tuple[type[Styled], tuple[str, tuple[Span, ...]]]:
        return Styled, (str(self), self.spans)


def styled(text: str, spans: Iterable[Span]) -> str:
    """A string with those of the spans that are not empty; the plain string if there is none."""
    kept = [span for span in spans if span.start < span.end]
    return Styled(text, kept) if kept else text


def spans_of(text: str) -> tuple[Span, ...]:
    """How stretches of a string are set: none in a plain one."""
    return text.spans if isinstance(text, Styled) else ()


def cut(text: str, start: int, end: int) -> str:
    """The characters from `start` to before `end`, set as they are."""
    spans = (
        span._replace(start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans_of(text)
        if span.start < end
        if start < span.end
    )
    return styled(str(text)[start:end], spans)


def joined(parts: Iterable[str], between: str) -> str:
    """Parts in one text, set as they are."""
    spans: list[Span] = []
    kept: list[str] = []
    place = 0
    for part in parts:
        place += len(between) if kept else 0
        moved = (
            span._replace(start=span.start + place, end=span.end + place) for span in spans_of(part)
        )
        spans.extend(moved)
        kept.append(str(part))
        place += len(part)
    return styled(between.join(kept), spans)


def one_line(text: str) -> str:
    """Words of several lines in one, with one space between words, set as they are."""
    if not spans_of(text):
        return " ".join(text.split())
    words = re.finditer(r"\S+", str(text))
    return joined((cut(text, *word.span()) for word in words), " ")


def lines(text: str) -> list[str]:
    """The lines of a text without the space around each, set as they are."""
    if not spans_of(text):
        return [line.strip() for line in text.split("\n")]
    return list(_lines(text))


def _lines(text: str) -> Iterator[str]:
    place = 0
    for line in str(text).split("\n"):
        start = place + len(line) - len(line.lstrip())
        yield cut(text, start, max(start, place + len(line.rstrip())))
        place += len(line) + 1
