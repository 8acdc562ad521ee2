"""A small project with goldens, to be changed by tests in one way at a time."""

from __future__ import annotations

import contextlib
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from diagramkit.cli import main
from diagramkit.cli.goldens.reviewing import acceptor
from diagramkit.drift.plan import make_plan
from diagramkit.drift.review import Server
from diagramkit.drift.state import load_run
from diagramkit.files.border import Border
from diagramkit.golden.record import load_record
from diagramkit.golden.report.entry import DIAGRAMS
from diagramkit.golden.serial import dump_scene
from diagramkit.project.config import load_settings
from diagramkit.scene import Scene

SOURCE = """\
flowchart LR
  %% the way of a request
  A["Source<br/>a file"] --> B{Valid?}
  B -->|yes| C["Scene 1"]:::accent --> D["Picture"]:::accent
  B -.->|no| A
  C --> N["what is placed"]:::note
  subgraph G [Later]
    E["Report"]:::secondary --> F["Page"]
  end
  D --> E
"""
OTHER = "flowchart TD\n  X[One] --> Y[Two] --> Z[Three]\n"
THEME = "extends: editorial\nname: house\n"
SETTINGS = '[tool.diagrams]\ntheme = "house.yaml"\n'


@dataclass(frozen=True)
class Ran:
    """What a command gave: its exit status, its data, its words."""

    status: int
    out: str
    err: str


class Project:
    """A project on disk and the program run in it."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capture = capture

    @property
    def goldens(self) -> Path:
        return self.folder / "diagrams" / "goldens"

    @property
    def source(self) -> Path:
        return self.folder / "diagrams" / "one.mmd"

    def run(self, *arguments: str) -> Ran:
        status = main(arguments)
        captured = self.capture.readouterr()
        return Ran(status, captured.out, captured.err)

    def test(self, *arguments: str) -> Ran:
        return self.run("test", *arguments)

    def set_theme(self, more: str) -> None:
        (self.folder / "house.yaml").write_text(THEME + more)

    def edit(self, old: str, new: str) -> None:
        """Replace words of the source, which have to be there once."""
        text = self.source.read_text()
        assert text.count(old) == 1, old
        self.source.write_text(text.replace(old, new))

    def edit_golden(
        self, name: str, change: Callable[[Scene], Scene], *, made: Any = None, **head: str
    ) -> None:
        """Make the golden of another scene, as if that had been accepted; `made` are changes of
        what it says it was drawn with."""
        file = self.goldens / f"{name}.json"
        record = load_record(file.read_text(encoding="utf-8"))
        scene = dump_scene(change(record.scene))
        changed = replace(
            record,
            head=replace(record.head, **head),
            made=replace(record.made, **(made or {})),
            scene_text=scene,
        )
        file.write_text(changed.dump(), encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """The goldens, hidden files included."""
        return {path.name: path.read_bytes() for path in sorted(self.goldens.iterdir())}

    @contextlib.contextmanager
    def served(self) -> Iterator[Server]:
        """The report of the last run, served as `diagrams review` serves it."""
        report, border = self.folder / "diagrams-report", Border.around([self.folder])
        settings = load_settings(self.folder)
        last = load_run(report, border)
        assert last is not None
        run = last.run()
        accept = acceptor(run, lambda: make_plan([Path("diagrams")], settings), report, border)
        with Server(run, DIAGRAMS, accept) as server:
            thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
            thread.start()
            yield server
            server.shutdown()
            thread.join()

    def report(self) -> Any:
        """What `--format json` says."""
        return json.loads(self.test("--format", "json").out)


@pytest.fixture(scope="session")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose goldens have been accepted; tests take copies."""
    folder = tmp_path_factory.mktemp("accepted")
    diagrams = folder / "diagrams"
    diagrams.mkdir()
    (diagrams / "one.mmd").write_text(SOURCE)
    (diagrams / "two.mmd").write_text(OTHER)
    (folder / "house.yaml").write_text(THEME)
    (folder / "pyproject.toml").write_text(SETTINGS)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["accept"]) == 0
    return folder


@pytest.fixture
def project(
    accepted: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Project:
    """A copy of the accepted project, in which the program runs."""
    folder = tmp_path / "project"
    shutil.copytree(accepted, folder)
    monkeypatch.chdir(folder)
    return Project(folder, capsys)
