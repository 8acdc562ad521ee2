"""Every kind of Mermaid goes through every command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.cli import preview
from diagramkit.cli.watching.board import Board
from diagramkit.cli.watching.folder import Folder, settings_of

Run = Callable[..., Any]
FOLDER = Path(preview.__file__).parent / "samples"
SAMPLES = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.mmd"))}
COMMANDS = {
    "render": [("render", "diagrams", "-o", "drawn", "-f", "svg", "--width", "900")],
    "colors": [("render", "diagrams", "-o", "drawn", "-f", "svg", "--colors", "source")],
    "adopt": [("adopt", "--dry-run")],
    "sync": [("sync", "page.md"), ("sync", "--check", "page.md")],
    "check": [("check", "page.md", "diagrams")],
    "test": [("accept", "diagrams"), ("test", "diagrams")],
    "page": [("page", "page.md"), ("page", "--check", "page.md")],
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a diagram of each kind, and a page with all of them."""
    (tmp_path / "diagrams").mkdir()
    for kind, source in SAMPLES.items():
        (tmp_path / "diagrams" / f"{kind}.mmd").write_text(source, encoding="utf-8")
    blocks = [
        f"```mermaid\n{source}```\n\n<!-- picture: diagrams/{kind}.mmd -->\n<!-- /picture -->\n\n"
        for kind, source in SAMPLES.items()
    ]
    (tmp_path / "page.md").write_text(f"# Page\n\n{''.join(blocks)}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_all_kinds(run: Run, project: Path, name: str) -> None:
    for command in COMMANDS[name]:
        ran = run(*command)
        assert ran.status == 0, (command, ran.err, ran.out.decode())
    drawn = {path.name.split(".")[0] for path in (project / "drawn").glob("*.svg")}
    assert drawn in (set(), set(SAMPLES))
    pictures = (project / "page.md").read_text("utf-8").count("<img ")
    assert pictures == (len(SAMPLES) if name in ("page", "sync") else 0)


def test_all_kinds_are_shown_while_they_are_written(project: Path) -> None:
    board = Board()
    folder = Folder(project / "diagrams", settings_of((), {}), board)
    while folder.todo:
        folder.step(frozenset())
    assert {Path(entry.path).stem for entry in board.entries.values()} == set(SAMPLES)
    for entry in board.entries.values():
        assert entry.errors == (), entry.path
        assert entry.pictures["light"].startswith(b"<"), entry.path
