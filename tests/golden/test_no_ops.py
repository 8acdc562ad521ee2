"""What must not count as a change."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagramkit.drift.job import Job
from diagramkit.drift.plan import make_plan
from diagramkit.drift.work import judge
from diagramkit.project.config import load_settings

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


PLAIN = """\
flowchart LR
  A[One] --> B[Two]
  B --> C[Three]
"""
BY_HAND = {
    "nodes said first, in another order": "flowchart LR\n  A[One]\n  C[Three]\n  B[Two]\n"
    "  A --> B\n  B --> C\n",
    "an id renamed": PLAIN.replace("B", "B2"),
    "all ids renamed": PLAIN.replace("A", "x").replace("B", "y").replace("C", "z"),
    "a chain in one line": "flowchart LR\n  A[One] --> B[Two] --> C[Three]\n",
    "words in quotes": PLAIN.replace("[One]", '["One"]'),
    "semicolons": PLAIN.replace("\n", ";\n").replace("LR;", "LR"),
    "graph for flowchart": PLAIN.replace("flowchart", "graph"),
    "a comment": f"%% a remark\n{PLAIN}",
    "blank lines": PLAIN.replace("\n", "\n\n"),
    "a class of the default role": f"{PLAIN}  class A primary\n",
    "longer dashes of an arrow given as they are": PLAIN.replace("-->", " --> "),
    "a byte order mark": f"\ufeff{PLAIN}",
}


@pytest.fixture
def plain(project: Project) -> Project:
    """A project with one plain diagram and its goldens."""
    project.source.write_text(PLAIN)
    assert project.run("accept").status == 0
    return project


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND)
def test_what_nobody_can_see_is_no_drift(plain: Project, text: str) -> None:
    plain.source.write_text(text, encoding="utf-8")
    assert plain.test("--all").status == 0


NAMES = st.permutations(["p", "q7", "node_x", "Zed"])
REMARKS = st.text("abc %-[]>{}|", max_size=12).filter(lambda text: not text.startswith("{"))


@st.composite
def no_ops(draw: st.DrawFn) -> str:
    """The same diagram of four boxes, written in another way: ids, the order in which boxes are
    said, remarks, blank lines, white space, line ends."""
    ids = draw(NAMES)
    words = ["One", "Two", "Three", "Four"]
    boxes = [f"{name}[{word}]" for name, word in zip(ids, words, strict=True)]
    said = [ids[0], *draw(st.permutations(ids[1:]))] if draw(st.booleans()) else []
    lines = [boxes[ids.index(name)] for name in said]
    shown = ids if said else boxes
    lines += [f"{shown[0]} --> {shown[1]}", f"{ids[1]} --> {shown[2]}", f"{ids[2]} --> {shown[3]}"]
    written = ["flowchart LR"]
    for line in lines:
        if draw(st.booleans()):
            written.append(f"%% {draw(REMARKS)}")
        written.append(" " * draw(st.integers(0, 5)) + line + " " * draw(st.integers(0, 2)))
        written += [""] * draw(st.integers(0, 2))
    return draw(st.sampled_from(["\n", "\r\n"])).join(written) + "\n"


FOUR = "flowchart LR\n  a[One] --> b[Two]\n  b --> c[Three]\n  c --> d[Four]\n"


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=no_ops())
def test_a_diagram_written_in_another_way_is_no_drift(four: Job, text: str) -> None:
    job = replace(four, diagram=replace(four.diagram, text=text.replace("\r\n", "\n")))
    results = judge(job).results
    assert [(one.verdict.status, one.verdict.causes) for one in results] == [("same", ())] * 2


@pytest.fixture
def four(project: Project) -> Job:
    """A job of four boxes that has goldens."""
    project.source.write_text(FOUR)
    project.run("accept", "diagrams/one.mmd")
    (job,) = make_plan([Path("diagrams/one.mmd")], load_settings(project.folder)).jobs
    return job


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
