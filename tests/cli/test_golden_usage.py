"""`diagrams test` and `diagrams accept` used in unusual ways."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SOURCE = "flowchart LR\n  A --> B\n"
GOLDENS = "[tool.diagrams]\ngoldens = "


@pytest.mark.parametrize("command", ["test", "accept"])
def test_without_diagrams_the_folder_is_named(run: Run, command: str) -> None:
    ran = run(command)
    assert ran.status == 2
    assert "there is no folder diagrams" in ran.err


@pytest.mark.parametrize("command", ["test", "accept"])
def test_a_path_that_is_not_there_is_named(run: Run, command: str) -> None:
    ran = run(command, "nowhere.mmd")
    assert ran.status == 2
    assert "nowhere.mmd: no such file or folder" in ran.err


@pytest.mark.parametrize("command", ["test", "accept"])
def test_a_mode_that_is_none_is_refused(run: Run, command: str) -> None:
    ran = run(command, "--mode", "noon")
    assert ran.status == 2
    assert "expected light, dark, both, or light,dark" in ran.err


def test_a_theme_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.mmd").write_text(SOURCE)
    ran = run("test", "one.mmd", "--theme", "editoral")
    assert ran.status == 2
    assert 'did you mean "editorial"?' in ran.err


def test_each_block_of_markdown_has_goldens(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(f"# Notes\n\n```mermaid\n{SOURCE}```\n" * 2)
    assert run("accept", "notes.md").status == 0
    names = sorted(path.name for path in (tmp_path / "goldens").glob("*.png"))
    assert names == [
        "notes-notes-2.editorial.dark.png",
        "notes-notes-2.editorial.light.png",
        "notes-notes.editorial.dark.png",
        "notes-notes.editorial.light.png",
    ]
    assert run("test", "notes.md", "--all").status == 0


def test_a_block_that_is_gone_leaves_orphans(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "notes.md"
    page.write_text(f"# Notes\n\n```mermaid\n{SOURCE}```\n" * 2)
    run("accept", "notes.md")
    page.write_text(f"# Notes\n\n```mermaid\n{SOURCE}```\n")
    ran = run("test", "notes.md")
    assert ran.status == 1
    assert ran.out.decode().count("orphan") == 2


def test_two_sources_that_would_share_goldens_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.mmd").write_text(SOURCE)
    (tmp_path / "one.mermaid").write_text(SOURCE)
    ran = run("test", ".")
    assert ran.status == 2
    assert "would have the same names" in ran.err


CONFIGURATIONS = {
    '"jpeg"': "goldens.keep = 'jpeg': expected png, scene or hashes",
    "3": "goldens = 3: expected a text in quotes or a table of keep, folder",
    "{scale = 0}": "goldens.scale = 0: expected a number above 0",
    "{folder = 1}": "goldens.folder = 1: expected a text in quotes",
    "{themes = 'editorial'}": "goldens.themes = 'editorial': expected a list, as in",
    "{tolerance = {text = 1}}": "goldens.tolerance = {'text': 1}: expected a table of token, moved",
    "{tolerance = {moved = -1}}": "moved = -1: expected a number above 0",
    "{size = 1}": "unknown size: allowed are keep, folder, scale, themes, rendered, tolerance",
}


@pytest.mark.parametrize(("value", "message"), CONFIGURATIONS.items(), ids=CONFIGURATIONS)
def test_a_bad_configuration_says_what_is_allowed(
    run: Run, tmp_path: Path, value: str, message: str
) -> None:
    (tmp_path / "pyproject.toml").write_text(f"{GOLDENS}{value}\n")
    ran = run("test")
    assert ran.status == 2
    assert "pyproject.toml:2:1" in ran.err
    assert message in ran.err


def test_the_themes_of_the_project_are_tested(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.mmd").write_text(SOURCE)
    (tmp_path / "pyproject.toml").write_text(f'{GOLDENS}{{themes = ["editorial", "blueprint"]}}\n')
    run("accept", "one.mmd")
    assert run("test", "one.mmd").err == "goldens: 4 same\n"


def test_a_drawing_does_not_load_what_goldens_need(tmp_path: Path) -> None:
    (tmp_path / "one.mmd").write_text(SOURCE)
    script = (
        "import sys; from diagramkit.cli import main; main(['render', 'one.mmd', '-o', '-'])\n"
        "parts = ('diagramkit.golden', 'diagramkit.drift')\n"
        "sys.exit(any(name.startswith(parts) for name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=False
    )
    assert ran.returncode == 0
