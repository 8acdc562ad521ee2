"""The last run, kept in the report folder, so that `accept` need not draw again."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.folders import absolute, relative
from diagramkit.drift.pending import Pending
from diagramkit.drift.run import Run
from diagramkit.drift.shards import parse_shard
from diagramkit.files.aside import NOTHING, Blob, Blobs, Shelf, Store
from diagramkit.files.border import Border
from diagramkit.files.journal import Ownership, Reader, recover, replace_all
from diagramkit.files.lock import locked
from diagramkit.files.read import DAMAGED, hash_of, is_plain, parse_json, read_own
from diagramkit.files.write import make_folder, remove_empty_folder
from diagramkit.geometry import Rect
from diagramkit.golden.places import Place
from diagramkit.golden.record import load_record
from diagramkit.golden.report.entry import DIAGRAMS, PICTURES, PYTEST, Commands, Entry
from diagramkit.golden.report.json import load_entry, load_error, plain_entry, plain_error

REPORT = "diagrams-report"
"""The folder for reports, from where the command was run."""
FILE = "run.json"
_IGNORE = ".gitignore"
_MOST_BYTES = 200_000_000
VERSION = 4
_HEAD = 24
"""How many bytes say how large a picture is."""
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@dataclass(frozen=True)
class LastRun:
    """What the last run left: what may be accepted, the golden of each entry that it looked at,
    the pictures by golden, and the whole of it when it is asked for."""

    pending: tuple[Pending, ...]
    folder: Path
    document: Mapping[str, Any]

    @cached_property
    def seen(self) -> frozenset[tuple[str, str]]:
        """All goldens that it looked at, by folder and name."""
        keys = (Path(one["golden"]) for one in self.document["goldens"])
        return frozenset((absolute(path.parent), path.name) for path in keys)

    def run(self) -> Run:
        """The run. Raises `DiagramError` where the folder's files are not those it wrote."""
        try:
            shard = self.document["shard"]
            entries: Shelf[Entry] = Shelf(Store(), lambda entry: entry.is_plain)
            for one in self.document["goldens"]:
                entries.append(self._entry(one))
            return Run(
                entries,
                tuple(map(load_error, self.document["errors"])),
                self.pending,
                parse_shard(shard) if shard else None,
            )
        except (OSError, *DAMAGED) as error:
            message = f"{self.folder}: the report is damaged, or was changed: {error}"
            raise DiagramError.single("report", message) from None

    @property
    def commands(self) -> Commands:
        """The commands that accept it."""
        commands = Commands(*map(str, self.document["commands"]))
        if not _is_ours_to_tell(commands):
            raise ValueError("no commands of diagramkit")
        return commands

    def _entry(self, value: Mapping[str, Any]) -> Entry:
        hashes = self.document["files"]
        pictures = {
            kind: _checked_blob(self.folder, name, hashes)
            if (name := value["files"][kind])
            else NOTHING
            for kind in PICTURES
        }
        if file := value["causes_file"]:
            value = {**value, **parse_json(_checked(self.folder, file, hashes))}
        places = {
            str(key): Place(*(Rect(*map(float, one)) if one else None for one in pair))
            for key, pair in value["places"].items()
        }
        return load_entry(value, **pictures, places=places)


def save_run(
    run: Run,
    folder: Path,
    pages: Callable[[Mapping[tuple[str, str], str]], Mapping[str, bytes]],
    border: Border,
    commands: Commands = DIAGRAMS,
) -> None:
    """Put a run's pictures, its pages and what `accept` needs into the report folder.

    `pages` makes them, told what the files of each golden are called.

    Files of the run before are removed. Raises `DiagramError` when nothing can be written there.
    """
    make_folder(folder, border)
    with locked(folder):
        recover(folder, _OWNERSHIP, border)
        names = unique_names(run)
        files = _pictures(run, names)
        goldens = list(map(partial(_golden, names, files), run.entries))
        files |= {name: Blob(data) for name, data in pages(names).items()}
        before = _files(folder)
        if _IGNORE in before or not os.listdir(folder):
            files[_IGNORE] = Blob(b"*\n")  # keeps the folder out of Git
        document = {
            "version": VERSION,
            "shard": str(run.shard or ""),
            "commands": [commands.all, commands.cause, commands.golden],
            "files": {name: hash_of(blob.data) for name, blob in files.items()},
            "pending": [_entry_of(item, names) for item in run.pending],
            "goldens": goldens,
            "errors": list(map(plain_error, run.errors)),
        }
        files[FILE] = Blob(_dumped(document))
        replace_all(folder, Blobs(files), before, _OWNERSHIP, border, durable=False)


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
    except (OSError, DiagramError, *DAMAGED):
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
            found = LastRun(pending, folder, value)
            found.seen, found.commands  # noqa: B018 (read now, so that what is damaged is no run)
    except (OSError, *DAMAGED):
        return None
    except DiagramError:
        return None
    return found


def unique_names(run: Run) -> dict[tuple[str, str], str]:
    """What the files of each golden are called in the report folder."""
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for entry in run.entries:
        name, count = entry.name, 1
        while name in taken:
            count += 1
            name = f"{entry.name}-{count}"
        taken.add(name)
        names[entry.key] = name
    return names


