"""Elements of class `mermaid` in the raw HTML of a page, and the headings in it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from diagramkit.markdown.block import Block, Line, marker_prefix

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--|<(pre|div)\b([^<>]*)>", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("pre", "div")}
_CLASS = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ID = re.compile(r"""(?<![\w-])id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HEADING = re.compile(r"<h[1-6]\b[^<>]*>", re.IGNORECASE)
_HEADING_END = re.compile(r"</h[1-6]", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")


class Elements:
    """The raw HTML of one token: `heading` is the last heading above its end, or None."""

    def __init__(self, page: str, lines: Sequence[Line], token: Token) -> None:
        assert token.map is not None
        self.page = page
        self.content = token.content
        self.lines = lines[token.map[0] : token.map[1]]
        self.first = token.map[0]
        self.starts = [0, *(found.end() for found in re.finditer("\n", token.content))]
        self.heading: str | None = None

    def blocks(self, heading: str | None) -> Iterator[tuple[Block, str | None]]:
        """Each block with the heading above it; `heading` is the one above the token."""
        self.heading = heading
        position = seen = 0
        while (tag := _TAG.search(self.content, position)) is not None:
            if tag[1] is None:
                position = self.content.find("-->", tag.end())
                if position < 0:
                    break
                continue
            closing = _CLOSING[tag[1].lower()].search(self.content, tag.end())
            is_mermaid = "mermaid" in attribute(_CLASS, tag[2]).lower().split()
            position = tag.end()
            if tag[1].lower() != "pre" and not is_mermaid:
                continue
            if closing is None:
                break
            # Any other `<pre>` only shows what is in it.
            position = closing.end()
            if is_mermaid:
                self._see_heading(seen, tag.start())
                seen = position
                yield self._block(tag, closing), self.heading
        self._see_heading(seen, len(self.content))

    def _see_heading(self, start: int, end: int) -> None:
        last = None
        for found in _HEADING.finditer(self.content, start, end):
            last = found
        if last is None:
            return
        closing = _HEADING_END.search(self.content, last.end(), end)
        words = self.content[last.end() : closing.start() if closing else end]
        self.heading = html.unescape(_ANY_TAG.sub("", words)).strip() or self.heading

    def _block(self, tag: re.Match[str], closing: re.Match[str]) -> Block:
        content = self.content
        # The first line break behind the tag is no part of what is in the element.
        begin = tag.end() + content.startswith("\n", tag.end())
        end = content.rfind("\n", begin, closing.start()) + 1
        if not end or content[end : closing.start()].strip():
            end = closing.start()
        start = self._place(tag.start())
        return Block(
            decoded(dedented(content[begin:end])),
            self.first + self._row(begin) + 1,
            start,
            self._place(closing.end()),
            marker_prefix(self.page, self.lines[self._row(tag.start())], start),
            (self._bound(begin), self._bound(end)),
            shape="element",
            id=attribute(_ID, tag[2]) or None,
        )

    def _row(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _place(self, offset: int) -> int:
        """Where the character at `offset` of the content stands in the page."""
        row = self._row(offset)
        end = self.starts[row + 1] - 1 if row + 1 < len(self.starts) else len(self.content)
        # What stands before a line of the content (indentation, quote marks) is in the page alone.
        return self.lines[row].end - (end - offset)

    def _bound(self, offset: int) -> int:
        """As `_place`, but of a line's first character the beginning of the line in the page."""
        row = self._row(offset)
        return self.lines[row].start if row and self.starts[row] == offset else self._place(offset)


def attribute(pattern: re.Pattern[str], attributes: str) -> str:
    """The value of the attribute that a pattern of three ways to quote it finds; else nothing."""
    found = pattern.search(attributes)
    return next((value for value in found.groups() if value is not None), "") if found else ""


def decoded(text: str) -> str:
    """Text of an element with its entities decoded; those of line breaks stay as they are."""
    return "".join(shown for _, shown in pieces(text))


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Text of an element in pieces: each as it is written, and the character it stands for."""
    position = 0
    for entity in _ENTITY.finditer(text):
        yield from ((sign, sign) for sign in text[position : entity.start()])
        shown = html.unescape(entity[0])
        if len(shown) == 1 and shown not in "\r\n":
            yield entity[0], shown
        else:
            yield from ((sign, sign) for sign in entity[0])
        position = entity.end()
    yield from ((sign, sign) for sign in text[position:])


def dedented(text: str) -> str:
    """`text` without the indentation that all its lines have in common; empty lines have any."""
    rows = text.split("\n")
    full = [row for row in rows if row.strip(" \t")]
    if not full:
        return text
    least, most = min(full), max(full)
    width = len(least) - len(least.lstrip(" \t"))
    while not most.startswith(least[:width]):
        width -= 1
    return "\n".join(row[width:] if row.strip(" \t") else "" for row in rows)
