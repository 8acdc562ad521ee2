"""One writer at a time, and no reader meanwhile, across processes.

The lock is the operating system's and ends with the process that holds it, killed or not: there
is nothing to clean up. On POSIX the folder itself is locked; Windows cannot lock folders and gets
a file that vanishes when it is closed.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from diagramkit.diagnostics import DiagramError

PATIENCE = 30.0
"""Seconds that a run waits for another one."""
_PAUSE = 0.05
FILE = ".lock"


@contextlib.contextmanager
def locked(folder: Path, *, shared: bool = False, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder, `shared` with other readers or alone.

    A folder that does not exist has nothing to protect. Raises `DiagramError` when another run
    holds the lock for longer than `patience` seconds.
    """
    handle = _open(folder)
    if handle is None:
        yield
        return
    try:
        _wait(handle, folder, shared, patience)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, folder: Path, shared: bool, patience: float) -> None:
    end = time.monotonic() + patience
    while not try_lock(handle, shared=shared):
        if time.monotonic() >= end:
            message = f"{folder}: another run of diagrams holds this folder; try again when it ends"
            raise DiagramError.single("locked", message)
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int | None:
        if not folder.is_dir():
            return None
        flags = os.O_RDWR | os.O_CREAT | os.O_TEMPORARY
        try:
            return os.open(folder / FILE, flags)
        except OSError:
            return None  # a folder that cannot be written to is not written to by others either

    def try_lock(handle: int, *, shared: bool = False) -> bool:  # noqa: ARG001 (there are none)
        """Lock an open file or folder if nobody else has; whether that is done."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(folder: Path) -> int | None:
        try:
            return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:
            return None

    def try_lock(handle: int, *, shared: bool = False) -> bool:
        """Lock an open file or folder if nobody else has; whether that is done."""
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: better no lock than no goldens
        return True
