"""The last run, kept in the report folder, so that `accept` need not draw again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.orphans import Orphan
from diagramkit.drift.run import Run
from diagramkit.drift.work import Result
from diagramkit.files.border import Border
from diagramkit.files.journal import Ownership, Reader, recover, replace_all
from diagramkit.files.lock import locked
from diagramkit.files.read import hash_of, is_plain, read_own
from diagramkit.files.write import make_folder, remove_empty_folder
from diagramkit.golden.record import Record, load_record

REPORT = "diagrams-report"
"""The folder for reports, from where the command was run."""
FILE = "run.json"
_IGNORE = ".gitignore"
_MOST_BYTES = 200_000_000
VERSION = 2


@dataclass(frozen=True, slots=True)
class Pending:
    """A golden that could be accepted: `record` and `picture` are what it would become.

    An orphan, which would be removed, has neither. `source` is the absolute path of its diagram,
    `causes` are ids; `former` is the golden, by folder and name, that a renamed drawing had.
    """

    folder: Path
    name: str
    status: str
    source: str
    fingerprint: str
    causes: tuple[str, ...]
    record: Record | None = None
    picture: bytes = b""
    former: tuple[Path, str] | None = None


@dataclass(frozen=True, slots=True)
class LastRun:
    """What the last run left to accept. `seen` are all goldens that it looked at."""

    pending: tuple[Pending, ...]
    seen: frozenset[tuple[str, str]]


def save_run(run: Run, folder: Path, pages: Mapping[str, bytes], border: Border) -> None:
    """Put a run's pictures, `pages` and what `accept` needs into the report folder.

    Files of the run before are removed. Raises `DiagramError` when nothing can be written there.
    """
    make_folder(folder, border)
    with locked(folder):
        recover(folder, _OWNERSHIP, border)
        entries, pictures = _entries(run)
        files = {**pictures, **pages}
        before = _files(folder)
        if _IGNORE in before or not os.listdir(folder):
            files[_IGNORE] = b"*\n"  # keeps the folder out of Git
        document = {
            "version": VERSION,
            "seen": [list(key) for key in _seen(run)],
            "files": {name: hash_of(data) for name, data in files.items()},
            "pending": entries,
        }
        files[FILE] = _dumped(document)
        replace_all(folder, files, before, _OWNERSHIP, border, durable=False)


def forget(folder: Path, accepted: Iterable[Pending], border: Border) -> None:
    """Take accepted goldens out of the last run; with nothing left the run is dropped."""
    gone = {(absolute(item.folder), item.name) for item in accepted}
    if not gone:
        return
    try:
        with locked(folder):
            value = _document(folder)
            left = [
                entry
                for entry in value["pending"]
                if (absolute(Path(entry["folder"])), entry["name"]) not in gone
            ]
            files = {FILE: _dumped({**value, "pending": left})}
            replace_all(folder, files, (), _OWNERSHIP, border, durable=False)
    except (OSError, ValueError, KeyError, TypeError, DiagramError):
        return
    if not left:
        drop_run(folder, border)


def drop_run(folder: Path, border: Border) -> None:
    """Remove what an earlier run left; files of others stay."""
    if not (folder / FILE).is_file():
        return
    with locked(folder):
        names = (*_files(folder), FILE)
        replace_all(folder, {}, names, _OWNERSHIP, border, durable=False)
    remove_empty_folder(folder, border)


def load_run(folder: Path, border: Border) -> LastRun | None:
    """The last run; None where there is none, or its files are not those it wrote."""
    try:
        border.contain(folder / FILE)
        with locked(folder):
            recover(folder, _OWNERSHIP, border)
            value = _document(folder)
            pending = tuple(_pending(entry, folder, value["files"]) for entry in value["pending"])
            seen = frozenset((absolute(Path(where)), str(name)) for where, name in value["seen"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    except DiagramError:
        return None
    return LastRun(pending, seen)


def absolute(folder: Path) -> str:
    """How a folder of goldens is told from others."""
    return os.path.abspath(folder)


def _relative(path: str | Path) -> str:
    """A path as the run's file has it: it holds wherever the project is."""
    return Path(os.path.relpath(path)).as_posix()


