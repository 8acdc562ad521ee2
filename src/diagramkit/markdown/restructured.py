"""Mermaid directives of reStructuredText, as Sphinx's extension has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.markdown.attributes import read_options
from diagramkit.markdown.block import Block, Line, page_lines
from diagramkit.markdown.elements import dedented

_DIRECTIVE = re.compile(r"\.\.[ \t]+([\w:.+-]+?)::(?:[ \t]+(.*))?")
_TARGET = re.compile(r"\.\.[ \t]+(?:_|\[)")
# Directives whose content is shown as it is, or not read as reStructuredText.
_LITERAL = frozenset(
    {"code", "code-block", "sourcecode", "parsed-literal", "raw", "math", "prompt", "csv-table"}
    | {"doctest", "testcode", "testoutput", "graphviz", "digraph", "uml"}
)
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1+")
# ``code``, :role:`words <target>`, `words <target>`_, *words*, **words**
_MARKS = re.compile(
    r"``([^`]+)``|(?::[\w:.+-]+:)?`([^`<]+?)(?:\s*<[^`<>]*>)?`_{0,2}|\*\*([^*]+)\*\*|\*([^*]+)\*"
)


def find_directives(text: str) -> tuple[Block, ...]:
    """The blocks `.. mermaid::` of a page in reStructuredText, but those that name a file."""
    return tuple(_Reader(text).blocks())


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = page_lines(text)
        self.rows = [text[line.start : line.end] for line in self.lines]
        self.heading: str | None = None

    def blocks(self) -> Iterator[Block]:
        number = 0
        while number < len(self.rows):
            row = self.rows[number].strip()
            directive = _DIRECTIVE.fullmatch(row)
            if directive and directive[1].lower() == "mermaid":
                after = self._after(number)
                if block := self._block(number, after, directive[2]):
                    yield block
                number = after
            elif self._is_literal(row, directive):
                number = self._after(number)
            else:
                self._see_heading(number)
                number += 1

    def _is_literal(self, row: str, directive: re.Match[str] | None) -> bool:
        """Whether what is indented below a line is no text to be read: code or a comment."""
        if directive:
            return directive[1].lower() in _LITERAL
        if row == ".." or row.startswith((".. ", "..\t")):
            return not _TARGET.match(row)
        return row.endswith("::")

    def _after(self, number: int) -> int:
        """The number of the first line behind what is indented below the line `number`."""
        indent = _indent(self.rows[number])
        after = last = number + 1
        while after < len(self.rows):
            if self.rows[after].strip():
                if _indent(self.rows[after]) <= indent:
                    break
                last = after + 1
            after += 1
        return last

    def _see_heading(self, number: int) -> None:
        row = self.rows[number].rstrip()
        below = self.rows[number + 1].rstrip() if number + 1 < len(self.rows) else ""
        if not row or row[0] in " \t" or not _ADORNMENT.fullmatch(below) or len(below) < len(row):
            return
        if not _ADORNMENT.fullmatch(row):
            marked = _MARKS.sub(lambda found: next(filter(None, found.groups())), row)
            self.heading = " ".join(marked.split())

    def _block(self, number: int, after: int, argument: str | None) -> Block | None:
        rows = self.rows[number + 1 : after]
        options, name = read_options(rows)
        while options < len(rows) and not rows[options].strip():
            options += 1
        body = rows[options:]
        if (argument or "").strip() or not body:
            return None
        first: Line = self.lines[number + 1 + options]
        last = self.lines[after - 1]
        lead = self.rows[number][: _width(self.rows[number])]
        text = dedented("\n".join(body)) + ("\n" if last.after > last.end else "")
        return Block(
            text,
            number + 2 + options,
            self.lines[number].start + len(lead),
            last.end,
            lead,
            (first.start, last.after),
            shape="directive",
            id=name,
            heading=self.heading,
        )


def _width(row: str) -> int:
    return len(row) - len(row.lstrip(" \t"))


def _indent(row: str) -> int:
    """The column of the first sign of a line; a tab goes to the next of eight columns."""
    return len(row[: _width(row)].expandtabs(8))
