"""Finding Mermaid blocks in Markdown and putting pictures in their place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.markdown import find_blocks, replace_blocks

FOUND = {
    "backticks": "```mermaid\na\n```\n",
    "tildes": "~~~mermaid\na\n~~~\n",
    "a longer fence": "`````mermaid\na\n`````\n",
    "a longer closing fence": "```mermaid\na\n`````\n",
    "a space before the word": "``` mermaid\na\n```\n",
    "any case of letters": "```Mermaid\na\n```\n",
    "more words after the first": "```mermaid {theme=x} title\na\n```\n",
    "an indented fence": "   ```mermaid\n   a\n   ```\n",
    "a list item": "- b\n\n  ```mermaid\n  a\n  ```\n",
    "the line of a list marker": "1. ```mermaid\n   a\n   ```\n",
    "a block quote": "> ```mermaid\n> a\n> ```\n",
    "a quote in a list": "- > ```mermaid\n  > a\n  > ```\n",
    "details": "<details>\n<summary>b</summary>\n\n```mermaid\na\n```\n\n</details>\n",
    "an admonition": ":::note\n```mermaid\na\n```\n:::\n",
    "colons": ":::mermaid\na\n:::\n",
    "colons and a space": "::: mermaid\na\n:::\n",
    "no closing fence": "```mermaid\na\n",
    "no line end at the end of the file": "```mermaid\na\n```",
    "carriage returns": "```mermaid\r\na\r\n```\r\n",
    "a byte order mark": "\ufeff```mermaid\na\n```\n",
    "a paragraph above": "b\n```mermaid\na\n```\n",
}

NOT_FOUND = {
    "a longer fence around it": "````markdown\n```mermaid\na\n```\n````\n",
    "a tilde fence around it": "~~~\n```mermaid\na\n```\n~~~\n",
    "indented code": "b\n\n    ```mermaid\n    a\n    ```\n",
    "an HTML comment": "<!--\n```mermaid\na\n```\n-->\n",
    "another word first": "```text mermaid\na\n```\n",
    "a longer word": "```mermaids\na\n```\n",
    "a longer word after colons": ":::mermaids\na\n:::\n",
    "two backticks": "``mermaid\na\n``\n",
    "a word in prose": "mermaid\n",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_a_mermaid_block_is_found_in(text: str) -> None:
    (block,) = find_blocks(text)
    assert block.text == "a\n"


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_no_block_is_found_in(text: str) -> None:
    assert find_blocks(text) == ()


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_the_line_of_a_block_is_where_its_text_begins(text: str) -> None:
    (block,) = find_blocks(text)
    assert text.splitlines()[block.line - 1].strip("> ") == "a"


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_the_span_of_a_block_is_its_fence_from_first_to_last_character(text: str) -> None:
    (block,) = find_blocks(text)
    assert text[block.start] in "`~:"
    assert text[block.end :].startswith(("\n", "\r\n")) or not text[block.end :]
    assert "mermaid" not in text[: block.start] + text[block.end :]


def test_indentation_inside_a_block_is_kept() -> None:
    (block,) = find_blocks("- x\n  ```mermaid\n  a\n    b\n  ```\n")
    assert block.text == "a\n  b\n"


def test_an_indented_fence_counts_in_mdx() -> None:
    text = "<Tab>\n\n    ```mermaid\n    a\n    ```\n\n</Tab>\n"
    assert [block.text for block in find_blocks(text, "mdx")] == ["a\n"]


REPLACED = {
    "plain": ("b\n\n```mermaid\na\n```\n\nc\n", "b\n\nPICTURE\n\nc\n"),
    "quote": ("> ```mermaid\n> a\n> ```\n", "> PICTURE\n"),
    "list": ("- b\n\n  ```mermaid\n  a\n  ```\n- c\n", "- b\n\n  PICTURE\n\n- c\n"),
    "list marker": ("1. ```mermaid\n   a\n   ```\n", "1. PICTURE\n"),
    "carriage returns": ("b\r\n```mermaid\r\na\r\n```\r\nc\r\n", "b\r\n\r\nPICTURE\r\n\r\nc\r\n"),
    "text touching": ("b\n```mermaid\na\n```\nc\n", "b\n\nPICTURE\n\nc\n"),
    "a rule touching": ("```mermaid\na\n```\n---\n", "PICTURE\n\n---\n"),
    "text touching in a quote": (
        "> b\n> ```mermaid\n> a\n> ```\n> c\n",
        "> b\n> \n> PICTURE\n>\n> c\n",
    ),
    "byte order mark, trailing blanks": (
        "\ufeff```mermaid\na\n```  \n\nc  \t\n",
        "\ufeffPICTURE\n\nc  \t\n",
    ),
    "no line end at the end": ("```mermaid\na\n```", "PICTURE"),
}


@pytest.mark.parametrize(("text", "expected"), REPLACED.values(), ids=REPLACED)
def test_a_block_is_replaced_by_a_line_that_stands_apart(text: str, expected: str) -> None:
    assert replace_blocks(text, find_blocks(text), ["PICTURE"]) == expected


def test_a_replacement_short_is_refused() -> None:
    text = FOUND["backticks"]
    with pytest.raises(ValueError, match="shorter"):
        replace_blocks(text, find_blocks(text), [])


fragments = st.sampled_from(
    [
        *FOUND.values(),
        *NOT_FOUND.values(),
        *("text\n", "\n", "- ", "> ", "```\n", "~~~", "    ", "\r", "# b\r\n", "<div>\n", "\x00"),
    ]
)
documents = st.lists(fragments | st.text(max_size=8), max_size=12).map("".join)


@given(documents)
def test_blocks_of_any_text_lie_in_it_in_order_and_apart(text: str) -> None:
    position = 0
    for block in find_blocks(text):
        assert position <= block.start < block.end <= len(text)
        assert "mermaid" in text[block.start : block.end].lower()
        position = block.end


@given(documents)
def test_nothing_outside_the_blocks_of_any_text_is_touched(text: str) -> None:
    blocks = find_blocks(text)
    outside = replace_blocks(text, blocks, [""] * len(blocks))
    kept = []
    position = 0
    for block in blocks:
        kept.append(text[position : block.start])
        position = block.end
    kept.append(text[position:])
    position = 0
    for part in kept:  # what is added is empty lines between the parts, and nothing is lost
        position = outside.index(part, position) + len(part)


@pytest.mark.parametrize(
    "text",
    [
        ">" * 100_000 + "```mermaid\n",
        "- " * 50_000 + "```mermaid\n",
        "```mermaid\n" * 50_000,
        "\n".join(" " * depth + "- mermaid" for depth in range(1000)),
    ],
    ids=["quotes", "lists", "fences", "nested lists"],
)
def test_hostile_nesting_is_read_in_seconds(text: str) -> None:
    begun = time.perf_counter()
    find_blocks(text)
    assert time.perf_counter() - begun < 10
