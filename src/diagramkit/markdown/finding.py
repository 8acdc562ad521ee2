"""Where the Mermaid blocks of a page are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from diagramkit.markdown.attributes import read_info, read_options
from diagramkit.markdown.block import Block, marker_prefix, page_lines
from diagramkit.markdown.dialects import Dialect
from diagramkit.markdown.elements import Elements
from diagramkit.mermaid.comments import said

if TYPE_CHECKING:
    from markdown_it.token import Token

_TYPES = ("fence", "html_block", "heading_open")
_HEADING_ID = re.compile(r"\s*\{[^{}]*\}\s*$")


def find_blocks(
    text: str, dialect: Dialect = "markdown", *, figures: bool = False
) -> tuple[Block, ...]:
    """The Mermaid blocks of a page, in order; with `figures`, fences whose first word is `figure`
    too.

    A block is

    - a fence of three or more backticks or tildes whose info string has `mermaid` as its first
      word, in any case of letters (CommonMark 0.31, 4.5), is `{mermaid}` (MyST, Quarto), or has
      the class `.mermaid` among its attributes (Pandoc, pymdownx);
    - three or more colons and `mermaid` (the wikis of Azure DevOps) or `{mermaid}` (MyST);
    - an element `<pre class="mermaid">` or `<div class="mermaid">`, in raw HTML of its own;
    - in reStructuredText the directive `.. mermaid::`, but one that names a file.

    Blocks count wherever they are shown as such: in lists, quotes, HTML with empty lines around
    them, and in `markdown` also in the admonitions and tabs of MkDocs. Blocks inside another code
    block, a comment or the page's front matter do not count, and neither do those that say
    `%% diagram: skip` (`mermaid.comments`).
    """
    if "mermaid" not in text.lower() and not (figures and "figure" in text.lower()):
        return ()
    if dialect == "rst":
        from diagramkit.markdown.restructured import find_directives

        return _unskipped(find_directives(text))
    return _unskipped(_Finder(text, dialect, figures).blocks())


def _unskipped(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if said(block.text, "skip") is None)


class _Finder:
    def __init__(self, text: str, dialect: Dialect, figures: bool) -> None:
        self.text = text
        self.dialect = dialect
        self.figures = figures
        self.lines = page_lines(text)
        self.heading: str | None = None

    def blocks(self) -> Iterator[Block]:
        from diagramkit.markdown.parser import parse

        is_heading = False
        for token in parse(self.text, self.dialect, _TYPES):
            if token.type == "inline" and is_heading:
                self.heading = token.content
            elif token.type == "html_block":
                found = Elements(self.text, self.lines, token)
                for block, heading in found.blocks(self.heading):
                    yield replace(block, heading=self._plain(heading))
                self.heading = found.heading
            elif token.type == "fence":
                yield from self._fence(token)
            is_heading = token.type == "heading_open"

    def _plain(self, heading: str | None) -> str | None:
        from diagramkit.markdown.parser import plain

        return plain(_HEADING_ID.sub("", heading)) or None if heading else None

    def _fence(self, token: Token) -> Iterator[Block]:
        opening = read_info(token.info, figures=self.figures)
        if opening is None or token.map is None:
            return
        first, after = token.map
        line = self.lines[first]
        start = self.text.index(token.markup, line.start, line.end)
        rows = token.content.split("\n")
        complete = not rows[-1]  # else the page ends inside a line of the block
        if complete:
            rows.pop()
        options, name = read_options(rows) if opening.is_directive else (0, None)
        begin = first + 1 + options
        yield Block(
            "\n".join([*rows[options:], ""]) if complete else "\n".join(rows[options:]),
            begin + 1,
            start,
            self.lines[after - 1].end,
            marker_prefix(self.text, line, start),
            self._span(begin, first + 1 + len(rows)),
            id=opening.id or name,
            heading=self._plain(self.heading),
            is_figure=opening.is_figure,
        )

    def _span(self, first: int, after: int) -> tuple[int, int]:
        """The offsets of whole lines, from `first` up to `after`."""
        if first >= len(self.lines):
            return len(self.text), len(self.text)
        begin = self.lines[first].start
        return begin, max(begin, self.lines[after - 1].after)
