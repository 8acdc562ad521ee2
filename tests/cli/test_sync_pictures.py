"""`diagrams sync --pictures`: blocks become pictures, their sources files of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ONE = "flowchart LR\n  accTitle: One & all\n  A --> B\n"
TWO = "flowchart LR\n  C --> D\n"
OTHER = "sequenceDiagram\n  A->>B: x\n"
INDENTED = TWO.replace("\n", "\n  ")
PAGE = f"# Notes\n\n```mermaid\n{ONE}```\n\n- x\n\n  ~~~mermaid\n  {INDENTED}~~~\n\nwords  \n"


@pytest.fixture(autouse=True)
def _page(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("notes.md").write_text(PAGE)


def test_blocks_become_pictures_for_light_and_dark_pages(run: Run) -> None:
    assert run("sync", "--pictures").status == 0
    assert Path("notes.md").read_text() == (
        '# Notes\n\n<picture><source media="(prefers-color-scheme: dark)" '
        'srcset="rendered/notes-1.dark.svg"><img alt="One &amp; all" '
        'src="rendered/notes-1.light.svg"></picture>\n\n- x\n\n  '
        '<picture><source media="(prefers-color-scheme: dark)" '
        'srcset="rendered/notes-2.dark.svg"><img alt="Notes 2" '
        'src="rendered/notes-2.light.svg"></picture>\n\nwords  \n'
    )
    assert Path("rendered/notes-1.light.svg").read_text().startswith("<svg")
    assert "#171717" in Path("rendered/notes-2.dark.svg").read_text()


def test_the_source_moves_to_a_file_and_is_in_step(run: Run) -> None:
    run("sync", "--pictures")
    assert Path("notes-1.mmd").read_text().startswith(ONE)
    assert run("sync", "--check").status == 0


def test_a_second_run_changes_nothing(run: Run) -> None:
    run("sync", "--pictures")
    files = {path: path.read_bytes() for path in Path().rglob("*.*")}
    assert run("sync", "--pictures", "--check").status == 0
    run("sync", "--pictures")
    assert {path: path.read_bytes() for path in Path().rglob("*.*")} == files


def test_the_pictures_follow_their_source(run: Run) -> None:
    run("sync", "--pictures")
    before = Path("rendered/notes-2.light.svg").read_bytes()
    Path("notes-2.mmd").write_text(Path("notes-2.mmd").read_text() + "  D --> E\n")
    assert run("sync", "--pictures", "--check").status == 1
    assert run("sync", "--pictures").status == 0
    assert Path("rendered/notes-2.light.svg").read_bytes() != before


def test_the_pictures_follow_the_theme(run: Run) -> None:
    run("sync", "--pictures")
    before = Path("rendered/notes-1.light.svg").read_bytes()
    run("sync", "--pictures", "--theme", "blueprint")
    assert Path("rendered/notes-1.light.svg").read_bytes() != before


def test_a_new_block_takes_a_number_that_is_free(run: Run) -> None:
    run("sync", "--pictures")
    text = f"```mermaid\n{TWO}```\n\n" + Path("notes.md").read_text()
    Path("notes.md").write_text(text)
    run("sync", "--pictures")
    assert Path("notes-3.mmd").read_text().startswith(TWO)
    assert Path("notes-1.mmd").read_text().startswith(ONE)


def test_a_file_that_a_stopped_run_left_is_taken_up(run: Run) -> None:
    run("sync", "--pictures")
    left = Path("notes-1.mmd").read_text()
    Path("notes.md").write_text(f"```mermaid\n{left}```\n")
    run("sync", "--pictures")
    assert "rendered/notes-1.dark.svg" in Path("notes.md").read_text()


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_check_and_diff_write_nothing(run: Run, option: str) -> None:
    assert run("sync", "--pictures", option).status == 1
    assert [path.name for path in Path().iterdir()] == ["notes.md"]
    assert Path("notes.md").read_text() == PAGE


def test_other_kinds_stay_blocks(run: Run) -> None:
    page = f"```mermaid\n{OTHER}```\n"
    Path("notes.md").write_text(page)
    assert run("sync", "--pictures").status == 0
    assert Path("notes.md").read_text() == page


def test_what_cannot_be_read_stays_a_block_and_is_named_once(run: Run) -> None:
    Path("notes.md").write_text("```mermaid\nflowchart LR\n  A -->\n```\n" + PAGE)
    ran = run("sync", "--pictures")
    assert ran.status == 2
    assert ran.err.count("notes.md:3:") == 1
    assert Path("notes.md").read_text().startswith("```mermaid\nflowchart LR\n  A -->\n```\n# No")


def test_mdx_gets_jsx(run: Run) -> None:
    Path("notes.md").rename("notes.mdx")
    run("sync", "--pictures")
    text = Path("notes.mdx").read_text()
    assert 'srcSet="rendered/notes-1.dark.svg" /><img alt="One &amp; all"' in text
    assert 'src="rendered/notes-1.light.svg" /></picture>' in text
