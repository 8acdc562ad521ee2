"""What was found to be the same is not drawn to find it again."""

from __future__ import annotations

import json

import pytest

from diagramkit.diagnostics import DiagramError

from .conftest import OTHER, Project


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the diagrams that are drawn from now on."""
    from diagramkit import drawing
    from diagramkit.drift import comparison

    names: list[str] = []

    def draw(diagram: object, options: object) -> object:
        names.append(diagram.name)  # type: ignore[attr-defined]
        return drawing.draw(diagram, options)  # type: ignore[arg-type]

    monkeypatch.setattr(comparison, "draw", draw)
    return names


def test_what_was_accepted_is_not_drawn_again(project: Project, drawn: list[str]) -> None:
    assert project.test().status == 0
    assert drawn == []


def test_an_edited_source_is_drawn_alone(project: Project, drawn: list[str]) -> None:
    project.edit("Scene 1", "Scene 2")
    assert project.test().status == 1
    assert set(drawn) == {"one"}


def test_an_edited_golden_is_looked_at(project: Project, drawn: list[str]) -> None:
    file = project.goldens / "two.house.light.json"
    file.write_text(file.read_text().replace("Three", "Tree"))
    project.test()
    assert set(drawn) == {"two"}


def test_another_theme_draws_everything(project: Project, drawn: list[str]) -> None:
    project.set_theme("box: {radius: 5}\n")
    assert project.test().status == 1
    assert set(drawn) == {"one", "two"}


def test_all_pixels_are_compared_when_asked_for(project: Project, drawn: list[str]) -> None:
    project.test("--all")
    assert set(drawn) == {"one", "two"}


def test_a_drift_is_told_again(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    assert [project.test().status, project.test().status] == [1, 1]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1, "goldens": []}'])
def test_a_damaged_memory_is_no_memory(project: Project, drawn: list[str], text: str) -> None:
    (project.folder / ".diagrams-cache" / "goldens.json").write_text(text)
    assert project.test().status == 0
    assert set(drawn) == {"one", "two"}


def test_goldens_that_are_gone_are_forgotten(project: Project) -> None:
    source = project.folder / "diagrams" / "three.mmd"
    source.write_text(OTHER.replace("Two", "2"))
    project.run("accept")
    source.unlink()
    project.run("accept")
    project.edit("Scene 1", "Scene 2")
    project.run("accept")
    memory = json.loads((project.folder / ".diagrams-cache" / "goldens.json").read_text())
    assert not [place for place in memory["goldens"] if "three" in place]


def test_a_memory_that_cannot_be_written_is_no_failure(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diagramkit.drift import memory

    def refuse(*_: object) -> None:
        raise DiagramError.single("file", "the disk is full")

    monkeypatch.setattr(memory, "write_file", refuse)
    project.edit("Scene 1", "Scene 2")
    assert project.run("accept").status == 0
