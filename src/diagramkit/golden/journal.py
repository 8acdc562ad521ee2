"""Many files of a folder replaced as if at once.

New files are written under other names first. The journal, one file that names them all, is what
decides: until it is there nothing has happened, from then on everything has. Whoever reads looks
through it, and the next writer finishes what a killed one has begun.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from diagramkit.diagnostics import DiagramError

FILE = ".accept.json"
SUFFIX = ".new"


def pending(folder: Path) -> tuple[dict[str, str], set[str]]:
    """What a killed writer has left to do: new files by final name, and names to remove."""
    try:
        value = json.loads((folder / FILE).read_text(encoding="utf-8"))
        names = [str(name) for name in value["replace"]]
        removals = {str(name) for name in value["remove"]}
    except (OSError, ValueError, TypeError, KeyError):
        return {}, set()
    safe = [name for name in (*names, *removals) if _is_plain(name)]
    staged = {name: _staged(name) for name in names if name in safe}
    return {name: new for name, new in staged.items() if (folder / new).is_file()}, removals


def current(folder: Path, name: str, left: tuple[dict[str, str], set[str]]) -> Path | None:
    """The file that holds `name` now, `left` being what is pending; None when it is removed."""
    replacements, removals = left
    if name in removals:
        return None
    return folder / replacements.get(name, name)


def recover(folder: Path) -> None:
    """Finish what is pending and throw away what never counted; the folder has to be locked."""
    if (folder / FILE).exists():
        replacements, removals = pending(folder)
        _finish(folder, replacements, removals)
    for leftover in folder.glob(f".*{SUFFIX}"):
        leftover.unlink(missing_ok=True)


def replace_all(folder: Path, files: Mapping[str, bytes], removals: Iterable[str]) -> None:
    """Write `files` and remove `removals` in a locked folder: all of it or, with a
    `DiagramError`, nothing."""
    gone = sorted(set(removals) - files.keys())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        recover(folder)
        try:
            _stage(folder, files, gone)
        except BaseException:
            _drop(folder, files)
            raise
        _finish(folder, {name: _staged(name) for name in files}, gone)
    except OSError as error:
        message = f"{folder}: cannot be written: {reason(error)}; no golden was changed"
        raise DiagramError.single("golden-write", message) from None


def _stage(folder: Path, files: Mapping[str, bytes], gone: list[str]) -> None:
    for name, data in files.items():
        (folder / _staged(name)).write_bytes(data)
    journal = json.dumps({"replace": sorted(files), "remove": gone})
    draft = folder / _staged(FILE)
    with draft.open("wb") as file:
        file.write(journal.encode())
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, folder / FILE)


def _drop(folder: Path, files: Iterable[str]) -> None:
    for name in (*files, FILE):
        with contextlib.suppress(OSError):
            (folder / _staged(name)).unlink(missing_ok=True)


def _finish(folder: Path, replacements: Mapping[str, str], removals: Iterable[str]) -> None:
    for name in sorted(replacements):
        os.replace(folder / replacements[name], folder / name)
    for name in removals:
        if _is_plain(name):
            (folder / name).unlink(missing_ok=True)
    (folder / FILE).unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """What the operating system says is wrong, without the number and the name of the file."""
    return (error.strerror or str(error)).lower()


def _staged(name: str) -> str:
    return f".{name.lstrip('.')}{SUFFIX}"


def _is_plain(name: str) -> bool:
    """Whether a name stays inside the folder."""
    return Path(name).name == name and name not in ("", ".", "..")
