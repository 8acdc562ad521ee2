"""Commands killed at each change of a file, and run at once: whole files, the same in the end."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from diagramkit.cli import main

FLOW = "flowchart LR\n  a --> b\n"
BLOCK = f"```mermaid\n{FLOW}  c:::accent --> d\n```\n\n"
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir")
COMMANDS = {
    "render": ["render", "diagrams", "-f", "svg"],
    "test": ["test", "diagrams"],
    "accept": ["accept", "diagrams"],
    "sync": ["sync", "docs"],
    "pictures": ["sync", "--pictures", "docs"],
    "page": ["page", "docs/places.md"],
    "adopt": ["adopt", "--yes", "docs"],
}
Tree = dict[str, bytes]


def project(folder: Path) -> None:
    """A small project in which each command has something to do.

    It is made in this process, so that all is loaded when others are forked from it.
    """
    for name in ("diagrams", "docs"):
        (folder / name).mkdir()
    (folder / "diagrams.toml").write_text('mode = "light"\n')
    (folder / "diagrams" / "one.mmd").write_text(FLOW)
    (folder / "diagrams" / "two.mmd").write_text("flowchart TB\n  x --> y\n")
    (folder / "docs" / "blocks.md").write_text(f"# A\n\n{BLOCK}words\n\n{BLOCK}")
    (folder / "docs" / "places.md").write_text("<!-- picture: ../diagrams/one.mmd -->\n")
    with inside(folder):
        main(["accept"])
    (folder / "diagrams" / "one.mmd").write_text(f"{FLOW}  b --> c\n")
    (folder / "diagrams" / "two.mmd").rename(folder / "diagrams" / "three.mmd")


@dataclass(frozen=True)
class Killed:
    """What was tried of a command: how often it was killed, and what was wrong afterwards."""

    name: str
    kills: int
    faults: tuple[str, ...]


def kill_each(name: str, *, most: int = 1000, seed: int = 0) -> Killed:
    """Kill a command before its changes of files, each once or `most` by chance, and run it again.

    Each file has to be as it was or as it was to be, and after the second run all as after a run
    that was not killed, with nothing left over.
    """
    with tempfile.TemporaryDirectory() as home:
        start = Path(home, "start")
        start.mkdir()
        project(start)
        before = tree(start)
        wanted, events = _whole_run(start, name)
        chosen = sorted(Random(f"{name} {seed}").sample(range(events), min(most, events)))
        faults = [fault for event in chosen for fault in _kill(start, name, event, before, wanted)]
        return Killed(name, len(chosen), tuple(faults))


def _whole_run(start: Path, name: str) -> tuple[Tree, int]:
    with copy(start) as folder:
        events = in_child(lambda: _count(folder, COMMANDS[name]))
        return tree(folder), events


def _kill(start: Path, name: str, event: int, before: Tree, wanted: Tree) -> Iterator[str]:
    with copy(start) as folder:
        in_child(lambda: _until(folder, COMMANDS[name], event))
        for path, data in tree(folder).items():
            if data not in (before.get(path), wanted.get(path)) and not _is_private(path):
                yield f"{name}:{event}: {path} is neither old nor new"
        in_child(lambda: _run(folder, COMMANDS[name]))
        after = tree(folder)
        for path in sorted(after.keys() | wanted.keys()):
            if after.get(path) != wanted.get(path):
                yield f"{name}:{event}: {path} is another after the next run"


def at_once(name: str, count: int) -> list[str]:
    """Run a command `count` times at once; what is not as after one run."""
    with tempfile.TemporaryDirectory() as home:
        start = Path(home, "start")
        start.mkdir()
        project(start)
        wanted, _ = _whole_run(start, name)
        with copy(start) as folder:
            runs = [_fork(lambda: _run(folder, COMMANDS[name])) for _ in range(count)]
            for run in runs:
                os.waitpid(run, 0)
            after = tree(folder)
        paths = sorted(after.keys() | wanted.keys())
        return [f"{name}: {path}" for path in paths if after.get(path) != wanted.get(path)]


@contextlib.contextmanager
def copy(start: Path) -> Iterator[Path]:
    """A copy of a project, always at the same place: some files hold where they are."""
    folder = start.parent / "project"
    shutil.copytree(start, folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def tree(folder: Path) -> Tree:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _is_private(path: str) -> bool:
    """Whether a file is one of those that a run keeps for the next one to finish or sweep."""
    return Path(path).name.startswith(".diagrams-")


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    here = Path.cwd()
    os.chdir(folder)
    try:
        with (
            open(os.devnull, "w") as nothing,
            contextlib.redirect_stdout(nothing),
            contextlib.redirect_stderr(nothing),
        ):
            yield
    finally:
        os.chdir(here)


def _run(folder: Path, command: list[str]) -> int:
    with inside(folder):
        return main(command)


def _count(folder: Path, command: list[str]) -> int:
    seen = [0]

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        seen[0] += _is_change(name, arguments)

    sys.addaudithook(hook)
    _run(folder, command)
    return seen[0]


def _until(folder: Path, command: list[str], event: int) -> int:
    left = [event]

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        if _is_change(name, arguments):
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1

    with inside(folder):
        sys.addaudithook(hook)
        return main(command)


def _is_change(name: str, arguments: tuple[object, ...]) -> bool:
    if name != "open":
        return name in EVENTS
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def in_child(work: Callable[[], int | None]) -> int:
    """What `work` gives in a process of its own, with everything loaded; -1 for a killed one."""
    read, write = os.pipe()
    process = _fork(lambda: os.write(write, str(work() or 0).encode()))
    os.close(write)
    with open(read) as answer:
        words = answer.read()
    os.waitpid(process, 0)
    return int(words or -1)


def _fork(work: Callable[[], object]) -> int:
    process = os.fork()
    if not process:
        with contextlib.suppress(BaseException):
            work()
        os._exit(0)
    return process
