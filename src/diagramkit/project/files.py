"""Writing files: whole or not at all, and where they were meant to go."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.project.documents import MAX_BYTES, decode, read_document, reason

__all__ = ["MAX_BYTES", "decode", "read_text", "reason", "write_atomically"]


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file, line ends and byte order mark as they are.

    Errors as for `read_document`.
    """
    return read_document(path, shown).text


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


def _failure(shown: str, message: str) -> DiagramError:
    return DiagramError.single("file", f"{shown}: {message}")
