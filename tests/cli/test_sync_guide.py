"""`diagrams sync` and the pages that hold the style guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.sync.guide import BEGIN, END

Run = Callable[..., Any]
EMPTY = f"# Rules\n\n{BEGIN}\n{END}\n"


@pytest.fixture(autouse=True)
def _notes(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("notes.md").write_text("words\n")


@pytest.mark.parametrize("name", ["AGENTS.md", "CONTRIBUTING.md"])
def test_the_usual_pages_are_kept_in_step_where_they_have_markers(run: Run, name: str) -> None:
    Path(name).write_text(EMPTY)
    assert run("sync", "--check").status == 1
    assert run("sync").status == 0
    assert "| canvas | `#F5F1EA` |" in Path(name).read_text()
    assert run("sync", "--check").status == 0


def test_another_page_with_markers_is_left_alone(run: Run) -> None:
    Path("other.md").write_text(EMPTY)
    run("sync")
    assert Path("other.md").read_text() == EMPTY


def test_the_usual_pages_without_markers_are_left_alone(run: Run) -> None:
    Path("AGENTS.md").write_text("# Rules\n")
    run("sync")
    assert Path("AGENTS.md").read_text() == "# Rules\n"


def test_pages_that_the_configuration_names_get_the_guide_even_hidden_ones(run: Run) -> None:
    Path("diagrams.toml").write_text('guides = [".github/rules.md"]\ntheme = "blueprint"\n')
    Path(".github").mkdir()
    Path(".github/rules.md").write_text("# Rules\n")
    run("sync")
    text = Path(".github/rules.md").read_text()
    assert text.startswith(f"# Rules\n\n{BEGIN}\n")
    assert 'the theme "blueprint"' in text
    assert run("sync", "--check").status == 0


def test_guides_that_are_no_list_are_refused(run: Run) -> None:
    Path("diagrams.toml").write_text('guides = "AGENTS.md"\n')
    ran = run("sync")
    assert ran.status == 2
    assert "diagrams.toml:1:1: guides = 'AGENTS.md': expected a list, as in" in ran.err


def test_a_change_of_theme_is_named_by_its_first_line(run: Run) -> None:
    Path("AGENTS.md").write_text(EMPTY)
    run("sync")
    ran = run("sync", "--check", "--theme", "blueprint")
    assert 'AGENTS.md:7:1: style guide: the line is "Written from the theme "editorial"' in ran.err
