"""Files read and written byte for byte, whatever their encoding."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.project.files import reason, write_atomically

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
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _failure(path, f"cannot be read: {reason(error)}") from None
    if len(data) > MAX_BYTES:
        raise _failure(path, f"is larger than {MAX_BYTES} bytes, the most that is read")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _failure(path, "is UTF-16 text: save the file as UTF-8")
    try:
        return Document(path, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Document(path, data.decode("latin-1"), "latin-1")


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
