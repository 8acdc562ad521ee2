"""The hooks for pre-commit, run by pre-commit, and the steps of the Action, run as scripts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / ".github/actions/diagrams/action.yml"
GOOD = "flowchart LR\n  a[One] --> b[Two]\n"
BAD = "flowchart LR\n  a[[One] --> b[Two]\n"
PAGE = "# Page\n\n<!-- picture: flow.mmd -->\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a diagram, and the programs of this checkout on the path."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("diagrams", "python"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    for key, value in {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }.items():
        monkeypatch.setenv(key, value)
    (tmp_path / "gitconfig").write_text("[user]\nname = A\nemail = a@example.org\n")
    folder = tmp_path / "own"
    (folder / "diagrams").mkdir(parents=True)
    (folder / "diagrams" / "flow.mmd").write_text(GOOD)
    git(folder, "init", "-q")
    monkeypatch.chdir(folder)
    return folder


def git(folder: Path, *arguments: str) -> str:
    ran = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def ran(*command: str, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        command,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture
def hooks(tmp_path: Path, repository: Path) -> None:
    """The repository asks for all hooks. They are taken from a local one, so that nothing is
    installed: the program is there."""
    pytest.importorskip("pre_commit")
    origin = tmp_path / "origin"
    origin.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", origin)
    git(origin, "init", "-q")
    git(origin, "add", "-A")
    git(origin, "commit", "-qm", "hooks")
    known = yaml.safe_load((origin / ".pre-commit-hooks.yaml").read_text())
    wanted = [{"id": hook["id"], "language": "system"} for hook in known]
    source = {"repo": str(origin), "rev": git(origin, "rev-parse", "HEAD"), "hooks": wanted}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [source]}))


def hook(name: str) -> tuple[int, str]:
    git(Path(), "add", "-A")
    return ran("pre-commit", "run", name, "--all-files")


@pytest.mark.usefixtures("hooks")
def test_hooks_pass_where_nothing_is_wrong_and_fail_where_something_is() -> None:
    ran("diagrams", "accept")
    for name in ("diagrams-check", "diagrams-test"):
        assert hook(name)[0] == 0, name
    Path("diagrams/flow.mmd").write_text(BAD)
    for name in ("diagrams-check", "diagrams-test"):
        status, words = hook(name)
        assert status == 1, name
        assert "flow.mmd:2:" in words


@pytest.mark.usefixtures("hooks")
def test_hooks_that_write_fail_once_and_pass_then() -> None:
    Path("page.md").write_text(PAGE)
    shutil.copy("diagrams/flow.mmd", "flow.mmd")
    for name in ("diagrams-page", "diagrams-sync"):
        assert hook(name)[0] == 1, name
        assert hook(name)[0] == 0, name
    assert "flow.light" in Path("page.md").read_text()


def step(name: str, **inputs: str) -> tuple[int, str]:
    """A step of the Action, run as the runner does."""
    action: dict[str, Any] = yaml.safe_load(ACTION.read_text())
    given = {key: each["default"] for key, each in action["inputs"].items()} | inputs
    found = next(each for each in action["runs"]["steps"] if each["name"] == name)
    environment = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda place: given[place[1]], value)
        for key, value in found["env"].items()
    }
    return ran(
        "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"], **environment
    )


def test_the_action_passes_on_a_clean_project() -> None:
    ran("diagrams", "accept")
    status, words = step("Check and test")
    assert status == 0, words
    assert "::error" not in words


def test_the_action_annotates_and_leaves_a_report_of_a_drift(tmp_path: Path) -> None:
    ran("diagrams", "accept")
    Path("diagrams/flow.mmd").write_text(GOOD.replace("One", "Another"))
    status, words = step("Check and test", paths="diagrams", report="drift")
    assert status == 1
    assert re.search(r"^::error .*file=diagrams/flow.mmd", words, re.MULTILINE)
    assert Path("drift/index.html").is_file()
    assert "flow" in (tmp_path / "summary.md").read_text()


def test_the_action_gives_the_worse_of_two_statuses_for_a_bad_source() -> None:
    Path("diagrams/flow.mmd").write_text(BAD)
    status, words = step("Check and test")
    assert status == 2
    assert "file=diagrams/flow.mmd,line=2" in words


def test_the_action_installs_what_it_is_told_to_or_its_own_repository() -> None:
    action: dict[str, Any] = yaml.safe_load(ACTION.read_text())
    install = action["runs"]["steps"][0]["run"].replace("python -m pip install --quiet", "echo")
    home = str(ACTION.parent)
    _, own = ran("bash", "-c", install, SPEC="", HOME_OF_ACTION=home)
    assert (Path(own.strip()).resolve() / "pyproject.toml").is_file()
    assert ran("bash", "-c", install, SPEC="diagramkit==1", HOME_OF_ACTION=home)[1] == (
        "diagramkit==1\n"
    )
