"""Reading sources as text."""

from __future__ import annotations

from pathlib import Path

from diagramkit.project.documents import MAX_BYTES, decode, read_document

__all__ = ["MAX_BYTES", "decode", "read_text"]


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file, line ends and byte order mark as they are.

    Errors as for `read_document`.
    """
    return read_document(path, shown).text
