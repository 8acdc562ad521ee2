"""Mermaid blocks as each dialect writes them: what is found, and what they are called."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from diagramkit.markdown import Dialect, dialect_of, find_blocks

FOUND: dict[str, tuple[Dialect, str]] = {
    "MyST": ("markdown", "```{mermaid}\na\n```\n"),
    "MyST with options": ("markdown", "```{mermaid}\n:alt: x\n:zoom:\n\na\n```\n"),
    "MyST with colons": ("markdown", ":::{mermaid}\na\n:::\n"),
    "Quarto": ("quarto", "```{mermaid}\na\n```\n"),
    "R Markdown": ("quarto", '```{mermaid, fig.cap="x"}\na\n```\n'),
    "Pandoc": ("markdown", "``` {.mermaid}\na\n```\n"),
    "Pandoc with attributes": ("markdown", "~~~{.mermaid #b width=30}\na\n~~~\n"),
    "pymdownx with classes": ("markdown", "``` { .mermaid .annotate }\na\n```\n"),
    "a name behind the word": ("markdown", "```mermaid{#b}\na\n```\n"),
    "an admonition of MkDocs": ("markdown", "!!! note\n\n    ```mermaid\n    a\n    ```\n"),
    "an admonition without a gap": ("markdown", "!!! note\n    ```mermaid\n    a\n    ```\n"),
    "folded details of MkDocs": ("markdown", '??? "B"\n\n    ```mermaid\n    a\n    ```\n'),
    "open details of MkDocs": ("markdown", '???+ tip "B"\n\n    ```mermaid\n    a\n    ```\n'),
    "a tab of MkDocs": ("markdown", '=== "B"\n\n    ```mermaid\n    a\n    ```\n'),
    "a tab in an admonition": (
        "markdown",
        '!!! note\n\n    === "B"\n\n        ```mermaid\n        a\n        ```\n',
    ),
    "an admonition in a list": (
        "markdown",
        "- b\n\n    !!! note\n\n        ```mermaid\n        a\n        ```\n",
    ),
    "an admonition below a paragraph": (
        "markdown",
        "b\n!!! note\n    c\n\n    ```mermaid\n    a\n    ```\n",
    ),
    "an element": ("markdown", '<pre class="mermaid">\na\n</pre>\n'),
    "an element with more classes": ("markdown", "<pre id=b class='x Mermaid'>\na\n</pre>\n"),
    "an element in a quote": ("markdown", '> <pre class="mermaid">\n> a\n> </pre>\n'),
    "an element in another": ("markdown", '<div>\n<pre class="mermaid">\n  a\n</pre>\n</div>\n'),
    "a division": ("markdown", '<div class="mermaid">\na\n</div>\n'),
    "JSX around it": ("mdx", "<Tab>\n```mermaid\na\n```\n</Tab>\n"),
    "indented JSX around it": (
        "mdx",
        "<Tabs>\n  <Tab>\n    ```mermaid\n    a\n    ```\n  </Tab>\n",
    ),
    "reStructuredText": ("rst", ".. mermaid::\n\n   a\n"),
    "reStructuredText with options": ("rst", ".. mermaid::\n   :alt: b\n   :zoom:\n\n   a\n"),
    "a container in reStructuredText": ("rst", ".. note::\n\n   .. mermaid::\n\n      a\n\nb\n"),
    "a list in reStructuredText": ("rst", "* b\n\n  .. mermaid::\n\n     a\n\n* c\n"),
}

NOT_FOUND: dict[str, tuple[Dialect, str]] = {
    "a longer word in braces": ("markdown", "```{mermaids}\na\n```\n"),
    "another class": ("markdown", "``` {.python .x-mermaid}\na\n```\n"),
    "a directive that names a file": ("markdown", "```{mermaid} b.mmd\n```\n"),
    "a directive that only shows it": (
        "markdown",
        "````{code-block} md\n```mermaid\na\n```\n````\n",
    ),
    "code below no container": ("markdown", "a!!! b\n\n    ```mermaid\n    a\n    ```\n"),
    "code behind a container": (
        "markdown",
        "!!! note\n\n    b\n\nc\n\n    ```mermaid\n    a\n    ```\n",
    ),
    "code in a container": ("markdown", "!!! b\n\n        ```mermaid\n        a\n        ```\n"),
    "a container in Quarto": ("quarto", "!!! note\n\n    ```mermaid\n    a\n    ```\n"),
    "a container in MDX's comment": ("mdx", "{/*\n```mermaid\na\n```\n*/}\n"),
    "an HTML comment in MDX": ("mdx", "<!--\n```mermaid\na\n```\n-->\n"),
    "an element in code": ("markdown", '```html\n<pre class="mermaid">\na\n</pre>\n```\n'),
    "an element of another class": ("markdown", '<pre class="not-mermaid">\na\n</pre>\n'),
    "an element that shows one": (
        "markdown",
        '<pre>\n<div class="mermaid">\na\n</div>\n</pre>\n',
    ),
    "an element in a comment": ("markdown", '<!--\n<pre class="mermaid">\na\n</pre>\n-->\n'),
    "an element without an end": ("markdown", '<pre class="mermaid">\na\n'),
    "front matter": ("markdown", "---\nb: |\n  ```mermaid\n  a\n  ```\n---\n"),
    "code in reStructuredText": ("rst", ".. code-block:: rst\n\n   .. mermaid::\n\n      a\n"),
    "a literal block": ("rst", "So::\n\n   .. mermaid::\n\n      a\n"),
    "a comment in reStructuredText": ("rst", ".. Later\n\n   .. mermaid::\n\n      a\n"),
    "an empty comment": ("rst", "..\n   .. mermaid::\n\n      a\n"),
    "a file in reStructuredText": ("rst", ".. mermaid:: b.mmd\n"),
    "an empty directive": ("rst", ".. mermaid::\n   :name: b\n\nc\n"),
    "a fence in reStructuredText": ("rst", "```mermaid\na\n```\n"),
}


@pytest.mark.parametrize(("dialect", "text"), FOUND.values(), ids=FOUND)
def test_a_mermaid_block_is_found_in(dialect: Dialect, text: str) -> None:
    (block,) = find_blocks(text, dialect)
    assert block.text == "a\n"
    assert text.splitlines()[block.line - 1].strip("> ") == "a"


@pytest.mark.parametrize(("dialect", "text"), FOUND.values(), ids=FOUND)
def test_a_block_is_bound_by_its_fence_element_or_directive(dialect: Dialect, text: str) -> None:
    (block,) = find_blocks(text, dialect)
    assert text[block.start] in "`~:<."
    assert "mermaid" in text[block.start : block.end].lower()
    assert text[slice(*block.body)].strip("> \n") == "a"


@pytest.mark.parametrize(("dialect", "text"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_no_block_is_found_in(dialect: Dialect, text: str) -> None:
    assert find_blocks(text, dialect) == ()


def test_a_thematic_break_at_the_head_of_a_page_is_no_front_matter() -> None:
    text = "---\n\n```mermaid\na\n```\n\n---\n"
    assert len(find_blocks(text)) == 1


def test_the_entities_of_an_element_are_decoded() -> None:
    text = '<pre class="mermaid">a --&gt; b &amp; c["&quot;"]&#10;</pre>\n'
    (block,) = find_blocks(text)
    assert block.text == 'a --> b & c["""]&#10;'


