"""What is found in a page: Mermaid blocks, places for pictures, and where their lines are."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, overload

Shape = Literal["fence", "element", "directive"]
"""How a block stands in its page: between fences, in an HTML element, below `.. mermaid::`."""

BYTE_ORDER_MARK = "\ufeff"
_MARKERS = re.compile(r"(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*")
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line of a text begins, where its words end, and where the next line begins."""

    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page, Mermaid or a figure. Offsets are characters of the page's text.

    Attributes:
        text: the diagram, without fence, indentation, quote marks and options, its line ends
            `\\n`, the entities of an HTML element decoded.
        line: the line of the page (from 1) on which `text` begins.
        start: the first character of the whole block (its fence, element or directive).
        end: behind its last character, without the line end after it.
        prefix: what a further line of the same list item or quote starts with.
        body: the offsets between which `text` stands: whole lines, but in an element.
        shape: how the block stands in the page.
        id: the name that its own attributes give it (`{#checkout}`, `:name: checkout`,
            `id="checkout"`, `%%| label: checkout`), or None.
        heading: the nearest heading above it as plain text, or None.
        is_figure: whether the word of its fence is `figure`; else it is Mermaid.
    """

    text: str
    line: int
    start: int
    end: int
    prefix: str
    body: tuple[int, int]
    shape: Shape = "fence"
    id: str | None = None
    heading: str | None = None
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a page for a picture: `<!-- picture: file --> … <!-- /picture -->`.

    `name` is the file that is asked for; `line` the line of the page (from 1) it is asked for in.
    `start` and `end` bound the whole place, `content` what stands between its two comments;
    without a closing comment, `is_closed` is False and `content` is empty, behind the comment.
    `prefix` is what a further line of the same list item or quote starts with.
    """

    name: str
    line: int
    start: int
    end: int
    content: tuple[int, int]
    prefix: str
    is_closed: bool


class Lines(Sequence[Line]):
    """The lines of a text from `start` on, counted as CommonMark counts lines.

    Each is made when it is asked for: a page may have a million.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        self._starts, self._ends = array("q", [start]), array("q")
        for found in _LINE_END.finditer(text, start):
            self._ends.append(found.start())
            self._starts.append(found.end())
        self._ends.append(len(text))
        self._starts.append(len(text))

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return [self[place] for place in places]
        return Line(self._starts[places], self._ends[places], self._starts[places + 1])


def page_lines(text: str) -> Lines:
    """The lines of a page; a byte order mark belongs to none."""
    return Lines(text, 1 if text.startswith(BYTE_ORDER_MARK) else 0)


def marker_prefix(text: str, line: Line, start: int) -> str:
    """What a line below starts with to be of the same item or quote as `start` on `line`.

    A list marker stands on its first line alone; quote marks stand on every line.
    """
    markers = _MARKERS.match(text, line.start, start)
    return re.sub(r"[^>\s]", " ", markers[0]) if markers else ""
