"""Files read and written byte for byte, whatever their encoding."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.files.border import Border
from diagramkit.files.read import read_file, reason
from diagramkit.files.write import replace_file

MAX_BYTES = 64_000_000
"""Largest file that is read."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text; `encoding` gives its bytes back."""

    path: Path
    text: str
    encoding: str

    def data(self, text: str) -> bytes:
        """`text` as bytes of this file."""
        return text.encode(self.encoding)


def read_document(path: Path) -> Document:
    """Read a file as UTF-8, or as Latin-1, in which every byte is a character.

    Raises DiagramError for a file that cannot be read, is larger than `MAX_BYTES` or is no text.
    """
    try:
        data = read_file(path, MAX_BYTES)
    except OSError as error:
        raise _failure(path, f"cannot be read: {reason(error)}") from None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _failure(path, "is UTF-16 text: save the file as UTF-8")
    try:
        return Document(path, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Document(path, data.decode("latin-1"), "latin-1")


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
