"""Files in the making: a name that nobody can know before, and gone again whatever happens."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from diagramkit.files.lock import try_lock

_OWN = re.compile(r"\.diagrams-[0-9a-f]{16}\.(?:tmp|new)")
_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_READABLE = 0o666
_OLD = 3600.0
"""Seconds after which a file is nobody's any more, where that cannot be learnt from a lock."""


@contextlib.contextmanager
def made(folder: Path, data: bytes, *, mode: int | None, durable: bool) -> Iterator[Path]:
    """A new file with `data` in `folder`, which is gone afterwards unless it was moved away.

    `mode` are its permissions; None: those of any new file. `durable`: it is on the disk before
    anything else is done. It is locked as long as it is there, so that nobody sweeps it.
    """
    _sweep_once(os.fspath(folder))
    path, handle = _new(folder)
    try:
        _fill(handle, data, durable=durable)
        if mode is not None:
            os.chmod(path, mode)
        if sys.platform == "win32":  # it cannot be moved while it is open
            os.close(handle)
            handle = -1
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        if handle >= 0:
            os.close(handle)


def stage(folder: Path, data: bytes, *, durable: bool) -> str:
    """Put `data` into a new file of `folder`, which stays, and give its name."""
    name = _name("new")
    handle = os.open(folder / name, _FLAGS, _READABLE)
    try:
        _fill(handle, data, durable=durable)
    except BaseException:
        drop(folder, name)
        raise
    finally:
        os.close(handle)
    return name


def drop(folder: Path, name: str) -> None:
    """Remove a staged file."""
    if _OWN.fullmatch(name):
        with contextlib.suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def staged(folder: Path) -> list[str]:
    """The names of all staged files of a folder."""
    return [name for name in _own_files(folder) if name.endswith(".new")]


def is_staged_name(name: str) -> bool:
    """Whether a name is one that `stage` gives."""
    return bool(_OWN.fullmatch(name)) and name.endswith(".new")


def sweep(folder: Path) -> None:
    """Remove the files in the making that runs before have left; those of live runs stay."""
    for name in _own_files(folder):
        if name.endswith(".tmp"):
            _remove_if_left(folder / name)


@cache
def _sweep_once(folder: str) -> None:
    sweep(Path(folder))


def sync_folder(folder: Path) -> None:
    """See to it that what was moved in a folder is on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _name(suffix: str) -> str:
    return f".diagrams-{os.urandom(8).hex()}.{suffix}"


def _new(folder: Path) -> tuple[Path, int]:
    """A new file that this process has locked, and its descriptor."""
    while True:
        path = folder / _name("tmp")
        handle = os.open(path, _FLAGS, _READABLE)
        # Who sweeps the folder may have been quicker.
        if try_lock(handle) and os.fstat(handle).st_nlink:
            return path, handle
        os.close(handle)


def _fill(handle: int, data: bytes, *, durable: bool) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
    if durable:
        os.fsync(handle)


def _own_files(folder: Path) -> list[str]:
    try:
        return sorted(filter(_OWN.fullmatch, os.listdir(folder)))
    except OSError:
        return []


def _remove_if_left(path: Path) -> None:
    """Remove a file in the making unless a live run holds it."""
    with contextlib.suppress(OSError):
        status = path.lstat()
        if sys.platform == "win32" or not stat.S_ISREG(status.st_mode):
            if time.time() - status.st_mtime > _OLD:
                path.unlink()
            return
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if try_lock(handle):
                path.unlink()
        finally:
            os.close(handle)
