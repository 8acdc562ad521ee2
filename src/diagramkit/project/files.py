"""Reading and writing files: bounded, whole or not at all, and where they were meant to go."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from diagramkit.diagnostics import DiagramError, Location

MAX_BYTES = 8_000_000
"""Largest source file that is read."""


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file, line ends and byte order mark as they are.

    Raises `DiagramError` for a file that cannot be read, is larger than `MAX_BYTES` or is not
    UTF-8, naming it as `shown`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _failure(shown, f"cannot be read: {reason(error)}") from None
    return decode(data, shown)


def decode(data: bytes, shown: str) -> str:
    """Bytes of a source as text; errors as for `read_text`, with the place of a bad byte."""
    if len(data) > MAX_BYTES:
        raise _failure(shown, f"is larger than {MAX_BYTES} bytes, the most that is read")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        bad = data[error.start]
        raise DiagramError.single(
            "encoding",
            f"not UTF-8 text (byte 0x{bad:02x}): save the file as UTF-8",
            Location(shown, line, column),
        ) from None


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step, so that nobody ever reads half a file.

    Folders on the way are made, and a file that is replaced keeps its permissions. Raises
    `DiagramError` when the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(data)
            if path.exists():
                shutil.copymode(path, temporary)
            os.replace(temporary, path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _failure(str(path), f"cannot be written: {reason(error)}") from None


def reason(error: OSError) -> str:
    """What the operating system says is wrong, without the number and the name of the file."""
    return (error.strerror or str(error)).lower()


def _failure(shown: str, message: str) -> DiagramError:
    return DiagramError.single("file", f"{shown}: {message}")
