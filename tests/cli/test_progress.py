"""Progress of long work: shown to people at a terminal, and to nobody else."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from diagramkit.cli import main, progress
from diagramkit.project import jobs
from diagramkit.project.diagrams import Diagram


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal, and no waiting before progress is shown.

    No fixture: pytest puts its own standard error in place after those.
    """
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    return terminal


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.mmd").write_text(f"flowchart LR\n  a --> {name}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", ["render . -f svg", "check . --no-cache", "test . --new ok"])
def test_a_terminal_is_told_how_many_of_how_many(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    terminal = at_a_terminal(monkeypatch)
    main([*command.split(), "-j", "1"])
    assert "3/3" in terminal.getvalue()


@pytest.mark.usefixtures("project")
def test_quiet_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    main(["render", ".", "-f", "svg", "-j", "1", "--quiet"])
    assert terminal.getvalue() == "drew 3 diagrams (rendered)\n"


@pytest.mark.usefixtures("project")
def test_what_is_no_terminal_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    main(["render", ".", "-f", "svg", "-j", "1"])
    assert capsys.readouterr().err == "drew 3 diagrams (rendered)\n"


def test_what_is_slow_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    monkeypatch.setattr("diagramkit.cli.progress_bar._SLOW", 0.0)
    items = [Diagram(name, "pie", f"{name}.mmd", 1, Path()) for name in ("first", "second")]
    with jobs.watched(progress.with_progress):
        assert list(jobs.run(_name, items, 1, _name)) == ["first", "second"]
    assert "second.mmd" in terminal.getvalue()


def _name(diagram: Diagram) -> str:
    return diagram.name