def unique_names(run: Run) -> dict[tuple[str, str], str]:
    """What the files of each golden are called in the report folder."""
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for folder, verdict in run.verdicts:
        name, count = verdict.name, 1
        while name in taken:
            count += 1
            name = f"{verdict.name}-{count}"
        taken.add(name)
        names[absolute(folder), verdict.name] = name
    return names


def pending_of(run: Run) -> tuple[Pending, ...]:
    """What a run leaves to accept, without the way through the report folder."""
    orphans = tuple(_orphan(orphan) for orphan in run.orphans if orphan.verdict.status == "orphan")
    return (*(_of(result) for result in run.results if result.record), *orphans)


def _of(result: Result) -> Pending:
    return Pending(
        result.job.folder,
        result.name,
        result.verdict.status,
        os.path.abspath(result.job.diagram.shown),
        result.fingerprint,
        tuple(cause.id for cause in result.verdict.causes),
        result.record,
        result.picture,
        result.former,
    )


def _orphan(orphan: Orphan) -> Pending:
    return Pending(
        orphan.folder, orphan.verdict.name, "orphan", orphan.source, orphan.fingerprint, ()
    )


def _seen(run: Run) -> Iterator[tuple[str, str]]:
    for folder, verdict in run.verdicts:
        yield _relative(folder), verdict.name


def _entries(run: Run) -> tuple[list[dict[str, Any]], dict[str, bytes]]:
    names = unique_names(run)
    files: dict[str, bytes] = {}
    entries = []
    for item in pending_of(run):
        file = names[absolute(item.folder), item.name]
        entries.append(
            {
                "folder": _relative(item.folder),
                "name": item.name,
                "status": item.status,
                "source": _relative(item.source) if item.source else "",
                "fingerprint": item.fingerprint,
                "causes": list(item.causes),
                "file": file if item.record else "",
                "former": [_relative(item.former[0]), item.former[1]] if item.former else None,
            }
        )
        if item.record:
            files[f"{file}.actual.json"] = item.record.dump().encode()
            files[f"{file}.actual.png"] = item.picture
    for result in run.results:
        file = names[absolute(result.job.folder), result.name]
        if result.expected:
            files[f"{file}.expected.png"] = result.expected
        if result.difference:
            files[f"{file}.difference.png"] = result.difference
    return entries, files


def _pending(entry: Any, folder: Path, hashes: Mapping[str, str]) -> Pending:
    record, picture, former = None, b"", entry["former"]
    if file := str(entry["file"]):
        record = load_record(_checked(folder, f"{file}.actual.json", hashes).decode("utf-8"))
        picture = _checked(folder, f"{file}.actual.png", hashes)
    return Pending(
        Path(str(entry["folder"])),
        str(entry["name"]),
        str(entry["status"]),
        str(entry["source"]),
        str(entry["fingerprint"]),
        tuple(map(str, entry["causes"])),
        record,
        picture,
        (Path(str(former[0])), str(former[1])) if former else None,
    )


def _checked(folder: Path, name: str, hashes: Mapping[str, str]) -> bytes:
    data = read_own(folder / name, _MOST_BYTES) if is_plain(name) else None
    if data is None or hash_of(data) != hashes[name]:
        raise ValueError(f"{name} was changed after the run")
    return data


def _document(folder: Path) -> dict[str, Any]:
    """The run's file. Raises `OSError` or `ValueError`."""
    return _parsed(read_own(folder / FILE, _MOST_BYTES))


def _parsed(data: bytes | None) -> dict[str, Any]:
    value = json.loads(data or b"")
    if not isinstance(value, dict) or value.get("version") != VERSION:
        raise ValueError("no run of this version")
    return value


def _dumped(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _files(folder: Path) -> list[str]:
    """The names of what the run before has written."""
    try:
        return [name for name in _document(folder)["files"] if is_plain(name)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _is_ours(name: str, read: Reader) -> bool:
    """Whether a file of a report folder is as a run has written it, by that run's own file."""
    try:
        value = _parsed(read(FILE))
        if name == FILE:
            return True
        data = read(name)
        return data is not None and value["files"].get(name) == hash_of(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False


_OWNERSHIP = Ownership(_is_ours, FILE)
