"""Goldens through merges, rebases and cherry-picks of a real Git."""

from __future__ import annotations

import random
import shutil
import subprocess

import pytest

from .conftest import OTHER, Project

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


def git(project: Project, *arguments: str) -> int:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
    command = ("git", *names, *arguments)
    return subprocess.run(command, cwd=project.folder, capture_output=True, check=False).returncode


def commit(project: Project, words: str) -> None:
    project.run("accept")
    assert git(project, "add", "-A") == 0
    assert git(project, "commit", "-qm", words) == 0


def branch(project: Project, name: str) -> None:
    assert git(project, "checkout", "-q", "main") == 0
    assert git(project, "checkout", "-qb", name) == 0


@pytest.fixture
def repository(project: Project) -> Project:
    """The project, its goldens committed on `main`; `looks` has another theme, `more` a further
    diagram."""
    git(project, "init", "-q", "-b", "main", ".")
    (project.folder / ".gitignore").write_text("diagrams-report/\n")
    commit(project, "base")
    branch(project, "looks")
    project.set_theme("box: {radius: 5}\n")
    commit(project, "looks")
    branch(project, "more")
    (project.folder / "diagrams" / "three.mmd").write_text(OTHER.replace("Two", "2"))
    commit(project, "more")
    git(project, "checkout", "-q", "main")
    return project


def test_a_theme_and_a_diagram_merge_and_are_explained(repository: Project) -> None:
    assert git(repository, "merge", "-q", "looks", "-m", "1") == 0
    assert git(repository, "merge", "-q", "more", "-m", "2") == 0
    ran = repository.test()
    assert "token box.radius 6 -> 5 (house.yaml:3): explains 2 of 2" in ran.out
    assert ran.err.startswith("goldens: 4 same, 2 drifted")


def test_a_theme_rebased_on_a_diagram_is_explained(repository: Project) -> None:
    git(repository, "checkout", "-q", "looks")
    assert git(repository, "rebase", "-q", "more") == 0
    assert "token box.radius 6 -> 5" in repository.test().out


def test_a_diagram_that_was_picked_is_explained(repository: Project) -> None:
    git(repository, "checkout", "-q", "looks")
    assert git(repository, "cherry-pick", "more") == 0
    assert "token box.radius 6 -> 5" in repository.test().out


def test_a_merge_that_was_not_resolved_is_told_and_can_be_accepted(repository: Project) -> None:
    branch(repository, "words")
    repository.edit("Scene 1", "Scene 2")
    commit(repository, "words")
    assert git(repository, "merge", "-q", "looks", "-m", "1") != 0
    ran = repository.test()
    assert "it holds the marks of a merge that was not resolved" in ran.out
    repository.run("accept")
    assert repository.test("--all").status == 0


def test_branches_in_any_order_leave_no_golden_unreadable(repository: Project) -> None:
    seed = random.Random(7)
    for number in range(3):
        branch(repository, f"b{number}")
        name = f"n{number}.mmd"
        (repository.folder / "diagrams" / name).write_text(OTHER.replace("Two", str(number)))
        if number == 1:
            repository.set_theme("edge: {radius: 3}\n")
        commit(repository, name)
    git(repository, "checkout", "-q", "main")
    names = ["looks", "more", "b0", "b2"]
    seed.shuffle(names)
    for name in names:
        assert git(repository, "merge", "-q", name, "-m", name) == 0
    ran = repository.test()
    assert "unreadable" not in ran.out
    assert "token box.radius 6 -> 5" in ran.out
