"""Files read and written byte for byte, whatever their encoding."""

from __future__ import annotations

from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.project import documents
from diagramkit.project.documents import Document
from diagramkit.project.files import write_atomically

MAX_BYTES = 64_000_000
"""Largest file that is read."""


def read_document(path: Path) -> Document:
    """Read a file as UTF-8 or else as Latin-1; errors as for the reader of the project."""
    return documents.read_document(path, limit=MAX_BYTES, any_encoding=True)


def write_document(document: Document, text: str, project: Path) -> None:
    """Put `text` in the place of a document in one step.

    A link is followed to the file it names. Raises DiagramError where that file is outside of the
    folder `project`, where the encoding has no room for the text, and where it cannot be written.
    """
    path = document.path
    if path.is_symlink():
        path = path.resolve()
        if not path.is_relative_to(project.resolve()):
            raise _failure(document.path, f"a link that leads out of {project}; left as it is")
    try:
        data = document.data(text)
    except UnicodeEncodeError:
        raise _failure(document.path, "is not UTF-8, and the theme's names do not fit") from None
    write_atomically(path, data)


def _failure(path: Path, message: str) -> DiagramError:
    return DiagramError.single("file", f"{path}: {message}")