def test_the_indentation_of_an_element_is_no_part_of_its_diagram() -> None:
    (block,) = find_blocks('<pre class="mermaid">\n    a\n\n      b\n  </pre>\n')
    assert block.text == "a\n\n  b\n"


@pytest.mark.parametrize(
    ("name", "dialect"),
    [
        ("a.md", "markdown"),
        ("A.MDX", "mdx"),
        ("a.qmd", "quarto"),
        ("a.rst", "rst"),
        ("a", "markdown"),
    ],
)
def test_the_suffix_of_a_page_says_how_it_is_read(name: str, dialect: Dialect) -> None:
    assert dialect_of(PurePath(name)) == dialect


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("markdown", "```mermaid {#pay}\na\n```\n"),
        ("markdown", "```mermaid title {.wide #pay}\na\n```\n"),
        ("markdown", "``` {#pay .mermaid}\na\n```\n"),
        ("markdown", "```{mermaid}\n:name: pay\n\na\n```\n"),
        ("markdown", "```{mermaid}\n---\nname: pay\n---\na\n```\n"),
        ("quarto", "```{mermaid}\n%%| fig-cap: b\n%%| label: pay\na\n```\n"),
        ("quarto", "```{mermaid #pay}\na\n```\n"),
        ("markdown", '<pre data-id="x" class="mermaid" id="pay">\na\n</pre>\n'),
        ("rst", ".. mermaid::\n   :align: center\n   :name: pay\n\n   a\n"),
    ],
)
def test_a_block_has_the_name_of_its_attributes(dialect: Dialect, text: str) -> None:
    (block,) = find_blocks(text, dialect)
    assert block.id == "pay"


@pytest.mark.parametrize("text", ["```mermaid\na\n```\n", "```mermaid # b {x=1}\na\n```\n"])
def test_a_block_without_attributes_has_no_name(text: str) -> None:
    (block,) = find_blocks(text)
    assert block.id is None


@pytest.mark.parametrize(
    ("dialect", "above", "heading"),
    [
        ("markdown", "## Pay **now** with `x` & [y](z)\n\n", "Pay now with x & y"),
        ("markdown", "# Pay {#pay .x}\n\n", "Pay"),
        ("markdown", "Pay\n===\n\n", "Pay"),
        ("markdown", "# One\n\n## Pay\n\nwords\n\n", "Pay"),
        ("markdown", '<h1 align="center">Pay <b>now</b></h1>\n\n', "Pay now"),
        ("markdown", "---\ntitle: x\n---\n\n", None),
        ("markdown", "```md\n# Pay\n```\n\n", None),
        ("mdx", "# Pay\n\n<Tab>\n", "Pay"),
        ("rst", "Pay ``x`` and :ref:`now <y>`\n=============================\n\n", "Pay x and now"),
        ("rst", "===\nPay\n===\n\n", "Pay"),
    ],
)
def test_a_block_has_the_nearest_heading_above_it(
    dialect: Dialect, above: str, heading: str | None
) -> None:
    block = ".. mermaid::\n\n   a\n" if dialect == "rst" else "```mermaid\na\n```\n"
    (found,) = find_blocks(f"{above}{block}\n# Below\n", dialect)
    assert found.heading == heading
