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


def test_a_block_becomes_a_place_that_names_its_source_and_shows_its_picture(run: Run) -> None:
    assert run("sync", "--pictures").status == 0
    head, _, rest = Path("notes.md").read_text().partition("</picture>")
    assert head.splitlines() == [
        "# Notes",
        "",
        "[//]: # (picture: notes-notes.mmd)",
        "",
        "<picture>",
        '  <source media="(prefers-color-scheme: dark)" srcSet="rendered/notes-notes.dark.svg" />',
        '  <img alt="One &amp; all" src="rendered/notes-notes.light.svg" width="268" />',
    ]
    assert rest.startswith(
        "\n\n[//]: # (/picture)\n\n- x\n\n  [//]: # (picture: notes-notes-2.mmd)"
    )
    assert Path("rendered/notes-notes.light.svg").read_text().startswith("<svg")
    assert "#171717" in Path("rendered/notes-notes-2.dark.svg").read_text()


def test_a_picture_in_a_list_item_stays_in_it(run: Run) -> None:
    run("sync", "--pictures")
    item = Path("notes.md").read_text().partition("- x\n")[2].partition("words")[0]
    assert [line for line in item.splitlines() if line and not line.startswith("  ")] == []


def test_the_source_moves_to_a_file_and_is_in_step(run: Run) -> None:
    run("sync", "--pictures")
    assert Path("notes-notes.mmd").read_text().startswith(ONE)
    assert run("sync", "--check").status == 0


def test_a_second_run_changes_nothing(run: Run) -> None:
    run("sync", "--pictures")
    files = {path: path.read_bytes() for path in Path().rglob("*.*")}
    assert run("sync", "--pictures", "--check").status == 0
    run("sync", "--pictures")
    assert {path: path.read_bytes() for path in Path().rglob("*.*")} == files


def test_the_pictures_follow_their_source(run: Run) -> None:
    run("sync", "--pictures")
    before = Path("rendered/notes-notes-2.light.svg").read_bytes()
    Path("notes-notes-2.mmd").write_text(Path("notes-notes-2.mmd").read_text() + "  D --> E\n")
    assert run("sync", "--pictures", "--check").status == 1
    assert run("sync", "--pictures").status == 0
    assert Path("rendered/notes-notes-2.light.svg").read_bytes() != before


def test_the_pictures_follow_the_theme(run: Run) -> None:
    run("sync", "--pictures")
    before = Path("rendered/notes-notes.light.svg").read_bytes()
    run("sync", "--pictures", "--theme", "blueprint")
    assert Path("rendered/notes-notes.light.svg").read_bytes() != before


def test_a_new_block_takes_a_number_that_is_free(run: Run) -> None:
    run("sync", "--pictures")
    text = f"```mermaid\n{TWO}```\n\n" + Path("notes.md").read_text()
    Path("notes.md").write_text(text)
    run("sync", "--pictures")
    assert Path("notes.mmd").read_text().startswith(TWO)
    assert Path("notes-notes.mmd").read_text().startswith(ONE)


def test_a_file_that_a_stopped_run_left_is_taken_up(run: Run) -> None:
    run("sync", "--pictures")
    left = Path("notes-notes.mmd").read_text()
    Path("notes.md").write_text(f"# Notes\n\n```mermaid\n{left}```\n")
    run("sync", "--pictures")
    assert "rendered/notes-notes.dark.svg" in Path("notes.md").read_text()


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_check_and_diff_write_nothing(run: Run, option: str) -> None:
    assert run("sync", "--pictures", option).status == 1
    assert [path.name for path in Path().iterdir()] == ["notes.md"]
    assert Path("notes.md").read_text() == PAGE


def test_every_kind_that_is_drawn_becomes_a_picture(run: Run) -> None:
    Path("notes.md").write_text(f"```mermaid\n{OTHER}```\n")
    assert run("sync", "--pictures").status == 0
    assert "rendered/notes.light.svg" in Path("notes.md").read_text()


def test_a_kind_that_is_not_drawn_stays_a_block(run: Run) -> None:
    page = "```mermaid\nerror\n```\n"
    Path("notes.md").write_text(page)
    assert run("sync", "--pictures").status == 0
    assert Path("notes.md").read_text() == page


def test_what_cannot_be_read_stays_a_block_and_is_named_once(run: Run) -> None:
    Path("notes.md").write_text("```mermaid\nflowchart LR\n  A -->\n```\n" + PAGE)
    ran = run("sync", "--pictures")
    assert ran.status == 2
    assert ran.err.count("notes.md:3:") == 1
    assert Path("notes.md").read_text().startswith("```mermaid\nflowchart LR\n  A -->\n```\n# No")


def test_a_file_of_another_diagram_is_not_overwritten(run: Run) -> None:
    Path("notes-notes.mmd").write_text("flowchart LR\n  mine --> yours\n")
    ran = run("sync", "--pictures", "notes.md")
    assert ran.status == 2
    assert "notes-notes.mmd is there already" in ran.err
    assert "mine" in Path("notes-notes.mmd").read_text()


def test_page_and_sync_find_a_picture_whose_source_has_changed(run: Run) -> None:
    run("sync", "--pictures")
    Path("notes-notes.mmd").write_text(Path("notes-notes.mmd").read_text() + "  B --> C\n")
    assert run("page", "--check", "notes.md").status == 1
    assert run("sync", "--check", "notes.md").status == 1


def test_a_picture_is_drawn_with_the_settings_of_the_project(run: Run) -> None:
    Path("diagrams.toml").write_text('text = "outlines"\ncolors = "source"\n')
    run("sync", "--pictures", "notes.md")
    before = Path("rendered/notes-notes.light.svg").read_bytes()
    run("render", "notes-notes.mmd", "-f", "svg")
    assert Path("rendered/notes-notes.light.svg").read_bytes() == before
