"""The links of a flowchart: how each is written, and what it says.

`-->` `---` `--x` `--o` `<-->`, thick with `=`, dotted with `.`, invisible `~~~`; longer ones span
more ranks. The rules, the odd ones too, are those of Mermaid's grammar (`flow.jison`) and of
`destructLink` in its `flowDb.ts`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from diagramkit.mermaid.kinds.flowchart.model import Head, Line
from diagramkit.mermaid.text import WHITE

Stroke = Literal["solid", "thick", "dotted"]

LONGEST = 10
"""The greatest length of a link; Mermaid takes longer ones as this long."""

SOLID = re.compile(rf"[xo<]?--+[-xo>]{WHITE}*")
THICK = re.compile(rf"[xo<]?==+[=xo>]{WHITE}*")
DOTTED = re.compile(rf"[xo<]?-?\.+-[xo>]?{WHITE}*")
INVISIBLE = re.compile(rf"~~~+{WHITE}*")

LINK = re.compile(
    f"(?P<solid>{SOLID.pattern})|(?P<solid_start>[xo<]?--{WHITE}*)"
    f"|(?P<thick>{THICK.pattern})|(?P<thick_start>[xo<]?=={WHITE}*)"
    f"|(?P<dotted>{DOTTED.pattern})|(?P<dotted_start>[xo<]?-\\.{WHITE}*)"
    f"|(?P<invisible>{INVISIBLE.pattern})"
)
"""A link or the first half of one with words in the middle, without white space before it."""


@dataclass(frozen=True, slots=True)
class Links:
    """How a grammar writes its links: `first` matches a whole one or the half before its words and
    begins with one of `starts`; `second` has the halves behind the words by the stroke of the
    first, which may begin with one of `marks`."""

    first: re.Pattern[str] = LINK
    starts: frozenset[str] = frozenset("xo<-=.~")
    second: Mapping[str, re.Pattern[str]] = field(
        default_factory=lambda: {"solid": SOLID, "thick": THICK, "dotted": DOTTED}
    )
    marks: str = "xo<"


_HEADS: dict[str, Head] = {"x": "cross", "o": "circle", ">": "arrow", "<": "arrow"}


@dataclass(frozen=True, slots=True)
class Arrow:
    """What a link says: its line, the mark at each end, and how many ranks it spans."""

    line: Line = "solid"
    tail: Head = "none"
    head: Head = "arrow"
    length: int = 1


def whole(written: str) -> Arrow:
    """The meaning of a link in one piece, such as `<-->`."""
    last = written[-1]
    head = _HEADS.get(last, "none") if last != "<" else "none"
    body = written[:-1]
    tail: Head = "none"
    if head != "none" and _HEADS.get(written[0], "none") == head and written[0] != ">":
        tail = head
        body = body[1:]
    length = body.count(".") or len(body) - 1
    return Arrow(_line(body), tail, head, min(max(length, 1), LONGEST))


def halves(first: str, second: str) -> Arrow:
    """The meaning of a link with words in the middle, such as `<-- words -->`.

    Two ends that do not fit together (`x-- words -->`) are an arrow of length 1.
    """
    end = whole(second)
    tail = _HEADS.get(first[0], "none")
    if tail == "none":
        return end
    if end.tail != "none" or end.head != tail:
        return Arrow()
    return Arrow(end.line, tail, tail, end.length)


def _line(body: str) -> Line:
    if "." in body:
        return "dotted"
    if body.startswith("="):
        return "thick"
    return "invisible" if body.startswith("~") else "solid"