def _pictures(run: Run, names: Mapping[tuple[str, str], str]) -> dict[str, Blob]:
    files: dict[str, Blob] = {}
    for item in run.pending:
        if not item.is_removal:
            files[f"{names[item.key]}.actual.json"] = item.text
            files[f"{names[item.key]}.actual.png"] = item.picture
    for place, entry in enumerate(run.entries):
        name = names[entry.key]
        if entry.verdict.causes:
            files[f"{name}.causes.json"] = Blob(read=partial(_causes, run.entries, place))
        for kind in PICTURES:
            if blob := getattr(entry, kind):
                files[f"{name}.{kind}.png"] = blob
    return files


def _causes(entries: Sequence[Entry], place: int) -> bytes:
    """The file of what is long: the causes of a drift, and where on the pictures they are."""
    entry = entries[place]
    return _dumped({"causes": plain_entry(entry)["causes"], "places": _places(entry)})


def _places(entry: Entry) -> dict[str, list[list[float] | None]]:
    return {
        key: [list(one) if one else None for one in place] for key, place in entry.places.items()
    }


def _golden(
    names: Mapping[tuple[str, str], str], files: Collection[str], entry: Entry
) -> dict[str, Any]:
    pictures = {kind: f"{names[entry.key]}.{kind}.png" for kind in PICTURES}
    causes = f"{names[entry.key]}.causes.json"
    is_apart = causes in files
    return {
        **plain_entry(entry),
        **({"causes": []} if is_apart else {}),
        "causes_file": causes if is_apart else "",
        "files": {kind: name if name in files else "" for kind, name in pictures.items()},
        "places": {} if is_apart else _places(entry),
    }


def _entry_of(item: Pending, names: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    return {
        "folder": relative(item.folder),
        "name": item.name,
        "status": item.status,
        "source": relative(item.source),
        "fingerprint": item.fingerprint,
        "causes": list(item.causes),
        "file": "" if item.is_removal else names[item.key],
        "former": [relative(item.former[0]), item.former[1]] if item.former else None,
    }


def _pending(entry: Any, folder: Path, hashes: Mapping[str, str]) -> Pending:
    text, picture, former = NOTHING, NOTHING, entry["former"]
    if file := str(entry["file"]):
        text = _checked_blob(folder, f"{file}.actual.json", hashes)
        picture = _checked_blob(folder, f"{file}.actual.png", hashes)
        load_record(text.data.decode("utf-8"))
    return Pending(
        Path(str(entry["folder"])),
        str(entry["name"]),
        str(entry["status"]),
        str(entry["source"]),
        str(entry["fingerprint"]),
        tuple(map(str, entry["causes"])),
        text,
        picture,
        (Path(str(former[0])), str(former[1])) if former else None,
    )


def _is_ours_to_tell(commands: Commands) -> bool:
    """Whether commands are some that a run writes down: people are told to run them."""
    words = shlex.split(commands.all)
    known = {(one.cause, one.golden): one.all.split()[:2] for one in (DIAGRAMS, PYTEST)}
    begin = known.get((commands.cause, commands.golden))
    return words[:2] == begin and shlex.join(words) == commands.all


def _checked(folder: Path, name: str, hashes: Mapping[str, str]) -> bytes:
    data = read_own(folder / name, _MOST_BYTES) if is_plain(name) else None
    if data is None or hash_of(data) != hashes[name]:
        raise ValueError(f"{name} was changed after the run")
    return data


def _checked_blob(folder: Path, name: str, hashes: Mapping[str, str]) -> Blob:
    """A file of a run, checked now and each time it is read; nothing for no name."""
    if not name:
        return NOTHING
    data = _checked(folder, name, hashes)
    if name.endswith(".png") and (len(data) < _HEAD or not data.startswith(_PNG)):
        raise ValueError(f"{name} is no picture")
    return Blob(read=partial(_checked, folder, name, hashes))


def _document(folder: Path) -> dict[str, Any]:
    """The run's file. Raises `OSError` or `ValueError`."""
    return _parsed(read_own(folder / FILE, _MOST_BYTES))


def _parsed(data: bytes | None) -> dict[str, Any]:
    value = parse_json(data or b"")
    if not isinstance(value, dict) or value.get("version") != VERSION:
        raise ValueError("no run of this version")
    return value


def _dumped(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _files(folder: Path) -> list[str]:
    """The names of what the run before has written."""
    try:
        return [name for name in _document(folder)["files"] if is_plain(name)]
    except (OSError, *DAMAGED):
        return []


def _is_ours(name: str, read: Reader) -> bool:
    """Whether a file of a report folder is as a run has written it, by that run's own file."""
    try:
        hashes = _hashes(read(FILE))
        if name == FILE:
            return True
        data = read(name)
        return data is not None and hashes.get(name) == hash_of(data)
    except (OSError, *DAMAGED):
        return False


@lru_cache(maxsize=2)
def _hashes(data: bytes | None) -> Mapping[str, str]:
    """The hashes of a run's files, by name. Raises as `_parsed` does."""
    return {str(name): str(value) for name, value in _parsed(data)["files"].items()}


_OWNERSHIP = Ownership(_is_ours, FILE)
