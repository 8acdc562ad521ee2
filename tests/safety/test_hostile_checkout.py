"""A repository made to do harm: no command reads, writes, links or removes anything outside."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit.cli import main

from .conftest import FLOW, tree

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links of POSIX")

SECRET = "tell-nobody"
COMMANDS = (
    ("render",),
    ("render", "diagrams", "-f", "svg,png"),
    ("test",),
    ("test", "--format", "github"),
    ("accept",),
    ("sync",),
    ("sync", "--pictures", "diagrams/page.md"),
    ("page", "diagrams/page.md", "diagrams/linked.md"),
    ("adopt", "--yes", "diagrams"),
    ("theme", "check"),
    ("render", "diagrams/page.md", "-o", "out.md"),
)


def hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def plain(repository: Path) -> None:
    """Sources alone, and what they ask for."""
    diagrams = repository / "diagrams"
    diagrams.mkdir()
    (diagrams / "a.mmd").write_text(FLOW)
    (diagrams / "block.md").write_text(f"```mermaid\n{FLOW}```\n")
    places = ["../../outside/secret.mmd", str(repository.parent / "outside" / "secret.mmd")]
    places += ["linked.mmd", "..//../outside/secret.mmd"]
    page = "".join(f"<!-- picture: {place} -->\n\n" for place in places)
    (diagrams / "page.md").write_text(f"{page}```mermaid\n{FLOW}```\n")


def links(repository: Path) -> None:
    """Everything that is written to leads outside."""
    outside, diagrams = repository.parent / "outside", repository / "diagrams"
    for name in ("rendered", "goldens"):
        (diagrams / name).symlink_to(outside)
    (repository / "diagrams-report").symlink_to(outside)
    for name, target in {
        "linked.mmd": "secret.mmd",
        "linked.md": "AGENTS.md",
        "linked.yaml": "secret.mmd",
        ".diagrams-cache.json": "manifest.json",
    }.items():
        (diagrams / name).symlink_to(outside / target)
    (repository / "out.md").symlink_to(outside / "AGENTS.md")
    (diagrams / "loop.mmd").symlink_to("loop.mmd")
    os.mkfifo(diagrams / "pipe.mmd")
    (diagrams / ".gitignore").write_bytes(b"caf\xe9/\n")


def configuration(repository: Path) -> None:
    """A configuration that names what is outside."""
    (repository / "diagrams.toml").write_text(
        'output = "../outside/new"\nguides = ["../outside/AGENTS.md"]\n'
        'goldens = {folder = "../outside"}\n'
    )


def theme(repository: Path) -> None:
    """A configuration whose theme is somebody else's file."""
    (repository / "diagrams.toml").write_text('theme = "../outside/secret.yaml"\n')


def state_files(repository: Path) -> None:
    """Journals, runs, caches and staged files that name what is outside, with right hashes."""
    outside, diagrams = repository.parent / "outside", repository / "diagrams"
    report, goldens, rendered = (
        repository / "diagrams-report",
        diagrams / "goldens",
        diagrams / "rendered",
    )
    for folder in (report, goldens, rendered):
        folder.mkdir()
    picture = (outside / "logo.v1.big.png").read_bytes()
    entries = [
        {
            "folder": folder,
            "name": name,
            "status": "orphan",
            "source": str(diagrams / "a.mmd"),
            "fingerprint": f"+{hashed(picture)}",
            "causes": [],
            "file": "",
        }
        for folder in ("../outside", str(outside), "diagrams/goldens/../../../outside")
        for name in ("logo.v1.big", "../outside/logo.v1.big")
    ]
    run = {
        "version": 1,
        "seen": [],
        "files": {"../../outside/secret.mmd": hashed(SECRET.encode())},
        "pending": entries,
        "manifest": {"version": 1, "tools": {}, "looks": {}},
    }
    (report / "run.json").write_text(json.dumps(run))
    steps = [
        {"name": "../../../outside/secret.mmd", "before": hashed(SECRET.encode()), "after": ""},
        {"name": "manifest.json", "before": "", "after": hashed(b"{}"), "staged": "../x"},
    ]
    journal = {"version": 1, "steps": [{"staged": "", **step} for step in steps]}
    for folder in (report, goldens, rendered):
        (folder / ".diagrams-journal.json").write_text(json.dumps(journal))
        for suffix in ("tmp", "new"):
            (folder / f".diagrams-0123456789abcdef.{suffix}").symlink_to(outside / "secret.mmd")
    for name in ("a.editorial.light.json", "a.editorial.light.png", "x.editorial.light.json"):
        (goldens / name).symlink_to(outside / "secret.mmd")
    (rendered / "a.light.svg").symlink_to(outside / "secret.mmd")
    (rendered / ".diagrams-cache.json").symlink_to(outside / "manifest.json")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """What belongs to somebody else, beside the repository."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.mmd").write_text(f"flowchart LR\n  {SECRET}[{SECRET}\n")
    (folder / "secret.yaml").write_text(f"password: {SECRET}\n")
    (folder / "AGENTS.md").write_text(f"{SECRET}\n\n```mermaid\n{FLOW}  c:::accent\n```\n")
    (folder / "manifest.json").write_text('{"name": "a web app"}')
    (folder / "logo.v1.big.png").write_bytes(b"a picture")
    (folder / ".draft.new").write_text("a draft")
    return folder


@pytest.mark.parametrize("harm", [links, configuration, theme, state_files])
def test_no_command_touches_or_tells_what_is_outside(
    outside: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    harm: Callable[[Path], None],
) -> None:
    before = tree(outside)
    for number, command in enumerate(COMMANDS):
        repository = tmp_path / f"repository-{number}"
        repository.mkdir()
        plain(repository)
        harm(repository)
        monkeypatch.chdir(repository)
        status = main(command)
        told = "".join(capfd.readouterr())
        assert status in (0, 1, 2), command
        assert "Traceback" not in told, command
        assert SECRET not in told, command
        assert tree(outside) == before, command
        shown = [name for name, data in inside(repository).items() if SECRET in data]
        assert shown == [], command
        shutil.rmtree(repository)


def inside(repository: Path) -> dict[str, str]:
    """The text of all files that belong to the repository."""
    files = (path for path in repository.rglob("*") if path.is_file() and not path.is_symlink())
    real = (path for path in files if path.resolve().is_relative_to(repository))
    return {str(path): path.read_bytes().decode("latin-1") for path in real}
