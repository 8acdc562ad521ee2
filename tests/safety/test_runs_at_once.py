"""Runs over one tree, and editors, never lose each other's work."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path

import pytest

from diagramkit.cli import main

from .conftest import FLOW

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks")

TEN = 10
BLOCK = f"```mermaid\n{FLOW}  c:::accent --> d\n```\n\n"


class Run:
    """The program in a process of its own, with everything loaded."""

    def __init__(self, *arguments: str) -> None:
        self.log = Path(f"../log-{time.monotonic_ns()}")
        self.process = os.fork()
        if not self.process:
            with (
                contextlib.suppress(BaseException),
                self.log.open("w") as log,
                contextlib.redirect_stderr(log),
                contextlib.redirect_stdout(log),
            ):
                status = main(arguments)
                log.flush()
                os._exit(status)
            os._exit(99)

    def is_running(self) -> bool:
        with contextlib.suppress(ChildProcessError):
            return os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        return False

    def end(self) -> tuple[int, str]:
        """The exit status and what was said."""
        status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        return status, self.log.read_text()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def at_once(*commands: list[str]) -> list[tuple[int, str]]:
    return [run.end() for run in [Run(*command) for command in commands]]


def pages(count: int, blocks: int = 3) -> list[Path]:
    named = [Path(f"{number}.md") for number in range(count)]
    for page in named:
        page.write_text(f"# {page.stem}\n\n{BLOCK * blocks}")
    return named


def diagrams(count: int) -> None:
    Path("diagrams").mkdir()
    for number in range(count):
        Path("diagrams", f"{number}.mmd").write_text(f"{FLOW}  b --> n{number}\n")


def test_what_an_editor_appends_while_a_page_is_put_in_step_is_kept() -> None:
    (page,) = pages(1, blocks=40)
    run, count = Run("sync", page.name), 0
    while run.is_running():
        with page.open("a") as file:
            file.write(f"appended {count}\n")
        count += 1
        time.sleep(0.003)
    status, told = run.end()
    kept = [line for line in page.read_text().splitlines() if line.startswith("appended")]
    assert kept == [f"appended {number}" for number in range(count)]
    assert (status, "has changed since it was read; left as it is" in told) == (2, True)


def test_ten_syncs_at_once_leave_what_one_leaves() -> None:
    pages(4)
    main(["sync"])
    wanted = {page.name: page.read_bytes() for page in Path().glob("*.md")}
    pages(4)
    assert {status for status, _ in at_once(*[["sync"]] * TEN)} == {0}
    assert {page.name: page.read_bytes() for page in Path().glob("*.md")} == wanted
    assert list(Path().glob(".*")) == []


def test_ten_syncs_in_two_themes_leave_each_page_in_one_of_them() -> None:
    wanted: dict[str, set[bytes]] = {}
    themes = ["editorial", "blueprint"]
    for theme in themes:
        for page in pages(2):
            main(["sync", "--theme", theme, page.name])
            wanted.setdefault(page.name, set()).add(page.read_bytes())
    pages(2)
    at_once(*(["sync", "--theme", theme] for theme in themes * (TEN // 2)))
    assert all(page.read_bytes() in wanted[page.name] for page in Path().glob("*.md"))


def test_ten_accepts_at_once_leave_whole_goldens(capsys: pytest.CaptureFixture[str]) -> None:
    diagrams(2)
    at_once(*[["accept"]] * TEN)
    main(["test", "--all"])
    assert capsys.readouterr().err == "goldens: 4 same\n"
    assert list(Path("diagrams/goldens").glob(".*")) == []


def test_renders_of_different_diagrams_keep_each_other_in_the_cache() -> None:
    diagrams(TEN)
    at_once(*(["render", "-f", "svg", f"diagrams/{number}.mmd"] for number in range(TEN)))
    known = json.loads(Path("diagrams/rendered/.diagrams-cache.json").read_text())["diagrams"]
    assert sorted(known) == [str(number) for number in range(TEN)]


@pytest.mark.parametrize("command", ["render", "test"])
def test_ten_runs_at_once_end_alike(command: str) -> None:
    diagrams(2)
    ends = {status for status, _ in at_once(*[[command, "diagrams"]] * TEN)}
    assert ends == {0 if command == "render" else 1}
