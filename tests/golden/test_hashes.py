"""Goldens kept as hashes alone: compared as exactly, and explained with Git's history."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from .conftest import Project


@pytest.fixture
def hashes(project: Project) -> Project:
    """The project with goldens that are hashes, and the pictures of before in `pictures`."""
    (project.folder / "pictures").mkdir()
    for path in project.goldens.glob("*.png"):
        path.rename(project.folder / "pictures" / path.name)
    shutil.rmtree(project.goldens)
    settings = project.folder / "pyproject.toml"
    settings.write_text(f'{settings.read_text()}goldens = "hashes"\n')
    assert project.run("accept").status == 0
    return project


@pytest.fixture
def committed(hashes: Project) -> Project:
    """The same in a repository of Git."""
    if not shutil.which("git"):
        pytest.skip("there is no git")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "goldens"]):
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        subprocess.run(command, cwd=hashes.folder, check=True, capture_output=True)
    return hashes


def shown(project: Project, name: str) -> bytes:
    return (project.folder / "diagrams-report" / name).read_bytes()


def accepted_picture(project: Project, name: str) -> bytes:
    return (project.folder / "pictures" / name).read_bytes()


def test_hashes_alone_are_in_the_folder(hashes: Project) -> None:
    files = hashes.files()
    assert not [name for name in files if name.endswith(".png")]
    assert all(len(data) < 2_000 for data in files.values())
    assert not [name for name, data in files.items() if b"Scene 1" in data]


def test_what_is_unchanged_is_the_same_to_the_pixel(hashes: Project) -> None:
    assert hashes.test("--all", "--strict").status == 0


def test_a_token_is_named_with_the_accepted_picture_without_git(hashes: Project) -> None:
    hashes.set_theme("light: {muted: '#6F6A64'}\n")
    ran = hashes.test()
    assert "token light.muted #6F6A63 -> #6F6A64 (house.yaml:3)" in ran.out
    name = "one.house.light"
    assert shown(hashes, f"{name}.expected.png") == accepted_picture(hashes, f"{name}.png")


def test_an_edited_source_is_explained_from_the_history(committed: Project) -> None:
    committed.edit("Scene 1", "Scene 2")
    ran = committed.test()
    assert 'text:C:0 says "Scene 2", not "Scene 1" (diagrams/one.mmd:4)' in ran.out
    name = "one.house.light"
    assert shown(committed, f"{name}.expected.png") == accepted_picture(committed, f"{name}.png")


def test_a_block_of_a_page_is_found_in_the_history(committed: Project) -> None:
    page = committed.folder / "diagrams" / "page.md"
    page.write_text("# Way\n\n```mermaid\nflowchart LR\n  A[Old] --> B\n```\n")
    committed.run("accept")
    for words in (["add", "-A"], ["commit", "-qm", "page"]):
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        subprocess.run(command, cwd=committed.folder, check=True, capture_output=True)
    page.write_text(page.read_text().replace("Old", "New"))
    assert 'says "New", not "Old" (diagrams/page.md:5)' in committed.test().out


def test_a_source_that_nobody_has_kept_is_told(hashes: Project) -> None:
    hashes.edit("Scene 1", "Scene 2")
    ran = hashes.test()
    assert ran.status == 1
    assert "golden is kept as hashes, and its source is not in Git's history" in ran.out
    assert hashes.run("accept").status == 0
    assert hashes.test("--all").status == 0


def test_a_scene_that_is_drawn_otherwise_now_is_told_and_not_passed_off(hashes: Project) -> None:
    file = hashes.goldens / "two.house.light.json"
    text = file.read_text()
    old = text.split('"scene_hash": "')[1][:64]
    pixels = text.split('"pixels": "')[1][:64]
    file.write_text(text.replace(old, "0" * 64).replace(pixels, "1" * 64))
    ran = hashes.test()
    assert "engine diagramkit" in ran.out
    assert "two.house.light: hashes alone are kept: the picture before is drawn again" in ran.out


def test_an_order_that_nobody_sees_is_no_drift(committed: Project) -> None:
    other = committed.source.with_name("two.mmd")
    other.write_text("flowchart TD\n  Z[Three]\n  Y[Two]\n  X[One]\n  X --> Y --> Z\n")
    ran = committed.test()
    assert ran.status == 0
    assert "2 goldens with other keys, or in another order" in ran.out + ran.err


def test_a_renamed_source_keeps_its_goldens(hashes: Project) -> None:
    hashes.source.rename(hashes.source.with_name("first.mmd"))
    assert "renamed one -> first (2 goldens, the same)" in hashes.test().out


def test_hashes_cut_short_are_unreadable(hashes: Project) -> None:
    file = hashes.goldens / "two.house.light.json"
    file.write_text(file.read_text()[:-20])
    assert "it is not a whole golden" in hashes.test().out


def test_goldens_with_pictures_become_hashes_when_renewed(project: Project) -> None:
    settings = project.folder / "pyproject.toml"
    settings.write_text(f'{settings.read_text()}goldens = "hashes"\n')
    assert project.test().status == 0
    project.run("accept", "--renew")
    assert not list(project.goldens.glob("*.png"))
    assert project.test("--strict").status == 0
