"""Diagrams put back in the form of their blocks, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.markdown import Block, Dialect, find_blocks, rewrite_blocks

# Each with a block `a` + `b`; then with `a` + `<new>` + `b`.
SHAPES: dict[str, tuple[Dialect, str, str]] = {
    "a fence": ("markdown", "```mermaid\na\nb\n```\n", "```mermaid\na\n<new>\nb\n```\n"),
    "no end": ("markdown", "```mermaid\na\nb", "```mermaid\na\n<new>\nb"),
    "carriage returns": (
        "markdown",
        "x\r\n```mermaid\r\na\r\nb\r\n```\r\n",
        "x\r\n```mermaid\r\na\r\n<new>\r\nb\r\n```\r\n",
    ),
    "a quote": (
        "markdown",
        "> ```mermaid\n> a\n>b\n> ```\n",
        "> ```mermaid\n> a\n> <new>\n>b\n> ```\n",
    ),
    "a list": (
        "markdown",
        "- ```mermaid\n  a\n  b\n  ```",
        "- ```mermaid\n  a\n  <new>\n  b\n  ```",
    ),
    "tabs": (
        "markdown",
        "-\t~~~mermaid\n\ta\n\tb\n\t~~~",
        "-\t~~~mermaid\n\ta\n\t<new>\n\tb\n\t~~~",
    ),
    "MkDocs": (
        "markdown",
        "!!! x\n\n    ```mermaid\n    a\n    b\n    ```\n",
        "!!! x\n\n    ```mermaid\n    a\n    <new>\n    b\n    ```\n",
    ),
    "options": (
        "markdown",
        "```{mermaid}\n:name: x\n\na\nb\n```\n",
        "```{mermaid}\n:name: x\n\na\n<new>\nb\n```\n",
    ),
    "an element": (
        "markdown",
        '<pre class="mermaid">\n  a\n  b\n</pre>\n',
        '<pre class="mermaid">\n  a\n  &lt;new&gt;\n  b\n</pre>\n',
    ),
    "an element of one line": (
        "markdown",
        '> <pre class="mermaid">a\n> b</pre>\n',
        '> <pre class="mermaid">a\n> &lt;new&gt;\n> b</pre>\n',
    ),
    "reStructuredText": (
        "rst",
        ".. mermaid::\n   :name: x\n\n   a\n   b\n\nc\n",
        ".. mermaid::\n   :name: x\n\n   a\n   <new>\n   b\n\nc\n",
    ),
}


@pytest.mark.parametrize(("dialect", "before", "after"), SHAPES.values(), ids=SHAPES)
def test_a_new_line_is_put_in_the_form_of(dialect: Dialect, before: str, after: str) -> None:
    (block,) = find_blocks(before, dialect)
    new = block.text.replace("a\n", "a\n<new>\n")
    assert rewrite_blocks(before, [block], [new]) == after
    assert [one.text for one in find_blocks(after, dialect)] == [new]


def test_a_line_that_stays_keeps_its_bytes_and_a_changed_one_what_it_shares() -> None:
    text = '<pre class="mermaid">\na --&#62; b\nc --&#62; d &quot;\n</pre>\n'
    (block,) = find_blocks(text)
    new = block.text.replace("d", "<e>")
    assert rewrite_blocks(text, [block], [new]) == text.replace("d &", "&lt;e&gt; &")


def test_a_sign_that_markdown_replaces_stays_in_the_file() -> None:
    text = "```mermaid\na\x00b\n```\n"
    (block,) = find_blocks(text)
    assert rewrite_blocks(text, [block], [block.text.replace("b", "c")]) == text.replace("b", "c")


@pytest.mark.parametrize("end", ["\u2028", "\x0c", "\x0b", "\x85"])
def test_what_ends_no_line_in_markdown_ends_none_in_a_block(end: str) -> None:
    text = f"```mermaid\na{end}b\nc\n```\n"
    (block,) = find_blocks(text)
    assert rewrite_blocks(text, [block], [block.text.replace("c", "d")]) == text.replace("c", "d")


def test_an_empty_block_is_filled() -> None:
    for text in ("```mermaid\n```\n", "```mermaid", "> ```mermaid\n> ```\n"):
        (block,) = find_blocks(text)
        (filled,) = find_blocks(rewrite_blocks(text, [block], ["a\n"]))
        assert filled.text.rstrip() == "a"


def test_too_few_diagrams_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        rewrite_blocks("```mermaid\n```\n", find_blocks("```mermaid\n```\n"), [])


DIALECTS = st.sampled_from(["markdown", "mdx", "quarto", "rst"])
PIECES = st.sampled_from(
    [
        *(before for _, before, _ in SHAPES.values()),
        *("```\n", "~~~", "    ", "\t", "\r", "\r\n", "\n", "> ", "- ", "1. ", "# b\n", "<div>\n"),
        *("<!--", "-->", "</pre>", "!!! x\n", '=== "x"\n', "---\n", "\x00", "\x0c", "\u2028"),
        *("\ufeff", "{/*", "*/}", "::\n\n", "..", ":::\n", "mermaid", "&gt;", "&", "\ud800"),
    ]
)
PAGES = st.lists(PIECES | st.text(max_size=6), max_size=12).map("".join)


@given(PAGES, DIALECTS)
def test_the_diagrams_of_any_page_put_back_give_the_same_page(page: str, dialect: Dialect) -> None:
    blocks = find_blocks(page, dialect)
    for block in blocks:
        assert block.start <= block.body[0] <= block.body[1] <= len(page)
    assert rewrite_blocks(page, blocks, [block.text for block in blocks]) == page


@given(PAGES, DIALECTS)
def test_lines_added_to_any_page_leave_its_blocks_and_all_bytes_outside(
    page: str, dialect: Dialect
) -> None:
    blocks = find_blocks(page, dialect)
    wanted = [_longer(block.text) for block in blocks]
    after = rewrite_blocks(page, blocks, wanted)
    found = find_blocks(after, dialect)
    assert [one.text.rstrip() for one in found] == [text.rstrip() for text in wanted]
    assert _outside(after, found) == _outside(page, blocks)


def _longer(text: str) -> str:
    """A line more behind the first line with words."""
    rows = text.split("\n")
    number = next((number for number, row in enumerate(rows) if row.strip()), 0)
    return "\n".join([*rows[: number + 1], "new --> x", *rows[number + 1 :]])


def _outside(page: str, blocks: tuple[Block, ...]) -> list[str]:
    places = [0, *(place for block in blocks for place in block.body), len(page)]
    return [page[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]
