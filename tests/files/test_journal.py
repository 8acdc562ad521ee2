"""Many files are replaced as if at once, wherever the program is killed."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.files.border import Border
from diagramkit.files.journal import FILE, Ownership, Reader, pending, recover, replace_all

POSIX = pytest.mark.skipif(os.name != "posix", reason="forks and signals of POSIX")
OLD = {"index": b"old", "a.json": b"ours 1", "b.json": b"ours 2"}
NEW = {"index": b"new", "a.json": b"ours 3", "c.json": b"ours 4"}
EVENTS = ("open", "os.rename", "os.remove")


def is_ours(name: str, read: Reader) -> bool:
    data = read(name) or b""
    return data in (b"old", b"new") if name == "index" else data.startswith(b"ours")


OWN = Ownership(is_ours, "index")


def written(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def seen(folder: Path) -> dict[str, bytes | None]:
    """What a reader finds who looks through the journal."""
    left = pending(folder, OWN)
    names = left.names(path.name for path in folder.iterdir() if path.name[0] != ".")
    return {name: left.current(name) for name in names}


def change(folder: Path) -> None:
    replace_all(folder, NEW, ["b.json"], OWN, Border.around([folder]))


def killed(work: Callable[[], None], event: int) -> bool:
    """Whether `work` was killed before its file event of this number, counted from 0."""
    process = os.fork()
    if not process:
        left = [event]

        def hook(name: str, arguments: tuple[object, ...]) -> None:
            if name in EVENTS and not (name == "open" and arguments[2] in (0, os.O_RDONLY)):
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1

        sys.addaudithook(hook)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL


@POSIX
def test_a_kill_at_any_event_leaves_all_old_or_all_new(tmp_path: Path) -> None:
    states, event = [], 0
    while True:
        folder = written(tmp_path / str(event), OLD)
        ended = not killed(lambda folder=folder: change(folder), event)
        states.append(seen(folder))
        event += 1
        if ended:
            break
    assert event > 20
    assert all(state in (OLD, NEW) for state in states)
    assert states == sorted(states, key=lambda state: state == NEW)
    assert (states[0], states[-1]) == (OLD, NEW)


@POSIX
def test_what_a_kill_at_any_event_leaves_is_finished_and_swept(tmp_path: Path) -> None:
    event, is_killed = 0, True
    while is_killed:
        folder = written(tmp_path / str(event), OLD)
        is_killed = killed(lambda folder=folder: change(folder), event)
        wanted = seen(folder)
        recover(folder, OWN, Border.around([folder]))
        change(folder) if wanted == OLD else None
        assert held(folder) == NEW, event
        event += 1


@POSIX
def test_what_was_pending_counts_no_more_once_a_file_is_another(tmp_path: Path) -> None:
    folder = half_done(tmp_path)
    (folder / "a.json").write_bytes(b"ours, from another branch")
    recover(folder, OWN, Border.around([folder]))
    assert held(folder) == {**OLD, "a.json": b"ours, from another branch"}


def half_done(tmp_path: Path) -> Path:
    """A folder whose writer was killed when its journal was just in place."""
    for event in range(100):
        folder = written(tmp_path / str(event), OLD)
        killed(lambda folder=folder: change(folder), event)
        if (folder / FILE).exists() and held(folder).items() >= OLD.items():
            return folder
    raise AssertionError


def test_a_file_of_another_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    folder = written(tmp_path / "x", {**OLD, "c.json": b"theirs"})
    with pytest.raises(DiagramError, match=r"c\.json: was not written by diagramkit"):
        change(folder)
    assert held(folder) == {**OLD, "c.json": b"theirs"}


def test_a_file_of_another_is_not_removed(tmp_path: Path) -> None:
    folder = written(tmp_path / "x", {**OLD, "b.json": b"theirs"})
    change(folder)
    assert held(folder) == {**NEW, "b.json": b"theirs"}


@pytest.mark.parametrize("name", ["../out", "/etc/out", "a/b", "", "..", "a\\b"])
def test_a_journal_that_leads_elsewhere_is_none(tmp_path: Path, name: str) -> None:
    folder = written(tmp_path / "x", OLD)
    (tmp_path / "out").write_bytes(b"ours")
    step = {"name": name, "before": hashlib.sha256(b"ours").hexdigest(), "after": "", "staged": ""}
    (folder / FILE).write_text(json.dumps({"version": 1, "steps": [step]}))
    recover(folder, OWN, Border.around([folder]))
    assert (tmp_path / "out").read_bytes() == b"ours"
    assert held(folder).items() >= OLD.items()


@pytest.mark.parametrize(
    "journal", ["{", "[]", "null", '{"version": 1}', '{"version": 1, "steps": [1]}', "[" * 100_000]
)
def test_a_journal_that_cannot_be_read_is_none(tmp_path: Path, journal: str) -> None:
    folder = written(tmp_path / "x", OLD)
    (folder / FILE).write_text(journal)
    assert seen(folder) == OLD
    change(folder)
    assert held(folder) == NEW
