"""`diagrams init`: a repository set up, and nothing of its own changed."""

from __future__ import annotations

import json
import posixpath
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from diagramkit.cli.starting.plan import start

Run = Callable[..., Any]


def files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def test_after_init_all_commands_are_green_and_write_nothing(run: Run) -> None:
    assert run("init", "--yes").status == 0
    before = files()
    assert run("render").err == "drew 0 diagrams, 2 unchanged (diagrams/rendered)\n"
    assert run("check").status == 0
    assert run("test").status == 0
    assert run("sync", "--check").err == "0 diagrams out of step, 1 in step\n"
    # What only saves time ignores itself.
    assert {name for name in files() if not name.startswith(".diagrams-cache/")} == set(before)
    assert before.items() <= files().items()


def test_no_file_that_is_there_changes(run: Run) -> None:
    own = {
        ".pre-commit-config.yaml": b"repos: []\n",
        "diagrams.toml": b'theme = "blueprint"\n',
        "diagrams/request.mmd": b"flowchart LR\n  a --> b\n",
        "pyproject.toml": b"[project]\n",
    }
    for name, data in own.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(data)
    ran = run("init", "--yes")
    assert ran.status == 0
    assert own.items() <= files().items()
    assert not Path("diagrams-theme.yaml").exists()
    assert ".pre-commit-config.yaml stays as it is; to add:\n\n    repos:" in ran.out.decode()


def test_a_second_run_has_nothing_to_write(run: Run) -> None:
    run("init", "--yes")
    before = files()
    assert run("init", "--yes").err == "wrote 0 files\n"
    assert files() == before


@pytest.mark.parametrize("arguments", [["--dry-run"], []], ids=["dry", "not confirmed"])
def test_nothing_is_written_unless_asked_for(run: Run, arguments: list[str]) -> None:
    run("init", *arguments, stdin=b"n\n")
    assert files() == {}


def test_a_repository_on_gitlab_is_shown_a_job_of_its_own(run: Run) -> None:
    Path(".gitlab-ci.yml").write_text("build: {script: make}\n")
    assert "diagrams test --format junit" in run("init", "--yes").out.decode()
    assert not Path(".github").exists()


def test_files_name_the_schemas_that_they_keep_to() -> None:
    made = start(Path("set-up")).made
    for file, schema in (
        ("diagrams.toml", "configuration"),
        ("diagrams-theme.yaml", "theme"),
        ("diagrams/batch.yaml", "figure"),
    ):
        text = made[file].decode()
        named = text.splitlines()[0].split("schema", 1)[1].lstrip("= ")
        written = json.loads(
            made[posixpath.normpath(posixpath.join(posixpath.dirname(file), named))]
        )
        assert written["$id"] == f"urn:diagramkit:schema:{schema}"
        value = tomllib.loads(text) if file.endswith(".toml") else yaml.safe_load(text)
        jsonschema.validate(value, written)


@pytest.mark.parametrize(
    ("arguments", "near"),
    [(["rendr"], "'render'"), (["render", "--mod"], "'--mode'"), (["theme", "shw"], "'show'")],
)
def test_a_mistyped_word_is_told_what_is_near(run: Run, arguments: list[str], near: str) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert f"Did you mean {near}?" in ran.err
