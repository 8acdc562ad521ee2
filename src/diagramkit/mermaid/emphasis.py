"""Marks of emphasis, tags and scripts of a label, as spans of its words.

While a label is read, a character that Unicode sets aside for such use stands for each end of a
span (the noncharacters from U+FDD0), so that no step has to count characters. None is left after
`spanned`, and none of the source is let in.
"""

from __future__ import annotations

import re
from collections.abc import Set

from diagramkit.text.styled import Span, SpanKind, spans_of, styled

_KINDS: tuple[SpanKind, ...] = ("strong", "emphasis", "code", "sub", "super", "link")
_FIRST = 0xFDD0
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + 2 * len(_KINDS) - 1)}]")
_RUN = re.compile(r"\*+|_+")
_CODE = re.compile(r"(?<!\w)__[a-z][a-z0-9_]*__(?!\w)")
_SIGN = re.compile(r"[^\w\s\ufdd0-\ufdef]|_")


def opening(kind: SpanKind) -> str:
    """The mark at which a span begins."""
    return chr(_FIRST + 2 * _KINDS.index(kind))


def closing(kind: SpanKind) -> str:
    """The mark at which it ends."""
    return chr(_FIRST + 2 * _KINDS.index(kind) + 1)


def unmarked(text: str) -> str:
    """The text without any marks."""
    return text if text.isascii() else _MARK.sub("", text)


def spanned(text: str, targets: list[str] | None = None) -> str:
    """The text with spans in place of marks; one space between words, none at the ends of lines.

    `targets` are the addresses of its links, in their order.
    """
    if text.isascii() or not _MARK.search(text):
        return text
    kept: list[str] = []
    spans: list[Span] = []
    open_at: list[tuple[SpanKind, int, str]] = []
    following = iter(targets or ())
    for character in text:
        if _MARK.match(character):
            number = ord(character) - _FIRST
            kind = _KINDS[number // 2]
            if number % 2 == 0:
                target = next(following, "") if kind == "link" else ""
                open_at.append((kind, len(kept), target))
            else:
                spans.extend(_closed(open_at, kind, len(kept)))
        elif character != " " or (kept and kept[-1] not in " \n"):
            kept.append(character)
    for kind, start, target in open_at:
        spans.append(Span(start, len(kept), kind, target))
    return styled("".join(kept).rstrip(" "), sorted(spans))


def _closed(open_at: list[tuple[SpanKind, int, str]], kind: SpanKind, end: int) -> list[Span]:
    """The last span of a kind, ended; a mark that ends nothing is passed over."""
    for place in range(len(open_at) - 1, -1, -1):
        if open_at[place][0] == kind:
            _, start, target = open_at.pop(place)
            return [Span(start, end, kind, target)]
    return []


def marked(text: str) -> str:
    """The text with marks in place of its spans."""
    spans = spans_of(text)
    ends = sorted(
        [(span.end, closing(span.kind)) for span in spans]
        + [(span.start, opening(span.kind)) for span in spans]
    )
    kept: list[str] = []
    place = 0
    for end, mark in ends:
        kept += (str(text)[place:end], mark)
        place = end
    return "".join((*kept, str(text)[place:]))


def emphasised(text: str) -> str:
    """Markdown's stars and underscores as spans, in a text that may have others. One word in lower
    case between two underscores, such as `__init__`, is a name in code and stays as it is."""
    targets = [span.target for span in spans_of(text) if span.kind == "link"]
    text = marked(text)
    kept = {end for one in _CODE.finditer(text) for end in (one.start(), one.end() - 2)}
    return spanned(with_marks(text, kept), targets)


def with_marks(text: str, kept: Set[int] = frozenset()) -> str:
    """Markdown with marks in place of its stars and underscores of emphasis, by pairs as CommonMark
    has them: two are bold. Those at the places of `kept` are words."""
    found: list[tuple[int, int, str]] = []
    waiting: dict[str, list[list[int]]] = {"*": [], "_": []}
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start in kept:
            continue
        opens, closes = _sides(text, start, end)
        stack = waiting[text[start]]
        while closes and stack and start < end:
            opened = stack[-1]
            size = min(2, end - start, opened[1] - opened[0])
            opened[1] -= size
            kind: SpanKind = "strong" if size == 2 else "emphasis"
            found.append((opened[1], opened[1] + size, opening(kind)))
            found.append((start, start + size, closing(kind)))
            start += size
            if opened[0] == opened[1]:
                stack.pop()
        if opens and start < end:
            stack.append([start, end])
    kept: list[str] = []
    place = 0
    for start, end, sign in sorted(found):
        kept += (text[place:start], sign)
        place = end
    return "".join([*kept, text[place:]])


def _sides(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run of stars or underscores may begin emphasis, and whether it may end it, by the
    letters, signs and spaces beside it (CommonMark 0.31, 6.2)."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    signs = tuple(bool(side.strip()) and bool(_SIGN.match(side)) for side in (before, after))
    left = bool(after.strip()) and (not signs[1] or signs[0] or not before.strip())
    right = bool(before.strip()) and (not signs[0] or signs[1] or not after.strip())
    if text[start] == "*":
        return left, right
    return left and (not right or signs[0]), right and (not left or signs[1])
