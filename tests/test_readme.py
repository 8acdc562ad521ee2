"""The examples of the README and the handbook work as they stand, and links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from diagramkit import load_theme, render
from diagramkit.cli import main
from diagramkit.project.config import load_settings
from readme_tables import HANDBOOK, ROOT, TABLES, written

README = ROOT / "README.md"
PAGES = (README, *sorted(HANDBOOK.glob("*.md")))


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def commands(page: Path) -> list[str]:
    """The command lines that draw, without comments and what they are piped into."""
    lines = "".join(blocks(page, "sh")).splitlines()
    parts = [part for line in lines for part in re.split(r" +#| \| ", line)[0].split(" && ")]
    return [part for part in parts if part.startswith("diagrams ")]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the pages speak of."""
    source = blocks(README, "mermaid")[0]
    (tmp_path / "diagrams").mkdir()
    (tmp_path / "docs").mkdir()
    for name in ("flow.mmd", "diagrams/flow.mmd", "docs/checkout.mmd"):
        (tmp_path / name).write_text(source, encoding="utf-8")
    (tmp_path / "docs" / "guide.md").write_text(blocks(README, "markdown")[0], encoding="utf-8")
    (tmp_path / "notes.md").write_text(f"```mermaid\n{source}```\n", encoding="utf-8")
    theme = blocks(HANDBOOK / "themes.md", "yaml")[0]
    (tmp_path / "harbour.yaml").write_text(theme, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", ["README", "drawing", "sync", "testing", "themes"])
def test_every_command_of_a_page_runs(name: str) -> None:
    found = commands(README if name == "README" else HANDBOOK / f"{name}.md")
    assert len(found) > 2
    for command in found:
        assert main(shlex.split(command)[1:]) == 0, command


def test_the_theme_has_ten_lines_and_changes_the_look(project: Path) -> None:
    own = load_theme(project / "harbour.yaml")
    assert len((project / "harbour.yaml").read_text().splitlines()) == 10
    assert (own.name, own.light.canvas, own.box.radius) == ("harbour", "#FFFFFF", 2)
    assert "#B3261E" in render(blocks(README, "mermaid")[0], theme=own).svg


def test_the_configuration_is_accepted(project: Path) -> None:
    example = blocks(HANDBOOK / "configuration.md", "toml")[0]
    (project / "diagrams.toml").write_text(example, encoding="utf-8")
    settings = load_settings(project)
    assert settings.theme == project / "harbour.yaml"
    assert dict(settings.drawing.classes) == {"gpu": "accent", "memory": "secondary"}


def test_the_python_example_says_what_it_gives() -> None:
    example = blocks(HANDBOOK / "python.md", "python")[0]
    scope: dict[str, object] = {}
    exec(example, scope)
    lines = [line for line in example.splitlines() if "#" in line]
    values = [eval(line.partition("#")[0], scope) for line in lines]
    document, picture, keys, accent = values
    assert "prefers-color-scheme" in document
    assert picture.startswith(b"\x89PNG")
    assert keys[0] == "node:draft"
    assert accent == "#D9392E"


def test_the_diagram_is_drawn_without_a_warning() -> None:
    assert render(blocks(README, "mermaid")[0]).warnings == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_within_the_repository_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
    links = re.findall(r"""(?:\]\(|srcset="|src=")([^):"#]+)(?:#[^)]*)?[)"]""", text)
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_of_the_handbook_is_linked_to_from_its_first() -> None:
    text = (HANDBOOK / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES[1:] if f"]({page.name})" not in text] == ["index.md"]


@pytest.mark.parametrize(("page", "name"), TABLES)
def test_the_tables_say_what_the_code_does(page: Path, name: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert written(page, name, TABLES[page, name]()) == text, (
        "write it anew: python tests/readme_tables.py"
    )
