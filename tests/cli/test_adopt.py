"""`diagrams adopt`: counted, proposed, written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.project.config import load_settings

Run = Callable[..., Any]
PAGE = """\
```mermaid
flowchart LR
  A:::input --> B --> C
  C --> D:::risk --> E
  E --> F --> G --> H
  classDef risk fill:#fff1f2,stroke:#e11d48
```
"""


@pytest.fixture(autouse=True)
def _page(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("notes.md").write_text(PAGE)
    Path("a.svg").write_text('<svg fill="#D9392E"/>')


def test_a_dry_run_shows_everything_and_writes_nothing(run: Run) -> None:
    ran = run("adopt", "--dry-run")
    out = ran.out.decode()
    assert ran.status == 0
    assert "Mermaid: 1 diagram in 1 file (1 flowchart)" in out
    assert "SVG: 1 drawing; colours: #d9392e 1" in out
    assert 'risk = "accent"' in out
    assert "  notes.md: 1 diagram, " in out
    assert sorted(path.name for path in Path().iterdir()) == ["a.svg", "notes.md"]


def test_a_folder_of_pictures_alone_gets_their_palette_and_sees_what_sync_changes(run: Run) -> None:
    Path("notes.md").unlink()
    ink = '<rect width="9" height="9" fill="{}" stroke="#6F6A63"/>' * 2
    root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
    for name in "abc":
        Path(f"{name}.svg").write_text(root.format(ink.format("#F3EFE7", "#D8D1C7")))
    ran = run("adopt", "--yes")
    assert (ran.status, "directive, or" in ran.out.decode()) == (0, False), ran.err
    assert all(f"  {name}.svg: " in ran.out.decode() for name in "abc")
    assert "in 3 files" in run("sync", "--check").err


def test_yes_writes_a_configuration_that_sync_follows(run: Run) -> None:
    assert run("adopt", "--yes").status == 0
    assert load_settings(Path.cwd()).drawing.classes == {"input": "primary", "risk": "accent"}
    run("sync")
    text = Path("notes.md").read_text()
    assert "D:::risk --> E" in text
    assert "classDef risk fill:#F5F1EA,stroke:#D9392E" in text


def test_a_project_file_gets_a_table_at_its_end(run: Run) -> None:
    before = '[project]\r\nname = "x"\r\n'
    Path("pyproject.toml").write_bytes(before.encode())
    run("adopt", "--yes")
    text = Path("pyproject.toml").read_bytes().decode()
    assert text.startswith(before + "\r\n[tool.diagrams]\r\n")
    assert load_settings(Path.cwd()).drawing.classes["risk"] == "accent"


@pytest.mark.parametrize(("answer", "written"), [(b"y\n", True), (b"n\n", False), (b"", False)])
def test_without_yes_it_asks(run: Run, answer: bytes, written: bool) -> None:
    run("adopt", stdin=answer)
    assert Path("diagrams.toml").exists() is written


def test_a_configuration_that_is_there_is_not_written_over(run: Run) -> None:
    Path("diagrams.toml").write_text("scale = 3\n")
    ran = run("adopt", "--yes")
    assert (ran.status, ran.out) == (2, b"")
    assert "has a configuration already" in ran.err
    assert Path("diagrams.toml").read_text() == "scale = 3\n"
    assert run("adopt", "--dry-run").status == 0


def test_another_folder_may_be_named(run: Run) -> None:
    Path("docs").mkdir()
    Path("notes.md").rename("docs/notes.md")
    run("adopt", "--yes", "docs")
    assert Path("docs/diagrams.toml").exists()


def test_an_empty_folder_is_told_of(run: Run) -> None:
    Path("none").mkdir()
    ran = run("adopt", "--dry-run", "none")
    assert ran.status == 2
    assert "no diagrams in this folder" in ran.err


def test_a_folder_without_diagrams_gets_no_configuration(run: Run) -> None:
    Path("notes.md").unlink()
    Path("a.svg").unlink()
    Path("README.md").write_text("# Words\n")
    ran = run("adopt", "--yes")
    assert (ran.status, sorted(path.name for path in Path().iterdir())) == (2, ["README.md"])
    assert "nothing to propose" in ran.err
