"""Every byte that says nothing of the look stays: odd files, and files of any shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.markdown import find_blocks
from diagramkit.sync import Look, sync_text
from diagramkit.themes import editorial

from .looks import ACCENT, PRIMARY

Sync = Callable[..., str]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("fence", "lead"), [("```", ""), ("~~~~", ""), ("```", "> "), (":::", "")])
def test_a_page_keeps_its_line_ends_marks_and_blanks(
    sync: Sync, end: str, mark: str, fence: str, lead: str
) -> None:
    lines = ["# Caf\u00e9  ", "", f"{lead}{fence} mermaid", f"{lead}flowchart LR  "]
    new = f"{lead} classDef accent {ACCENT}"
    tail = [f"{lead}{fence}", "", "last \t"]
    before = mark + end.join([*lines, f"{lead} A:::accent\t", *tail])
    after = mark + end.join([*lines, f"{lead} A:::accent\t", new, *tail])
    assert sync(before, markdown=True) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- x\n\n  ```mermaid\n  graph\n  A\n  ```\n",
            "- x\n\n  ```mermaid\n  graph\n  A\n  +\n  ```\n",
        ),
        ("- ```mermaid\n  graph\n    A\n  ```\n", "- ```mermaid\n  graph\n    A\n    +\n  ```\n"),
        ("> - ~~~mermaid\n>   graph\n>   A\n", "> - ~~~mermaid\n>   graph\n>   A\n>   +\n"),
        ("-\t```mermaid\n\tgraph\n\t\tA\n\t```", "-\t```mermaid\n\tgraph\n\t\tA\n\t\t+\n\t```"),
        ("```mermaid\ngraph\nA", "```mermaid\ngraph\nA\n+"),
        ("```mermaid\ngraph\nA\n\n\n```", "```mermaid\ngraph\nA\n+\n\n\n```"),
        ("````mermaid\ngraph\nA\n````", "````mermaid\ngraph\nA\n+\n````"),
        ("````md\n```mermaid\ngraph\nA\n```\n````\n", None),
        ("    ```mermaid\n    graph\n    A\n    ```\n", None),
        ("<pre>\n```mermaid\ngraph\nA\n```\n</pre>\n", None),
        (
            "<details>\n\n```mermaid\ngraph\nA\n```\n</details>\n",
            "<details>\n\n```mermaid\ngraph\nA\n+\n```\n</details>\n",
        ),
    ],
)
def test_a_new_line_is_led_in_like_the_line_above_it(before: str, after: str | None) -> None:
    synced = sync_text(before, "a.md", Look(editorial), markdown=True)
    wanted = before if after is None else after.replace("+", f"classDef default {PRIMARY}")
    assert synced.text == wanted


def test_mdx_has_no_code_by_indentation(sync: Sync) -> None:
    text = "<Tab>\n\n    ```mermaid\n    graph\n    A\n    ```\n\n</Tab>\n"
    synced = sync(text, markdown=True, name="a.mdx")
    assert synced == text.replace("A\n", f"A\n    classDef default {PRIMARY}\n")


def test_the_last_line_of_a_file_gives_up_the_break_before_it(sync: Sync) -> None:
    text = f"graph\r\nA:::accent\r\nclassDef accent {ACCENT}\r\nstyle A fill:red"
    assert sync(text) == f"graph\r\nA:::accent\r\nclassDef accent {ACCENT}"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "!!! x\n\n    ```mermaid\n    graph\n    A\n    ```\n", "    + {}"),
        ("a.md", "```{mermaid}\n:name: x\n\ngraph\nA\n```\n", "+ {}"),
        ("a.qmd", "```{mermaid}\n%%| label: x\ngraph\nA\n```\n", "+ {}"),
        ("a.md", "``` {.mermaid}\ngraph\nA\n```\n", "+ {}"),
        ("a.md", '<pre class="mermaid">\n  graph\n  A\n</pre>\n', "  + {}"),
        ("a.rst", ".. mermaid::\n   :name: x\n\n   graph\n   A\n", "   + {}"),
    ],
)
def test_a_block_of_any_dialect_is_brought_in_step(name: str, before: str, after: str) -> None:
    synced = sync_text(before, name, Look(editorial), markdown=True)
    line = after.replace("+ {}", f"classDef default {PRIMARY}")
    assert synced.text == before.replace("A\n", f"A\n{line}\n")


def test_entities_that_stand_in_an_element_stay() -> None:
    text = '<pre class="mermaid">graph LR\n  A --&#62; B["x &amp; y"]</pre>\n'
    synced = sync_text(text, "a.md", Look(editorial), markdown=True)
    assert 'A --&#62; B["x &amp; y"]\n  classDef' in synced.text
    assert synced.text.endswith("</pre>\n")


@pytest.mark.parametrize("lead", ["", "> ", "- "])
def test_a_directive_taken_from_the_last_line_leaves_the_closing_fence(lead: str) -> None:
    further = "  " if lead == "- " else lead
    lines = ["```mermaid", "graph", "  A", "%%{init: {'theme':'dark'}}%%", "```", "", "below"]
    before = lead + f"\n{further}".join(lines)
    wanted = [*lines[:3], f"classDef default {PRIMARY}", *lines[4:]]
    synced = sync_text(before, "a.md", Look(editorial, directive="never"), markdown=True)
    assert synced.text == lead + f"\n{further}".join(wanted)


def test_the_end_of_an_element_written_in_entities_does_not_end_it() -> None:
    text = '<pre class="mermaid">graph\n A["&#60;/pre&#62;"]</pre>\n'
    synced = sync_text(text, "a.md", Look(editorial), markdown=True)
    assert "&#60;/pre&#62;" in synced.text


WORDS = st.text("ab \t#>*`~-:|\u00e9\n\r", max_size=60)
BLOCKS = st.sampled_from(
    [
        "```mermaid\nflowchart LR\n  A --> B\n```\n",
        "~~~mermaid\r\ngraph TD\r\n\tA:::x -->|y| B\r\n~~~\r\n",
        "> ```mermaid\n> graph TD\n> subgraph S\n> A\n> end\n> ```\n",
        "- ```mermaid\n  graph\n  A\n  classDef default fill:#fff;\n  ```\n",
        ":::mermaid\nsequenceDiagram\nA->>B: x\n:::\n",
    ]
)


@given(st.lists(st.one_of(WORDS, BLOCKS), max_size=6).map("\n".join))
def test_what_lies_outside_of_blocks_is_identical(text: str) -> None:
    synced = sync_text(text, "a.md", Look(editorial), markdown=True)
    assert outside(synced.text) == outside(text)


@given(st.lists(st.one_of(WORDS, BLOCKS), max_size=6).map("\n".join))
def test_a_second_run_changes_nothing(text: str) -> None:
    once = sync_text(text, "a.md", Look(editorial), markdown=True)
    again = sync_text(once.text, "a.md", Look(editorial), markdown=True)
    assert (again.text, again.differences) == (once.text, ())


def outside(text: str) -> list[str]:
    """The stretches of a page between its blocks."""
    stretches, place = [], 0
    for block in find_blocks(text):
        stretches.append(text[place : block.start])
        place = block.end
    return [*stretches, text[place:]]


def test_a_page_that_would_grow_beyond_what_is_read_is_left_and_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("diagramkit.sync.document.MAX_BYTES", 100)
    text = "```mermaid\nflowchart LR\n  A:::accent\n```\n"
    synced = sync_text(text, "a.md", Look(editorial), markdown=True)
    assert (synced.text, synced.changed) == (text, 0)
    assert "larger than 100 bytes" in synced.problems[0].message
