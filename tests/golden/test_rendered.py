"""What is published is tested: pictures in `rendered/` are what their sources give now."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Project

LIGHT = "diagrams/rendered/one.light.svg"


@pytest.fixture
def published(project: Project) -> Project:
    """A project with pictures."""
    assert project.run("render", "diagrams").status == 0
    return project


def test_pictures_as_they_are_drawn_now_pass(published: Project) -> None:
    ran = published.run("render", "--check")
    assert (ran.status, ran.out) == (0, "")


def test_a_picture_older_than_its_source_fails(published: Project) -> None:
    published.edit("Scene 1", "Scene 2")
    ran = published.run("render", "--check")
    assert ran.status == 1
    line = f"{LIGHT} is not what is drawn now: diagrams render diagrams/one.mmd"
    assert line in ran.out.splitlines()
    assert "two.light" not in ran.out


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_picture_edited_by_hand_fails(published: Project, kind: str) -> None:
    picture = published.folder / f"diagrams/rendered/one.light.{kind}"
    other = published.folder / f"diagrams/rendered/two.light.{kind}"
    picture.write_bytes(other.read_bytes())
    ran = published.run("render", "--check")
    assert (ran.status, ran.out.count("\n")) == (1, 1)
    assert f"one.light.{kind} is not what is drawn now" in ran.out


def test_a_missing_picture_fails(published: Project) -> None:
    (published.folder / LIGHT).unlink()
    ran = published.run("render", "--check")
    assert ran.status == 1
    assert f"{LIGHT} is missing" in ran.out


def test_a_check_writes_nothing(published: Project) -> None:
    published.edit("Scene 1", "Scene 2")
    before = {path: path.read_bytes() for path in _files(published.folder)}
    published.run("render", "--check")
    assert {path: path.read_bytes() for path in _files(published.folder)} == before


def test_line_ends_of_git_on_windows_are_no_difference(published: Project) -> None:
    picture = published.folder / LIGHT
    picture.write_bytes(picture.read_bytes().replace(b"\n", b"\r\n"))
    assert published.run("render", "--check").status == 0


def test_the_test_command_looks_at_pictures_where_the_project_wants_it(published: Project) -> None:
    published.edit("Scene 1", "Scene 2")
    published.run("accept")
    assert published.test().status == 0
    settings = published.folder / "pyproject.toml"
    settings.write_text(f"{settings.read_text()}[tool.diagrams.goldens]\nrendered = true\n")
    ran = published.test()
    assert ran.status == 1
    assert "diagrams/rendered/one (light.svg, light.png, dark.svg, dark.png): stale" in ran.out


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_run_that_looks_at_pictures_too_draws_once(
    published: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diagramkit import drawing
    from diagramkit.drift import comparison, rendered

    names: list[str] = []

    def draw(diagram: object, options: object) -> object:
        names.append(diagram.name)  # type: ignore[attr-defined]
        return drawing.draw(diagram, options)  # type: ignore[arg-type]

    monkeypatch.setattr(comparison, "draw", draw)
    monkeypatch.setattr(rendered, "draw", draw)
    settings = published.folder / "pyproject.toml"
    settings.write_text(f"{settings.read_text()}goldens = {{rendered = true}}\n")
    assert published.test().status == 0
    assert sorted(names) == ["one", "two"]
