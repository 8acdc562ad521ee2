"""Mermaid blocks in Markdown: where they are, and how to put something else in their place.

markdown-it reads the structure (lists, quotes, longer fences around shorter ones); the text itself
is edited in place, so that every byte outside a block stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_LINE_END = re.compile(r"\r\n?|\n")
_COLONS = re.compile(r":{3,}[ \t]*mermaid\b", re.IGNORECASE)
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line of a text begins, where its words end, and where the next line begins."""

    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True)
class Block:
    """One Mermaid block of a Markdown text.

    `text` is the diagram, without fence, indentation or quote marks, its line ends `\\n`; `line` is
    the line of the file (from 1) on which `text` begins. `start` and `end` bound the whole fence in
    the file's text, in characters, without the line end after it. `prefix` is what a further line
    of the same list item or quote starts with.
    """

    text: str
    line: int
    start: int
    end: int
    prefix: str


def find_blocks(text: str, *, mdx: bool = False) -> tuple[Block, ...]:
    """The Mermaid blocks of a Markdown text, in order: fences and `:::mermaid` containers.

    A block is a fence of three or more backticks or tildes whose info string has `mermaid` as its
    first word, in any case of letters (CommonMark 0.31, 4.5), or three or more colons and
    `mermaid` (the wikis of Azure DevOps). Blocks inside another code block or inside raw HTML do
    not count. `mdx`: four spaces of indentation make no code block, as MDX has it.
    """
    if "mermaid" not in text.lower():
        return ()
    offset = 1 if text.startswith(_BYTE_ORDER_MARK) else 0
    lines = lines_of(text, offset)
    blocks = []
    for token in _parser(mdx).parse(text[offset:]):
        if token.type != "fence" or token.map is None or not _is_mermaid(token.info):
            continue
        first, after = token.map
        line = lines[first]
        start = text.index(token.markup, line.start, line.end)
        # A list marker stands on the first line alone; quote marks stand on every line.
        prefix = re.sub(r"[^>\s]", " ", text[line.start : start])
        blocks.append(Block(token.content, first + 2, start, lines[after - 1].end, prefix))
    return tuple(blocks)


def replace_blocks(text: str, blocks: Sequence[Block], replacements: Sequence[str]) -> str:
    """`text` with each of `blocks`, in order, replaced by the line of the same number.

    The new line gets an empty line on a side where text touched the fence, for a fence stands
    apart by itself and an inline picture does not. Nothing else changes. Raises `ValueError` when
    the two sequences differ in length.
    """
    parts = []
    position = 0
    for block, replacement in zip(blocks, replacements, strict=True):
        parts += [text[position : block.start], _apart(text, block, replacement)]
        position = block.end
    return "".join([*parts, text[position:]])


def _apart(text: str, block: Block, replacement: str) -> str:
    line_end = "\r\n" if "\r\n" in text[block.start : block.end + 2] else "\n"
    quote = block.prefix.rstrip()
    line_start = text.rfind("\n", 0, block.start) + 1
    above = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start]
    # On the line of a list marker there is nothing above to touch.
    begins_line = text[line_start : block.start].lstrip(_BYTE_ORDER_MARK) == block.prefix
    lead = line_end + block.prefix if begins_line and _has_words(above) else ""
    below_start = text.find("\n", block.end) + 1
    below_end = text.find("\n", below_start)
    below = text[below_start : below_end if below_end >= 0 else None] if below_start else ""
    return lead + replacement + (line_end + quote if _has_words(below) else "")


def _has_words(line: str) -> bool:
    return bool(line.strip("> \t\r\n" + _BYTE_ORDER_MARK))


def _is_mermaid(info: str) -> bool:
    return [word.lower() for word in info.split(maxsplit=1)[:1]] == ["mermaid"]


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines of a text from `start` on, counted as CommonMark counts lines."""
    lines = []
    for found in _LINE_END.finditer(text, start):
        lines.append(Line(start, found.start(), found.end()))
        start = found.end()
    return [*lines, Line(start, len(text), len(text))]


@lru_cache(maxsize=2)
def _parser(mdx: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block.fence import make_fence_rule

    colon_fence = make_fence_rule(markers=(":",), disallow_marker_in_info=())

    def mermaid_container(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        start = state.bMarks[first] + state.tShift[first]
        # Other containers (`:::note`) may hold fences of their own: those are left to be read.
        if not _COLONS.match(state.src, start, state.eMarks[first]):
            return False
        return colon_fence(state, first, last, silent)

    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "mermaid_container", mermaid_container, {"alt": ends})
    if mdx:
        parser.disable("code")
    return parser
