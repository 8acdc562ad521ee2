"""Reading files that may be anything: bounded, and only what is a file."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from pathlib import Path
from typing import Any

DAMAGED = (
    ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError,
)  # fmt: skip
"""What is raised where a value is not of the shape in which it was written."""
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# A pipe without a writer would hold up whoever opens it.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def read_file(path: Path | str, most: int, *, follow: bool = True) -> bytes:
    """The bytes of a file.

    Args:
        path: the file.
        most: the most bytes that are read.
        follow: whether the file may be a link.

    Raises:
        OSError: it cannot be read, is larger than `most`, or is a folder, a pipe, a device or,
            unless `follow`, a link.
    """
    try:
        handle = os.open(path, _FLAGS | _AT_ONCE | (0 if follow else _NO_LINK))
    except ValueError:  # a null byte in the name
        raise FileNotFoundError(errno.ENOENT, "no such file") from None
    with open(handle, "rb", buffering=0) as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        # Asking for at most so many bytes would make room for all of them first.
        data = file.read() if status.st_size <= most else None
    if data is None or len(data) > most:
        raise OSError(errno.EFBIG, f"is larger than {most} bytes, the most that is read")
    return data


def read_own(path: Path | str, most: int) -> bytes | None:
    """The bytes of a file that is no link; None where there is none. Raises `OSError`."""
    try:
        return read_file(path, most, follow=False)
    except (FileNotFoundError, NotADirectoryError):
        return None


def parse_json(text: bytes | str) -> Any:
    """What JSON says. Raises one of `DAMAGED` where it is none, or has half a character in it,
    which cannot be written."""
    value = json.loads(text)
    escapes = (b"\\ud", b"\\uD") if isinstance(text, bytes) else ("\\ud", "\\uD")
    if any(escape in text for escape in escapes):  # type: ignore[operator]
        json.dumps(value, ensure_ascii=False).encode()
    return value


def has_bytes(path: Path, data: bytes) -> bool:
    """Whether there is a file, no link, that holds just these bytes."""
    try:
        return read_own(path, len(data)) == data
    except OSError:
        return False


def hash_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def reason(error: OSError) -> str:
    """What the operating system says is wrong, without the number and the name of the file."""
    if error.errno == errno.ELOOP:
        return "is a link that leads nowhere, or may not be one"
    return (error.strerror or str(error)).lower()


def is_plain(name: str) -> bool:
    """Whether a name stays inside its folder."""
    return name not in ("", ".", "..") and not any(sign in name for sign in ("/", "\\", "\0", ":"))
