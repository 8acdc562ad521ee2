"""Files read and written byte for byte, whatever their encoding."""

from __future__ import annotations

from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.files.border import Border
from diagramkit.files.write import replace_file
from diagramkit.project import documents
from diagramkit.project.documents import Document

MAX_BYTES = 64_000_000
"""Largest file that is read."""


def read_document(path: Path) -> Document:
    """Read a file as UTF-8 or else as Latin-1; errors as for the reader of the project."""
    return documents.read_document(path, limit=MAX_BYTES, any_encoding=True)


def write_document(document: Document, text: str, border: Border) -> None:
    """Put `text` in the place of a document, if that is still what was read.

    A link is followed to the file it names. Raises DiagramError where that file is outside of the
    border or has changed, where the encoding has no room for the text, and where it cannot be
    written.
    """
    try:
        data = document.data(text)
    except UnicodeEncodeError:
        raise _failure(document.path, "is not UTF-8, and the theme's names do not fit") from None
    replace_file(document.path, document.data(document.text), data, border)


def _failure(path: Path, message: str) -> DiagramError:
    return DiagramError.single("file", f"{path}: {message}")
