"""Reading sources: bounded, as text, and told what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.files.read import read_file, reason

MAX_BYTES = 8_000_000
"""Largest source file that is read."""


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file, line ends and byte order mark as they are.

    Raises `DiagramError` for a file that cannot be read, is larger than `MAX_BYTES` or is not
    UTF-8, naming it as `shown`.
    """
    try:
        data = read_file(path, MAX_BYTES)
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


def _failure(shown: str, message: str) -> DiagramError:
    return DiagramError.single("file", f"{shown}: {message}")
