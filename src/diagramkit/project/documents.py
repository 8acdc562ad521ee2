"""The one reader of source files: bounded, and byte for byte whatever is in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.files.read import read_file, reason

MAX_BYTES = 8_000_000
"""Largest source file that is read, unless a caller says otherwise."""

BYTE_ORDER_MARK = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Document:
    """A text file as it was read.

    Attributes:
        path: where it is.
        text: all of it, with its byte order mark and its line ends as they are.
        encoding: what gives its bytes back.
    """

    path: Path
    text: str
    encoding: Literal["utf-8", "latin-1"] = "utf-8"

    @property
    def body(self) -> str:
        """The text without a byte order mark."""
        return self.text.removeprefix(BYTE_ORDER_MARK)

    @property
    def line_end(self) -> Literal["\n", "\r\n", "\r"]:
        """How its first line ends; `\\n` where there is only one."""
        end = self.text.find("\n")
        mac = self.text.find("\r", 0, end if end >= 0 else len(self.text))
        if mac < 0:
            return "\n"
        return "\r\n" if mac + 1 == end else "\r"

    def data(self, text: str) -> bytes:
        """`text` as bytes of this file. Raises `UnicodeEncodeError` where they have no room."""
        return text.encode(self.encoding)


def read_document(
    path: Path, shown: str | None = None, *, limit: int = MAX_BYTES, any_encoding: bool = False
) -> Document:
    """Read a text file.

    Args:
        path: the file; links are followed.
        shown: what messages call it; its path when left out.
        limit: the most bytes that are read.
        any_encoding: read what is not UTF-8 as Latin-1, in which every byte is a character.

    Raises:
        DiagramError: it cannot be read, is not a regular file, is larger than `limit`, is UTF-16
            or, without `any_encoding`, not UTF-8; with the place of the first bad byte.
    """
    shown = str(path) if shown is None else shown
    data = read_bytes(path, shown, limit=limit)
    if any_encoding and not data.startswith(_UTF_16):
        try:
            return Document(path, data.decode("utf-8"))
        except UnicodeDecodeError:
            return Document(path, data.decode("latin-1"), "latin-1")
    return Document(path, decode(data, shown, limit=limit))


def read_bytes(path: Path, shown: str, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; errors as for `read_document`."""
    try:
        return read_file(path, limit)
    except OSError as error:
        raise _failure(shown, f"cannot be read: {reason(error)}") from None


def decode(data: bytes, shown: str, *, limit: int = MAX_BYTES) -> str:
    """Bytes of a source as text; errors as for `read_document`."""
    _bounded(data, shown, limit)
    if data.startswith(_UTF_16):
        raise _failure(shown, "is UTF-16 text: save the file as UTF-8")
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


def _bounded(data: bytes, shown: str, limit: int) -> bytes:
    if len(data) > limit:
        raise _failure(shown, f"is larger than {limit} bytes, the most that is read")
    return data


def _failure(shown: str, message: str) -> DiagramError:
    return DiagramError.single("file", f"{shown}: {message}")
