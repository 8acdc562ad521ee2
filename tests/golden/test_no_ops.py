"""What must not count as a change."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SOURCE, THEME, Project

THEMES = {
    "key order": "name: house\nextends: editorial\n",
    "comments": f"# the house\n{THEME}# the end\n",
    "white space": "\n\nextends:   editorial\n\nname:  house\n\n\n",
    "line ends": THEME.replace("\n", "\r\n"),
    "a token set to what it is": f"{THEME}box: {{radius: 6}}\n",
    "description": f"{THEME}description: Something else.\n",
}
SOURCES = {
    "comment": SOURCE.replace("way of a request", "road"),
    "comment gone": SOURCE.replace("  %% the way of a request\n", ""),
    "white space": SOURCE.replace("  A[", "\n      A[").replace(" --> D", "   -->   D"),
    "line ends": SOURCE.replace("\n", "\r\n"),
    "no line feed at the end": SOURCE.rstrip("\n"),
}


@pytest.mark.parametrize("text", THEMES.values(), ids=THEMES)
def test_a_theme_written_in_another_way_changes_nothing(project: Project, text: str) -> None:
    (project.folder / "house.yaml").write_text(text, newline="")
    assert project.test("--all").status == 0


@pytest.mark.parametrize("text", SOURCES.values(), ids=SOURCES)
def test_a_source_written_in_another_way_changes_nothing(project: Project, text: str) -> None:
    project.source.write_text(text, newline="")
    assert project.test("--all").status == 0


SURROUNDINGS = {
    "hash seed": ({"PYTHONHASHSEED": "4711"}, []),
    "locale": ({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, []),
    "plain locale": ({"LC_ALL": "C", "PYTHONUTF8": "0"}, []),
    "two jobs": ({}, ["-j", "2"]),
    "time zone": ({"TZ": "Asia/Tokyo"}, []),
}


@pytest.mark.parametrize(("environment", "options"), SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_other_surroundings_change_nothing(
    project: Project, environment: dict[str, str], options: list[str]
) -> None:
    command = [sys.executable, "-m", "diagramkit", "test", "--all", *options]
    variables = {**os.environ, **environment}
    ran = subprocess.run(
        command, cwd=project.folder, env=variables, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, b"goldens: 4 same\n")


@pytest.mark.parametrize(
    ("place", "paths"), [("diagrams", ["."]), ("diagrams", ["one.mmd"]), (".", ["diagrams/"])]
)
def test_another_working_folder_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch, place: str, paths: list[str]
) -> None:
    monkeypatch.chdir(project.folder / place)
    assert project.test("--all", *paths).status == 0


def test_a_project_that_was_moved_is_the_same(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.move(project.folder, tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert project.test("--all").status == 0
