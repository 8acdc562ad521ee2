"""Which theme and which roles are proposed for a repository."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from diagramkit.project.discovery import Source
from diagramkit.sync.configuration import configuration
from diagramkit.sync.proposal import Proposal, propose
from diagramkit.sync.survey import Survey
from diagramkit.themes import blueprint, editorial

MANY = "".join(f"  n{number} --> n{number + 1}\n" for number in range(40))


@pytest.fixture
def survey() -> Survey:
    """An empty survey; `read` below fills it."""
    return Survey()


def read(survey: Survey, tmp_path: Path, *flowcharts: str) -> Survey:
    page = "".join(f"```mermaid\nflowchart LR\n{text}\n```\n\n" for text in flowcharts)
    (tmp_path / "a.md").write_text(page)
    survey.read(Source(tmp_path / "a.md"))
    return survey


def proposed(survey: Survey) -> Proposal:
    return propose(survey, (editorial, blueprint))


def test_classes_are_counted_over_all_diagrams(survey: Survey, tmp_path: Path) -> None:
    text = "A:::gpu --> B:::gpu --> C\nclassDef gpu fill:#eef6ff,stroke:#2563eb"
    found = read(survey, tmp_path, text, text).classes["gpu"]
    assert (found.nodes, found.diagrams, found.starts, found.ends) == (4, 2, 2, 0)
    assert found.style == {"fill": "#eef6ff", "stroke": "#2563eb"}


def test_diagrams_are_counted_by_kind_with_directives_and_own_styles(
    survey: Survey, tmp_path: Path
) -> None:
    read(survey, tmp_path, "A\nstyle A fill:#fff", "A -->")
    (tmp_path / "b.mmd").write_text('%%{init: {"theme": "dark"}}%%\nsequenceDiagram\nA->>B: x\n')
    survey.read(Source(tmp_path / "b.mmd"))
    assert dict(survey.kinds) == {"flowchart": 1, "other": 1, "sequence": 1}
    assert (survey.unreadable, survey.directives, survey.styles, survey.files) == (1, 1, 1, 2)


def test_colours_of_drawings_are_counted_once_a_file(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(
        '<svg fill="#d9392e"><g fill="#D9392E" stroke="steelblue" style="fill: #abc"/></svg>'
    )
    survey.read_drawing(tmp_path / "a.svg")
    assert dict(survey.drawing_colors) == {"#d9392e": 1, "#4682b4": 1, "#aabbcc": 1}


@pytest.mark.parametrize(
    ("style", "theme", "mode"),
    [
        ("fill:#F5F1EA,stroke:#d9392e", "editorial", "light"),
        ("fill:#232323,stroke:#d0d0d0", "editorial", "dark"),
        (f"fill:{blueprint.light.canvas},stroke:{blueprint.light.accent}", "blueprint", "light"),
        ("fill:#123456,stroke:#654321", "editorial", "light"),
    ],
)
def test_the_theme_is_the_one_whose_colours_are_there(
    survey: Survey, tmp_path: Path, style: str, theme: str, mode: str
) -> None:
    found = proposed(read(survey, tmp_path, f"A:::x\nclassDef x {style}"))
    assert (found.theme, found.mode) == (theme, mode)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("risk", "accent"),
        ("hotNodes", "accent"),
        ("side_note", "note"),
        ("input", "primary"),
        ("updates", "secondary"),
    ],
)
def test_a_class_is_judged_by_the_meaning_of_its_name(
    survey: Survey, tmp_path: Path, name: str, role: str
) -> None:
    read(survey, tmp_path, f"{MANY}  x --> y:::{name} --> z\n  z --> q:::{name}")
    assert proposed(survey).mapping == {name: role}


@pytest.mark.parametrize(
    ("style", "role", "reason"),
    [
        ("stroke:#e11d48", "accent", "#e11d48 is the only loud colour, and red"),
        ("stroke:#2563eb,stroke-dasharray:4 3", "note", "its border is dashed"),
        ("stroke:#2563eb", "secondary", "nothing else speaks"),
    ],
)
def test_a_class_is_judged_by_its_colour(
    survey: Survey, tmp_path: Path, style: str, role: str, reason: str
) -> None:
    text = f"{MANY}  x --> y:::zz --> z\n  u:::zz --> z\n  z --> w:::zz\nclassDef zz {style}"
    choice = proposed(read(survey, tmp_path, text)).classes["zz"]
    assert (choice.role, choice.reasons) == (role, (reason,))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A:::zz --> B --> C", "primary"),
        ("A --> B:::zz --> C", "secondary"),
        ("A --> B --> C:::zz", "note"),
    ],
)
def test_a_class_is_judged_by_its_use(survey: Survey, tmp_path: Path, text: str, role: str) -> None:
    assert proposed(read(survey, tmp_path, text)).mapping == {"zz": role}


def test_a_class_that_is_everywhere_is_never_accent(survey: Survey, tmp_path: Path) -> None:
    text = "A:::risk --> B:::risk --> A\nclassDef risk stroke:#e11d48"
    assert proposed(read(survey, tmp_path, text)).mapping == {"risk": "secondary"}


def test_roles_are_no_classes_to_map(survey: Survey, tmp_path: Path) -> None:
    text = "A:::primary --> B:::zz\nclassDef default fill:#fff"
    assert list(proposed(read(survey, tmp_path, text)).mapping) == ["zz"]


@pytest.mark.parametrize("table", ["", "tool.diagrams"])
def test_the_configuration_is_toml_that_says_the_proposal(
    survey: Survey, tmp_path: Path, table: str
) -> None:
    text = 'A:::risk --> B:::a"b --> C:::größe\nclassDef risk stroke:#e11d48'
    found = proposed(read(survey, tmp_path, MANY + text))
    document = tomllib.loads(configuration(found, survey, table))
    settings = document["tool"]["diagrams"] if table else document
    assert settings["classes"] == found.mapping
    assert len(found.mapping) == 3
    assert (settings["theme"], settings["mode"]) == ("editorial", "light")
