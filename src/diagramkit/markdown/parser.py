"""markdown-it with what the dialects add to CommonMark: containers, comments, front matter."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from diagramkit.markdown.block import BYTE_ORDER_MARK
from diagramkit.markdown.dialects import Dialect

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_COLONS = re.compile(r":{3,}[ \t]*(?:mermaid(?=[\s{]|$)|\{mermaid\b)", re.IGNORECASE)
# Admonitions and tabs as Python-Markdown and pymdownx have them: `!!! note`, `??? "More"`,
# `=== "Tab"`, their content indented by four.
_CONTAINER = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]*[\w\"'-]|===[!+]{0,2}[ \t]+[\"']")
_CONTENT_INDENT = 4
_JSX = re.compile(r"</?(?:[A-Za-z][\w.:-]*|>)")
_COMMENTS = {"<!--": "-->", "{/*": "*/}"}
LINK_COMMENT = "[//]: # ("
_FENCES = ("```", "~~~")
_ENDS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


class _Tokens(list["Token"]):
    """Takes the tokens of some types, and the words of headings with the headings.

    The rest is not kept: the tokens of a page take fifty times its size.
    """

    def __init__(self, types: Collection[str]) -> None:
        super().__init__()
        self.types = types

    def append(self, token: Token) -> None:
        is_heading = token.type == "inline" and bool(self) and self[-1].type == "heading_open"
        if token.type in self.types or is_heading:
            super().append(token)


def parse(text: str, dialect: Dialect, types: Collection[str]) -> Sequence[Token]:
    """The block tokens of a page that have one of these types, and the words of headings.

    Lines in their `map` count from 0.
    """
    from markdown_it.rules_core import normalize
    from markdown_it.rules_core.state_core import StateCore

    parser = _parser(dialect)
    state = StateCore(text.removeprefix(BYTE_ORDER_MARK), parser, {})
    normalize(state)
    tokens = _Tokens(types)
    parser.block.parse(state.src, parser, state.env, tokens)
    return tokens


def plain(text: str) -> str:
    """The words of one line of Markdown, without its marks."""
    words = []
    (inline,) = _inline_parser().parseInline(text)
    for token in _flat(inline.children or ()):
        if token.type in ("text", "code_inline", "text_special"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
    return " ".join("".join(words).split())


def _flat(tokens: Sequence[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *_flat(token.children or ()))]


@lru_cache(maxsize=1)
def _inline_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


@lru_cache(maxsize=3)
def _parser(dialect: Dialect) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    rules = parser.block.ruler
    rules.before("fence", "mermaid_container", _mermaid_container, _ENDS)
    rules.before("code", "front_matter", _front_matter)
    rules.before("fence", "link_comment", _link_comment)
    if dialect == "markdown":
        rules.before("fence", "indented_container", _indented_container, _ENDS)
    if dialect == "mdx":
        # Indentation makes no code, and tags are no HTML blocks: what stands in them is read.
        parser.disable(["code", "html_block"])
        rules.before("fence", "mdx_comment", _mdx_comment, _ENDS)
        rules.before("fence", "mdx_tag", _mdx_tag, _ENDS)
    return parser


def _mermaid_container(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """`:::mermaid`; other containers (`:::note`) may hold fences: those are left to be read."""
    from markdown_it.rules_block.fence import make_fence_rule

    start = state.bMarks[first] + state.tShift[first]
    if not _COLONS.match(state.src, start, state.eMarks[first]):
        return False
    fence = make_fence_rule(markers=(":",), disallow_marker_in_info=())
    return fence(state, first, last, silent)


def _indented_container(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """An admonition or a tab of MkDocs, whose content is indented by four."""
    start = state.bMarks[first] + state.tShift[first]
    if state.is_code_block(first) or not _CONTAINER.match(state.src, start, state.eMarks[first]):
        return False
    indent = state.sCount[first] + _CONTENT_INDENT
    after = behind = first + 1
    while behind < last and (state.isEmpty(behind) or state.sCount[behind] >= indent):
        behind += 1
        after = after if state.isEmpty(behind - 1) else behind
    if after == first + 1:
        return False
    if not silent:
        _read_inside(state, first + 1, after, indent)
    return True


def _read_inside(state: StateBlock, first: int, after: int, indent: int) -> None:
    outside = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = indent, after, "container"
    state.push("container_open", "div", 1)
    state.md.block.tokenize(state, first, after)
    state.push("container_close", "div", -1)
    state.blkIndent, state.lineMax, state.parentType = outside
    state.line = after


def _mdx_comment(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A comment of MDX that begins a line, up to the line in which it ends."""
    start = state.bMarks[first] + state.tShift[first]
    opening = next((mark for mark in _COMMENTS if state.src.startswith(mark, start)), None)
    if opening is None:
        return False
    if silent:
        return True
    closing = state.src.find(_COMMENTS[opening], start + len(opening), state.eMarks[last - 1])
    after = first + 1
    while after < last and (closing < 0 or state.eMarks[after - 1] < closing):
        after += 1
    token = state.push("html_block", "", 0)
    token.map = [first, after]
    token.content = state.getLines(first, after, state.blkIndent, True)
    state.line = after
    return True


def _link_comment(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: ARG001
    """`[//]: # (words)`: the definition of a link that nothing refers to, which every reader of
    Markdown leaves out of the page. Like any definition it does not interrupt a paragraph."""
    start = state.bMarks[first] + state.tShift[first]
    if state.is_code_block(first) or not state.src.startswith(LINK_COMMENT, start):
        return False
    if not state.src[start : state.eMarks[first]].rstrip().endswith(")"):
        return False
    token = state.push("link_comment", "", 0)
    token.map = [first, first + 1]
    state.line = first + 1
    return True


def _mdx_tag(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A line of MDX that is tags from end to end; what stands below it is a block of its own."""
    line = _line(state, first).strip()
    if last <= first or not _JSX.match(line) or not line.endswith(">"):
        return False
    if not silent:
        token = state.push("html_block", "", 0)
        token.map = [first, first + 1]
        token.content = state.getLines(first, first + 1, state.blkIndent, True)
        state.line = first + 1
    return True


def _front_matter(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """YAML between two lines `---` at the head of a page."""
    if first or silent or state.parentType != "root" or _line(state, 0).rstrip() != "---":
        return False
    for number in range(1, last):
        line = _line(state, number)
        if line.rstrip() in ("---", "..."):
            state.line = number + 1
            return True
        # No YAML begins so: the first line was a thematic break.
        if line.startswith(_FENCES) or (number == 1 and not line.strip()):
            return False
    return False


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]
