"""A repository made to do harm: no command reads, writes, links or removes anything outside."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from diagramkit.cli import main
from diagramkit.drift.state import VERSION

from .kills import FLOW

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
    ("check",),
    ("init", "--yes"),
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
    (repository / ".diagrams-cache").symlink_to(outside)
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
        "version": VERSION,
        "shard": "",
        "commands": ["diagrams accept", "--cause", "--golden"],
        "files": {"../../outside/secret.mmd": hashed(SECRET.encode())},
        "pending": [{**entry, "former": None} for entry in entries],
        "goldens": [],
        "errors": [],
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


HARMS = (plain, links, configuration, theme, state_files)


def outsiders(folder: Path) -> None:
    """What belongs to somebody else."""
    (folder / "secret.mmd").write_text(f"flowchart LR\n  {SECRET}[{SECRET}\n")
    (folder / "secret.yaml").write_text(f"password: {SECRET}\n")
    (folder / "AGENTS.md").write_text(f"{SECRET}\n\n```mermaid\n{FLOW}  c:::accent\n```\n")
    (folder / "manifest.json").write_text('{"name": "a web app"}')
    (folder / "logo.v1.big.png").write_bytes(b"a picture")
    (folder / ".draft.new").write_text("a draft")


def attack(harm: Callable[[Path], None], home: Path) -> list[str]:
    """Run each command in a checkout made to do harm; what was touched or told of the outside."""
    outside, repository = home / "outside", home / "repository"
    outside.mkdir()
    outsiders(outside)
    before, faults = tree(outside), []
    for command in COMMANDS:
        repository.mkdir()
        plain(repository)
        if harm is not plain:
            harm(repository)
        status, told = run(command, repository)
        shown = [name for name, text in inside(repository).items() if SECRET in text]
        faults += [f"{command}: {name} holds a secret" for name in shown]
        faults += [f"{command}: {what}" for what in wrong(status, told)]
        if tree(outside) != before:
            faults.append(f"{command}: something outside has changed")
        shutil.rmtree(repository)
    shutil.rmtree(outside)
    return faults


def wrong(status: int, told: str) -> Iterator[str]:
    if status not in (0, 1, 2):
        yield f"status {status}"
    if SECRET in told:
        yield "a secret is told"
    if "Traceback" in told or "a fault of diagramkit" in told:
        yield "a fault"


def run(command: tuple[str, ...], folder: Path) -> tuple[int, str]:
    """The exit status of a command, and all that it said."""
    said, here = io.BytesIO(), Path.cwd()
    stream = io.TextIOWrapper(said, encoding="utf-8", write_through=True)
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
            status = main(command)
    finally:
        os.chdir(here)
    return status, said.getvalue().decode("utf-8", "replace")


def tree(folder: Path) -> dict[str, str]:
    """All that is in a folder, with the bytes of files and the places that links lead to."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[str(path)] = f"link to {path.readlink()}"
        else:
            found[str(path)] = path.read_bytes().hex() if path.is_file() else "folder"
    return found


def inside(repository: Path) -> dict[str, str]:
    """The text of all files that belong to the repository."""
    files = (path for path in repository.rglob("*") if path.is_file() and not path.is_symlink())
    real = (path for path in files if path.resolve().is_relative_to(repository.resolve()))
    return {str(path): path.read_bytes().decode("latin-1") for path in real}
