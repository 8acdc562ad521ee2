"""Where a page asks for pictures: in comments, never in code."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from diagramkit.markdown.block import Line, Place, marker_prefix, page_lines
from diagramkit.markdown.dialects import Dialect

_WORDS = re.compile(r"[ \t]*(?:picture:[ \t]*(?P<name>[^\r\n]+?)|(?P<end>/picture))[ \t]*")
_OPENINGS = {"mdx": re.compile(r"\\.|`+|<!--|\{/\*", re.DOTALL)}
_OPENING = re.compile(r"\\.|`+|<!--", re.DOTALL)
_CLOSINGS = {"<!--": "-->", "{/*": "*/}"}
_BACKTICKS = re.compile("`+")
# Raw HTML that shows what is in it, or is no HTML inside.
_VERBATIM = re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A comment of ours: it asks for the picture `name`, or with None ends a place."""

    name: str | None
    start: int
    end: int
    level: int


def find_places(text: str, dialect: Dialect = "markdown") -> tuple[Place, ...]:
    """The places of a page for pictures, in order.

    A place is a comment `<!-- picture: file -->`, in MDX `{/* picture: file */}` too, or
    `[//]: # (picture: file)`, which Markdown and MDX alike leave out of the page. It goes to the
    next comment `<!-- /picture -->` of the same list item, quote or container, unless another
    place begins before that. Comments in code, in other comments and in front matter do not count.
    reStructuredText has none.
    """
    if dialect == "rst" or "picture:" not in text:
        return ()
    lines = page_lines(text)
    marks = list(_marks(text, lines, dialect))
    starts = [line.start for line in lines]
    places = []
    for mark, behind in zip(marks, [*marks, None][1:], strict=True):
        if mark.name is None:
            continue
        is_closed = behind is not None and behind.name is None and behind.level == mark.level
        number = bisect_left(starts, mark.start + 1) - 1
        places.append(
            Place(
                mark.name,
                number + 1,
                mark.start,
                behind.end if behind and is_closed else mark.end,
                (mark.end, behind.start if behind and is_closed else mark.end),
                marker_prefix(text, lines[number], mark.start),
                is_closed,
            )
        )
    return tuple(places)


def _marks(text: str, lines: Sequence[Line], dialect: Dialect) -> Iterator[_Mark]:
    from diagramkit.markdown.parser import LINK_COMMENT, parse

    for token in parse(text, dialect, ("html_block", "inline", "link_comment")):
        if token.type == "link_comment" and token.map is not None:
            line = lines[token.map[0]]
            begin, finish = text.index(LINK_COMMENT, line.start), text.rindex(")", 0, line.end)
            if found := _WORDS.fullmatch(text[begin + len(LINK_COMMENT) : finish]):
                name = found["name"] and unquote(found["name"])
                yield _Mark(name, begin, finish + 1, token.level)
            continue
        if token.type not in ("html_block", "inline") or token.map is None:
            continue
        if token.type == "html_block" and _VERBATIM.match(token.content):
            continue
        start, end = lines[token.map[0]].start, lines[token.map[1] - 1].end
        level = token.level - (token.type == "inline")
        for begin, finish, words in _comments(text, start, end, dialect, token.type == "inline"):
            if found := _WORDS.fullmatch(words):
                yield _Mark(found["name"], begin, finish, level)


def _comments(
    text: str, start: int, end: int, dialect: Dialect, has_code: bool
) -> Iterator[tuple[int, int, str]]:
    """The comments between two offsets: their offsets, and what they say. None in code spans."""
    spans = _BacktickRuns(text, start, end) if has_code else None
    opening = _OPENINGS.get(dialect, _OPENING)
    unclosed: set[str] = set()
    position = start
    while (found := opening.search(text, position, end)) is not None:
        mark = found[0]
        position = found.end()
        if mark in _CLOSINGS and mark not in unclosed:
            closing = text.find(_CLOSINGS[mark], position, end)
            if closing < 0:
                unclosed.add(mark)
                continue
            words = text[position:closing]
            position = closing + len(_CLOSINGS[mark])
            yield found.start(), position, words
        elif mark.startswith("`") and spans is not None:
            position = spans.behind(len(mark), position)
        elif mark.startswith("\\") and spans is None:
            position = found.start() + 1  # raw HTML has no escapes


class _BacktickRuns:
    """Where the code spans of a text end that begin with some number of backticks."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.starts: dict[int, list[int]] = {}
        for run in _BACKTICKS.finditer(text, start, end):
            self.starts.setdefault(len(run[0]), []).append(run.start())

    def behind(self, length: int, position: int) -> int:
        """The offset behind the span whose opening run ends at `position`; or `position`."""
        starts = self.starts.get(length, [])
        index = bisect_left(starts, position)
        return starts[index] + length if index < len(starts) else position
