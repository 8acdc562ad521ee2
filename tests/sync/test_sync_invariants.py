"""Whatever a page looks like: as many diagrams, the same text around them, and a second run finds
nothing to do; else the page is left and that is said."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.markdown import find_blocks
from diagramkit.sync import Look, sync_text
from diagramkit.sync.document import Synced
from diagramkit.themes import editorial

Directive = Literal["keep", "always", "never"]
INIT = '%%{init: {"theme": "base", "themeVariables": {"lineColor": "#ff0000"}}}%%'
STATEMENTS = st.sampled_from(
    [
        "flowchart LR",
        "graph TD;",
        "  A --> B",
        "  A:::x --> B:::accent",
        "  A --> B; C --> D",
        "  classDef default fill:#fff",
        "  classDef accent fill:#f00;",
        "  class A,B note",
        "  style A fill:#eee,stroke:#333",
        "  linkStyle 0 stroke:#f00",
        "  linkStyle default stroke:#0f0;",
        "  subgraph S",
        "  end",
        "  %% words",
        f"  {INIT}",
        INIT,
        "---\nconfig:\n  theme: dark\n---",
        "sequenceDiagram",
        "  A->>B: hi",
        "pie",
        '  "a": 1',
        "",
        "\t",
    ]
)
OPENINGS = st.sampled_from(
    ["```mermaid", "~~~ mermaid", "````Mermaid", ":::mermaid", "```js", "```"]
)
LEADS = st.sampled_from(["", "> ", "- ", "  ", "1. ", "> - ", "\t", "    "])
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lead, end, opening = draw(LEADS), draw(ENDS), draw(OPENINGS)
        rest = lead if ">" in lead else " " * len(lead)
        rows = draw(st.lists(STATEMENTS, min_size=1, max_size=7))
        closing = draw(st.sampled_from([opening[:4].rstrip("mM "), "", "words"]))
        body = [row for text in rows for row in text.split("\n")]
        lines = [draw(st.sampled_from(["words", "", "# T"])), "", lead + opening]
        lines += [rest + row for row in body] + [rest + closing, draw(st.sampled_from(["", "x"]))]
        parts.append(end.join(lines) + draw(st.sampled_from([end, ""])))
    return "".join(parts)


def around(text: str) -> list[str]:
    blocks = find_blocks(text)
    ends = [0, *(block.body[1] for block in blocks)]
    starts = [*(block.body[0] for block in blocks), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


@given(pages(), st.sampled_from(["keep", "always", "never"]))
def test_a_page_keeps_its_diagrams_and_all_around_them(text: str, directive: Directive) -> None:
    synced = sync(text, directive)
    assert around(synced.text) == around(text)


@given(pages(), st.sampled_from(["keep", "always", "never"]))
def test_a_second_run_changes_nothing(text: str, directive: Directive) -> None:
    once = sync(text, directive)
    assert sync(once.text, directive).text == once.text


@given(pages(), st.sampled_from(["keep", "always", "never"]))
def test_hardly_a_page_has_to_be_left(text: str, directive: Directive) -> None:
    assert [each for each in sync(text, directive).problems if "would" in each.message] == []


@pytest.mark.parametrize("lead", ["", "> "])
def test_a_line_that_goes_and_one_that_comes_behind_it_keep_the_fence(lead: str) -> None:
    rows = ["```mermaid", "flowchart LR", "A --> B", INIT, "```", "words"]
    text = "".join(f"{lead}{row}\n" for row in rows)
    lines = sync(text, "never").text.splitlines()
    assert lines[-2:] == [f"{lead}```", f"{lead}words"]
    assert INIT not in "".join(lines)


def test_a_block_whose_lines_are_written_as_html_keeps_its_entities() -> None:
    text = '<pre class="mermaid">\nflowchart LR\n  A --&gt; B:::accent\n</pre>\n'
    synced = sync(text, "keep").text
    assert synced.startswith(text.removesuffix("</pre>\n"))
    assert synced.endswith("</pre>\n")


def sync(text: str, directive: Directive) -> Synced:
    look = Look(editorial, directive=directive)
    return sync_text(text, "a.md", look, markdown=True)
