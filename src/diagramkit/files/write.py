"""One file put in its place, changed or removed: whole or not at all, and never another's."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from diagramkit.diagnostics import DiagramError
from diagramkit.files.border import Border
from diagramkit.files.lock import locked
from diagramkit.files.read import read_own, reason
from diagramkit.files.temporary import made, sync_folder

_MOST = 1_000_000_000


def write_file(path: Path, data: bytes, border: Border | None = None) -> None:
    """Put `data` at `path` in one step, so that nobody ever reads half a file.

    Folders on the way are made; a file that is replaced keeps its permissions, a link is replaced
    and not followed. For what is made anew each time: see `replace_file` for what people edit.

    Args:
        path: the file.
        data: its bytes.
        border: where it has to be; None for a path that the user has named.

    Raises:
        DiagramError: it is outside of the border or cannot be written.
    """
    target = _contained(path, border)
    with _said(path):
        _make(target.parent)
        mode = _mode(target)
        with made(target.parent, data, mode=mode, durable=False) as new:
            os.replace(new, target)


def replace_file(path: Path, before: bytes | None, data: bytes, border: Border) -> None:
    """Put `data` in the place of a file that was read before, if it still is what was read.

    A link is followed to the file it names. What is written is on the disk before the old file is
    given up.

    Args:
        path: the file.
        before: what was read there; None where there was no file.
        data: its new bytes.
        border: where the file, all links followed, has to be.

    Raises:
        DiagramError: it has changed meanwhile, is outside of the border, or cannot be written;
            then it is as it was.
    """
    target = border.contain_target(path)
    with _said(path):
        _make(target.parent)
        with made(target.parent, data, mode=_mode(target), durable=True) as new:
            with locked(target.parent):
                now = read_own(target, _MOST)
                if now == data:
                    return
                if now != before:
                    message = f"{path}: has changed since it was read; left as it is, try again"
                    raise DiagramError.single("changed", message)
                os.replace(new, target)
            sync_folder(target.parent)


def remove_file(path: Path, is_ours: Callable[[bytes], bool], border: Border) -> bool:
    """Remove a file whose bytes prove that it is ours; whether it is gone.

    Raises `DiagramError` where it is outside of the border or cannot be removed.
    """
    target = border.contain(path)
    with _said(path, "removed"):
        try:
            now = read_own(target, _MOST)
        except OSError:
            return False  # a link, a folder, a device: nothing that we write
        if now is not None and not is_ours(now):
            return False
        target.unlink(missing_ok=True)
        return True


def make_folder(folder: Path, border: Border) -> None:
    """Make a folder and those above it. Raises `DiagramError` where that cannot be."""
    with _said(folder, "made"):
        _make(border.contain_target(folder))


def remove_empty_folder(folder: Path, border: Border) -> None:
    """Remove a folder if nothing is in it."""
    with contextlib.suppress(OSError):
        border.contain_target(folder).rmdir()


def discard_output(stream: TextIO) -> None:
    """Let what is written to a stream from now on, and what it has kept so far, go nowhere."""
    with contextlib.suppress(OSError, ValueError):
        sink = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(sink, stream.fileno())
        finally:
            os.close(sink)


def closed_output() -> TextIO:
    """A stream that nothing can be written to, in the place of one that is closed."""
    return open(os.devnull, encoding="utf-8")


def no_output() -> TextIO:
    """A stream from which everything goes nowhere."""
    return open(os.devnull, "w", encoding="utf-8")


def _contained(path: Path, border: Border | None) -> Path:
    return border.contain(path) if border else Path(os.path.abspath(path))


def _make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)


def _mode(target: Path) -> int | None:
    """The permissions of the file that is there. Raises `OSError` for what is no file."""
    try:
        status = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISREG(status.st_mode):
        return stat.S_IMODE(status.st_mode)
    if stat.S_ISLNK(status.st_mode):
        return None
    raise IsADirectoryError(0, "is a directory" if target.is_dir() else "not a regular file")


@contextlib.contextmanager
def _said(path: Path, done: str = "written") -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        words = reason(error) if isinstance(error, OSError) else "no name that a file can have"
        raise DiagramError.single("file", f"{path}: cannot be {done}: {words}") from None
