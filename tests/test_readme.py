"""The README's examples work as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from diagramkit import load_theme, render
from diagramkit.cli import main
from diagramkit.project.config import load_settings
from readme_tables import written

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """The command lines that draw, without comments and what they are piped into."""
    lines = [re.split(r" +#| \| ", line)[0] for text in blocks("sh") for line in text.splitlines()]
    return [line for line in lines if line.startswith("diagrams ")]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the README speaks of."""
    source = blocks("mermaid")[0]
    (tmp_path / "diagrams").mkdir()
    (tmp_path / "docs").mkdir()
    for name in ("flow.mmd", "diagrams/flow.mmd", "docs/flow.mmd"):
        (tmp_path / name).write_text(source, encoding="utf-8")
    (tmp_path / "notes.md").write_text(f"```mermaid\n{source}```\n", encoding="utf-8")
    (tmp_path / "harbour.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", commands())
def test_every_command_runs(command: str) -> None:
    assert main(shlex.split(command)[1:]) == 0


def test_there_are_commands_to_run() -> None:
    assert len(commands()) > 6


def test_the_theme_has_ten_lines_and_changes_the_look(project: Path) -> None:
    own = load_theme(project / "harbour.yaml")
    assert len(blocks("yaml")[0].splitlines()) == 10
    assert (own.name, own.light.canvas, own.box.radius) == ("harbour", "#FFFFFF", 2)
    assert "#B3261E" in render(blocks("mermaid")[0], theme=own).svg


def test_the_configuration_is_accepted(project: Path) -> None:
    (project / "diagrams.toml").write_text(blocks("toml")[0])
    settings = load_settings(project)
    assert settings.theme == project / "harbour.yaml"
    assert dict(settings.drawing.classes) == {"gpu": "accent", "memory": "secondary"}


def test_the_python_example_says_what_it_gives() -> None:
    scope: dict[str, object] = {}
    exec(blocks("python")[0], scope)
    lines = [line for line in blocks("python")[0].splitlines() if "#" in line]
    values = [eval(line.partition("#")[0], scope) for line in lines]
    document, picture, keys, accent = values
    assert "prefers-color-scheme" in document
    assert picture.startswith(b"\x89PNG")
    assert keys[0] == "node:draft"
    assert accent == "#D9392E"


def test_the_diagram_is_drawn_without_a_warning() -> None:
    assert render(blocks("mermaid")[0]).warnings == ()


def test_every_link_within_the_repository_leads_somewhere() -> None:
    links = re.findall(r"""(?:\]\(|srcset="|src=")([^):"#]+)[)"]""", README)
    assert len(links) > 6
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_table_of_kinds_says_what_the_code_draws() -> None:
    assert written() == README, "write it anew: python tests/readme_tables.py"
