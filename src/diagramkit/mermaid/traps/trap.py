"""A place in a Mermaid source that is read otherwise than it looks, and the source by lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"[A-Za-z][\w-]*")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n.*?\n[ \t]*---[ \t]*(?:\r?\n|$)", re.DOTALL)
_QUOTED = re.compile(r'"[^"\n]*"')


@dataclass(frozen=True, slots=True)
class Trap:
    """What is wrong from `start` to `end` of the text, and what to write there instead: None
    where that needs a person. `is_safe` says that the repair changes no meaning."""

    message: str
    start: int
    end: int
    repair: str | None = None
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the diagram: its words, and where they begin in the text."""

    text: str
    start: int


class Lines:
    """A Mermaid source: what kind it is of, and its rows without front matter and comments."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def kind(self) -> str:
        """The first word of the diagram, such as `flowchart`."""
        for row in self.rows:
            if found := _WORD.match(row.text.strip()):
                return found[0]
        return ""

    @property
    def is_flowchart(self) -> bool:
        return self.kind in ("flowchart", "graph", "flowchart-elk")

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The lines that are read: no front matter, no comments, no directives."""
        front = _FRONT_MATTER.match(self.text)
        start = front.end() if front else 0
        found = []
        for line in self.text[start:].split("\n"):
            words = line.rstrip("\r")
            if words.strip() and not words.lstrip().startswith("%%"):
                found.append(Row(words, start))
            start += len(line) + 1
        return tuple(found)

    def code(self) -> Iterator[Row]:
        """The rows with what stands in double quotes blanked out."""
        for row in self.rows:
            yield Row(
                _QUOTED.sub(lambda found: '"' + " " * (len(found[0]) - 2) + '"', row.text),
                row.start,
            )
