"""Which golden is whose when sources, folders, themes and blocks of pages have other names."""

from __future__ import annotations

import shutil
from pathlib import Path

from diagramkit.golden.store import Folder

from .conftest import Project

BLOCK = "```mermaid\nflowchart LR\n  {0}[{0} asks] --> {1}[{1} answers]\n```\n"


def rename_goldens(folder: Path, old: str, new: str) -> None:
    for path in folder.glob(f"{old}.*"):
        path.rename(folder / path.name.replace(old, new, 1))


def test_a_renamed_source_is_told_in_one_line(project: Project) -> None:
    project.source.rename(project.source.with_name("first.mmd"))
    ran = project.test()
    assert (ran.status, ran.out) == (1, "renamed one -> first (2 goldens, the same)\n")


def test_a_renamed_source_is_compared(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    project.source.rename(project.source.with_name("first.mmd"))
    out = project.test().out
    assert 'text: text:C:0 says "Scene 2", not "Scene 1"' in out
    assert "renamed one -> first (2 goldens, 2 drifted)" in out


def test_accept_moves_the_goldens_of_a_renamed_source(project: Project) -> None:
    project.source.rename(project.source.with_name("first.mmd"))
    project.test()
    assert project.run("accept").err == "accepted 2 goldens (2 renamed)\n"
    assert not [name for name in project.files() if name.startswith("one.")]
    assert project.test("--all").err == "goldens: 4 same\n"


def test_a_renamed_theme_is_told_in_one_line(project: Project) -> None:
    project.set_theme("")
    theme = project.folder / "house.yaml"
    theme.write_text(theme.read_text().replace("house", "home"))
    ran = project.test()
    assert ran.out == "renamed theme house -> home (4 goldens, the same)\n"


def test_a_folder_that_moved_without_its_goldens_is_renamed(project: Project) -> None:
    (project.folder / "figures").mkdir()
    for path in (project.folder / "diagrams").glob("*.mmd"):
        path.rename(project.folder / "figures" / path.name)
    ran = project.test(".")
    assert ran.err.startswith("goldens: 4 renamed")
    project.run("accept", ".")
    assert project.test(".").err == "goldens: 4 same\n"
    assert not project.goldens.exists() or not Folder(project.goldens).names


def test_goldens_that_were_renamed_with_their_source_pass(project: Project) -> None:
    project.source.rename(project.source.with_name("first.mmd"))
    rename_goldens(project.goldens, "one", "first")
    ran = project.test()
    assert ran.status == 0
    assert (
        "first.house.light: looks as it should, but it says that it is one.house.light" in ran.out
    )


def test_strict_fails_where_a_golden_says_another_name(project: Project) -> None:
    project.source.rename(project.source.with_name("first.mmd"))
    rename_goldens(project.goldens, "one", "first")
    assert project.test("--strict").status == 1


def test_accept_heals_what_a_golden_says_of_itself(project: Project) -> None:
    project.source.rename(project.source.with_name("first.mmd"))
    rename_goldens(project.goldens, "one", "first")
    project.run("accept")
    assert project.test("--strict").status == 0


def test_the_golden_of_another_mode_is_told_and_never_written_over_its_own(
    project: Project,
) -> None:
    good = project.files()["one.house.light.png"]
    for suffix in ("json", "png"):
        source = project.goldens / f"one.house.light.{suffix}"
        shutil.copy(source, project.goldens / f"one.house.dark.{suffix}")
    assert "is the one of one.house.light: explains 1 of 1" in project.test().out
    project.run("accept")
    assert project.files()["one.house.light.png"] == good
    assert project.test("--all").status == 0


def test_files_of_others_in_a_folder_of_goldens_are_left_alone(project: Project) -> None:
    names = ("Thumbs.db", "README.md", "one.house.light.png.orig", "one_BASE_1.png", "x.json")
    for name in names:
        (project.goldens / name).write_bytes(b"{}")
    assert project.test().status == 0
    assert project.run("accept").err == "accepted 0 goldens\n"
    assert set(names) <= project.files().keys()


def test_a_block_put_in_first_is_one_new_drawing(project: Project) -> None:
    page = project.folder / "page.md"
    page.write_text(BLOCK.format("A", "B") + "\n" + BLOCK.format("C", "D"))
    project.run("accept", "page.md", "--mode", "light")
    page.write_text(BLOCK.format("E", "F") + "\n" + page.read_text())
    ran = project.test("page.md", "--mode", "light")
    assert "goldens/page.house.light: new" in ran.out
    assert ran.err.startswith("goldens: 2 renamed, 1 new")
    project.run("accept", "page.md", "--mode", "light")
    assert project.test("page.md", "--mode", "light").err == "goldens: 3 same\n"


def test_a_block_of_another_heading_is_renamed(project: Project) -> None:
    page = project.folder / "page.md"
    page.write_text("# Login\n\n" + BLOCK.format("A", "B"))
    project.run("accept", "page.md", "--mode", "light")
    page.write_text("# Sign in\n\n" + BLOCK.format("A", "B"))
    ran = project.test("page.md", "--mode", "light")
    assert ran.out == "renamed page-login -> page-sign-in (1 golden, the same)\n"


def test_a_drawing_like_no_golden_is_new_and_not_renamed(project: Project) -> None:
    project.source.write_text("sequenceDiagram\n  Ann->>Bob: pays\n  Bob-->>Ann: thanks\n")
    project.source.rename(project.source.with_name("pay.mmd"))
    out = project.test().out
    assert "pay (house.light, house.dark): new" in out
    assert "one.house.light: orphan" in out


def test_a_record_that_was_edited_is_told_as_edited_and_not_as_another_engine(
    project: Project,
) -> None:
    path = project.goldens / "two.house.light.json"
    path.write_text(path.read_text().replace('"radius":6', '"radius":7', 1))
    out = project.test().out
    assert out.startswith("golden was edited or merged by hand: explains 1 of 1")
    assert "engine" not in out
