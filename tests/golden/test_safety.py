"""Killed, out of space, read-only, two at once: no golden is lost or torn."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.cli import main
from diagramkit.diagnostics import DiagramError
from diagramkit.files.border import Border
from diagramkit.files.journal import FILE, replace_all
from diagramkit.files.lock import locked
from diagramkit.golden.store import Folder, ownership

from .conftest import Project

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


def child(work: Callable[[], int]) -> int:
    """Start `work` in a process of its own, with everything loaded, and give its id."""
    process = os.fork()
    if process:
        return process
    try:
        os._exit(work())
    finally:
        os._exit(99)


def ending(process: int) -> int:
    """The exit status of a child; minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def accept() -> int:
    return main(["accept"])


def accept_until(change: int) -> int:
    """Accept, but end as a kill would before the given change of a file, counted from 0."""
    left = [change]

    def counted(work: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any, **options: Any) -> Any:
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1
            return work(*arguments, **options)

        return counting

    for name in ("open", "replace", "unlink"):
        setattr(os, name, counted(getattr(os, name)))
    return accept()


def state(folder: Path) -> dict[str, tuple[bytes, bytes | None]]:
    """Each golden as a reader finds it: its record, and its picture, which has to be its own."""
    goldens = Folder(folder)
    found = {}
    for name in goldens.names:
        record = goldens.record(name)
        assert record is not None
        found[name] = (record.dump().encode(), goldens.check_picture(name, record))
        assert record.made.look is not None
        assert not record.is_edited
    return found


@pytest.fixture
def changed(project: Project) -> Project:
    """The project with one drawing drifted, one new and one gone."""
    project.edit("Scene 1", "Scene 2")
    (project.folder / "diagrams" / "two.mmd").unlink()
    (project.folder / "diagrams" / "three.mmd").write_text("flowchart LR\n  A --> B\n")
    project.test()
    return project


@POSIX
def test_a_kill_between_any_two_changes_leaves_all_old_or_all_new(changed: Project) -> None:
    before = state(changed.goldens)
    names = {"one.house.dark", "one.house.light", "three.house.dark", "three.house.light"}
    backup = changed.folder / "backup"
    shutil.copytree(changed.goldens, backup)
    seen = set()
    for change in range(400):
        shutil.rmtree(changed.goldens)
        shutil.copytree(backup, changed.goldens)
        killed = ending(child(lambda change=change: accept_until(change))) == -signal.SIGKILL
        after = state(changed.goldens)
        assert after == before or after.keys() == names, change
        seen.add("old" if after == before else "new")
        if not killed:
            break
    else:
        pytest.fail("accepting never came to its end")
    assert seen == {"old", "new"}


@POSIX
def test_a_kill_at_a_random_moment_can_be_accepted_over(changed: Project) -> None:
    seed = random.Random(5)
    for _ in range(8):
        process = child(accept)
        time.sleep(seed.uniform(0.0, 0.1))
        os.kill(process, signal.SIGKILL)
        ending(process)
        state(changed.goldens)
    assert changed.run("accept").status == 0
    assert changed.test("--all").status == 0
    assert not [name for name in changed.files() if name.startswith(".")]


@POSIX
@pytest.mark.parametrize("command", ["test", "accept"])
def test_what_a_killed_accept_has_begun_is_finished_first(changed: Project, command: str) -> None:
    for change in range(400):
        ending(child(lambda change=change: accept_until(change)))
        if (changed.goldens / FILE).exists():
            break
    changed.run(command)
    assert not [name for name in changed.files() if name.startswith(".")]
    assert changed.test("--all").status == 0


@POSIX
def test_a_full_disk_changes_nothing_and_is_said(changed: Project) -> None:
    before = changed.files()
    said = changed.folder / "said.txt"

    def accept_on_full_disk() -> int:
        words = io.StringIO()
        small_files_only()
        with contextlib.redirect_stderr(words):
            status = accept()
        said.write_text(words.getvalue())
        return status

    assert ending(child(accept_on_full_disk)) == 2
    words = "goldens: cannot be written: file too large; nothing was changed"
    assert words in said.read_text()
    assert changed.files() == before


def small_files_only() -> None:
    """No file above 4 KB: what a write past the end of the disk looks like."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_folder_that_cannot_be_written_changes_nothing_and_is_said(
    changed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = changed.files()
    make = os.open

    def refuse(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if Path(path).parent.name == "goldens" and flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return make(path, flags, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        ran = changed.run("accept")
    assert ran.status == 2
    assert "goldens: cannot be written: permission denied; nothing was changed" in ran.err
    assert changed.files() == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes to read-only folders"
)
def test_goldens_in_a_read_only_folder_can_be_tested(project: Project) -> None:
    project.goldens.chmod(0o555)
    try:
        assert project.test().status == 0
    finally:
        project.goldens.chmod(0o755)


def test_a_report_that_cannot_be_written_does_not_hide_the_drift(project: Project) -> None:
    project.edit("Scene 1", "Scene 2")
    (project.folder / "diagrams-report").write_text("a file in the way")
    ran = project.test()
    assert ran.status == 1
    assert 'text: text:C:0 says "Scene 2"' in ran.out
    assert "diagrams-report: cannot be made: file exists" in ran.err


@POSIX
def test_who_accepts_waits_for_who_tests(project: Project) -> None:
    with (
        locked(project.goldens, shared=True),
        pytest.raises(DiagramError, match="another run of diagrams holds this folder"),
        locked(project.goldens, patience=0.1),
    ):
        pytest.fail("both hold the folder")


@POSIX
def test_two_readers_do_not_wait_for_each_other(project: Project) -> None:
    with locked(project.goldens, shared=True), locked(project.goldens, shared=True, patience=0):
        assert project.test().status == 0


@POSIX
def test_two_accepts_at_once_leave_whole_goldens(changed: Project) -> None:
    assert sorted(ending(process) for process in [child(accept), child(accept)])[0] == 0
    state(changed.goldens)
    assert changed.test("--all").status == 0


def test_a_journal_never_leads_out_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "goldens"
    folder.mkdir()
    outside = tmp_path / "precious.txt"
    outside.write_text("keep me")
    hashed = hashlib.sha256(b"keep me").hexdigest()
    step = {"name": "../precious.txt", "before": hashed, "after": "", "staged": ""}
    (folder / FILE).write_text(json.dumps({"version": 1, "steps": [step]}))
    replace_all(folder, {"a.json": b"{}"}, [], ownership(), Border.around([folder]))
    assert outside.read_text() == "keep me"


def test_a_broken_journal_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    replace_all(tmp_path, {"a.json": b"{}"}, [], ownership(), Border.around([tmp_path]))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json"]
