"""The last run, kept in the report folder, so that `accept` need not draw again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diagramkit.drift.run import Run
from diagramkit.drift.strays import Stray
from diagramkit.drift.work import Result, manifest_of
from diagramkit.golden.lock import locked
from diagramkit.golden.picture import file_hash
from diagramkit.golden.record import Record, RecordError, load_record
from diagramkit.golden.store import Manifest, UnreadableError, load_manifest
from diagramkit.project.files import write_atomically

REPORT = "diagrams-report"
"""The folder for reports, from where the command was run."""
FILE = "run.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Pending:
    """A golden that could be accepted: `record` and `picture` are what it would become.

    An orphan, which would be removed, has neither. `source` is the absolute path of its diagram,
    `causes` are ids.
    """

    folder: Path
    name: str
    status: str
    source: str
    fingerprint: str
    causes: tuple[str, ...]
    record: Record | None = None
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class LastRun:
    """What the last run left to accept. `seen` are all goldens that it looked at."""

    pending: tuple[Pending, ...]
    seen: frozenset[tuple[str, str]]
    manifest: Manifest


def save_run(run: Run, folder: Path) -> None:
    """Put a run's pictures, and what `accept` needs, into the report folder.

    Files of the run before are removed. Raises `DiagramError` when nothing can be written there.
    """
    _make(folder)
    with locked(folder):
        before = _files(folder)
        entries, files = _entries(run)
        manifest = Manifest()
        for result in run.results:
            manifest = manifest.joined(manifest_of(result))
        for name, data in files.items():
            write_atomically(folder / name, data)
        document = {
            "version": VERSION,
            "seen": [list(key) for key in _seen(run)],
            "files": {name: file_hash(data) for name, data in files.items()},
            "pending": entries,
            "manifest": json.loads(manifest.dump()),
        }
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        write_atomically(folder / FILE, text.encode())
        for name in before - files.keys():
            (folder / name).unlink(missing_ok=True)


def forget(folder: Path, accepted: Iterable[Pending]) -> None:
    """Take accepted goldens out of the last run; with nothing left the run is dropped."""
    gone = {(absolute(item.folder), item.name) for item in accepted}
    try:
        with locked(folder):
            value = json.loads((folder / FILE).read_text(encoding="utf-8"))
            left = [e for e in value["pending"] if (e["folder"], e["name"]) not in gone]
            value["pending"] = left
            text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
            write_atomically(folder / FILE, text.encode())
    except (OSError, ValueError, KeyError, TypeError):
        return
    if not left:
        drop_run(folder)


def drop_run(folder: Path) -> None:
    """Remove what an earlier run left; files of others stay."""
    if not (folder / FILE).is_file():
        return
    with locked(folder):
        for name in (*_files(folder), FILE, "index.html", "summary.md", ".gitignore"):
            (folder / name).unlink(missing_ok=True)
    try:
        folder.rmdir()
    except OSError:
        return  # somebody else's files are there


def load_run(folder: Path) -> LastRun | None:
    """The last run; None where there is none, or its files are not those it wrote."""
    try:
        with locked(folder, shared=True):
            value = json.loads((folder / FILE).read_text(encoding="utf-8"))
            if value["version"] != VERSION:
                return None
            pending = tuple(_pending(entry, folder, value["files"]) for entry in value["pending"])
            manifest = load_manifest(json.dumps(value["manifest"]))
            seen = frozenset((str(where), str(name)) for where, name in value["seen"])
    except (OSError, ValueError, KeyError, TypeError, RecordError, UnreadableError):
        return None
    return LastRun(pending, seen, manifest)


def absolute(folder: Path) -> str:
    """How a folder of goldens is named in the run's file."""
    return os.path.abspath(folder)


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
    strays = tuple(_stray(stray) for stray in run.strays if stray.verdict.status == "orphan")
    return (*(_of(result) for result in run.results if result.record), *strays)


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
    )


def _stray(stray: Stray) -> Pending:
    return Pending(stray.folder, stray.verdict.name, "orphan", stray.source, stray.fingerprint, ())


def _seen(run: Run) -> Iterator[tuple[str, str]]:
    for folder, verdict in run.verdicts:
        yield absolute(folder), verdict.name


def _entries(run: Run) -> tuple[list[dict[str, Any]], dict[str, bytes]]:
    names = unique_names(run)
    files: dict[str, bytes] = {}
    entries = []
    for item in pending_of(run):
        file = names[absolute(item.folder), item.name]
        entries.append(
            {
                "folder": absolute(item.folder),
                "name": item.name,
                "status": item.status,
                "source": item.source,
                "fingerprint": item.fingerprint,
                "causes": list(item.causes),
                "file": file if item.record else "",
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
    record, picture = None, b""
    if file := str(entry["file"]):
        record = load_record(_checked(folder, f"{file}.actual.json", hashes).decode("utf-8"))
        picture = _checked(folder, f"{file}.actual.png", hashes)
    return Pending(
        Path(os.path.relpath(entry["folder"])),
        str(entry["name"]),
        str(entry["status"]),
        str(entry["source"]),
        str(entry["fingerprint"]),
        tuple(map(str, entry["causes"])),
        record,
        picture,
    )


def _checked(folder: Path, name: str, hashes: Mapping[str, str]) -> bytes:
    if Path(name).name != name:
        raise ValueError(name)
    data = (folder / name).read_bytes()
    if file_hash(data) != hashes[name]:
        raise ValueError(f"{name} was changed after the run")
    return data


def _files(folder: Path) -> set[str]:
    """The pictures and records that the run before has written."""
    try:
        names = json.loads((folder / FILE).read_text(encoding="utf-8"))["files"]
        return {str(name) for name in names if Path(str(name)).name == name}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _make(folder: Path) -> None:
    """The folder, and in a new one a file that keeps it out of Git."""
    if folder.is_dir():
        return
    write_atomically(folder / ".gitignore", b"*\n")
