"""A folder of goldens: a record and a picture for each, and a file that marks the folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from diagramkit.files import journal
from diagramkit.files.aside import Blob, Blobs
from diagramkit.files.border import Border
from diagramkit.files.read import DAMAGED, parse_json, reason
from diagramkit.golden.facts import Tools
from diagramkit.golden.looks import Look
from diagramkit.golden.picture import PictureError, decode, file_hash, pixel_hash
from diagramkit.golden.record import VERSION, Record, RecordError, completed, load_record

MANIFEST = "manifest.json"
_MAX_BYTES = 200_000_000
Loaded = TypeVar("Loaded")


class UnreadableError(ValueError):
    """A golden is there and cannot be used; the message says what is wrong and names the file."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The file that marks a folder of goldens. Records of version 1 name its entries by ids; with
    none left in the folder it is empty and never changes again."""

    tools: Mapping[str, Tools] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)
    text: str = ""

    def dump(self) -> str:
        """The text of the file."""
        return self.text or json.dumps({"version": VERSION}) + "\n"


@lru_cache(maxsize=16)
def load_manifest(text: str) -> Manifest:
    """Read a manifest. Raises `UnreadableError`."""
    try:
        value = parse_json(text)
        if value["version"] == VERSION:
            return Manifest()
        if value["version"] != 1:
            message = f"it has version {value['version']}, this diagramkit reads 1 to {VERSION}"
            raise UnreadableError(message)
        looks = {
            key: Look(entry["theme"], "", {entry["theme"]: entry["tokens"]}, is_resolved=True)
            for key, entry in value["looks"].items()
        }
        return Manifest({key: Tools(**one) for key, one in value["tools"].items()}, looks, text)
    except UnreadableError:
        raise
    except DAMAGED as error:
        raise UnreadableError(f"it cannot be read: {error}") from None


class Folder:
    """The goldens of one folder, as they were when they were first asked for.

    Golden names are `<name>.<theme>.<mode>`; `.json` is the record, `.png` the picture. Nothing
    else in the folder is looked at.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _left(self) -> journal.Pending:
        return journal.pending(self.path, ownership())

    @cached_property
    def _present(self) -> frozenset[str]:
        """The names of all files, hidden ones too."""
        try:
            present = os.listdir(self.path)
        except OSError:
            present = []
        return frozenset(self._left.names(present))

    @cached_property
    def files(self) -> frozenset[str]:
        """The names of all visible files, goldens or not."""
        return frozenset(name for name in self._present if not name.startswith("."))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the goldens, sorted: those that have a record that can be read and says
        the same name."""
        return tuple(self.readable(self._stems))

    def readable(self, names: Iterable[str]) -> Iterator[str]:
        """Those of some names whose records can be read and say the same name."""
        kept = ((name, self._kept(name)) for name in names)
        return (name for name, record in kept if record and record.name == name)

    @property
    def names_by_file(self) -> tuple[str, ...]:
        """The names of all files that may be goldens, whether they can be read or not."""
        return tuple(self._stems)

    @property
    def _stems(self) -> list[str]:
        """The names of the files that may be records, without the suffix, sorted."""
        files = self.files - {MANIFEST}
        return sorted(name.removesuffix(".json") for name in files if name.endswith(".json"))

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest; an empty one where there is none that can be read."""
        try:
            data = self._read(MANIFEST)
            return Manifest() if data is None else self._explained(MANIFEST, load_manifest, data)
        except UnreadableError:
            return Manifest()

    def record(self, name: str) -> Record | None:
        """The golden in the file of this name, whatever it says itself; None where there is none.
        Raises `UnreadableError`."""
        file = f"{name}.json"
        data = self._read(file)
        if data is None:
            return None
        record = self._explained(file, load_record, data)
        if record.version > 1:
            return record
        known, made = self.manifest, record.made
        return completed(record, known.looks.get(made.look_id), known.tools.get(made.tools_id))

    def check_picture(self, name: str, record: Record) -> bytes | None:
        """The picture of a golden; None where only its hash is kept.

        Raises:
            UnreadableError: there is one and it is not the record's, or it has been lost.
        """
        file = f"{name}.png"
        data = self._read(file)
        if data is None:
            if not record.head.png:
                return None
            raise UnreadableError(f"{self.path / file}: the picture is missing")
        if file_hash(data) != record.head.png and _pixels(data) != record.head.pixels:
            message = "the picture is not the one of its scene: damaged, or edited"
            raise UnreadableError(f"{self.path / file}: {message}")
        return data

    def fingerprint(self, name: str) -> str:
        """What changes when the golden does; empty where there is none."""
        record, picture = self._hash(f"{name}.json"), self._hash(f"{name}.png")
        return f"{record}+{picture}" if record or picture else ""

    def _hash(self, file: str) -> str:
        data = self._read(file) if file in self._present else None
        return "" if data is None else file_hash(data)

    def finish(self, planned: Collection[str], border: Border) -> None:
        """Finish what a killed run has begun; the folder has to be locked. Raises `DiagramError`.

        `planned` are the names of the goldens that this run speaks of.
        """
        journal.recover(self.path, ownership(planned), border)

    def replace(
        self,
        records: Mapping[str, tuple[Blob, Blob]],
        removals: Sequence[str],
        border: Border,
    ) -> None:
        """Write goldens and remove others, all or none; the folder has to be locked.

        `records` are the files of the record and of its picture, empty where none is kept. Raises
        `DiagramError`.
        """
        files: dict[str, Blob] = {}
        gone = {f"{name}{suffix}" for name in removals for suffix in (".json", ".png")}
        for name, (record, picture) in records.items():
            files[f"{name}.json"] = record
            if picture:
                files[f"{name}.png"] = picture
            else:
                gone.add(f"{name}.png")
        left = [name for name in self._stems if name not in {*records, *removals}]
        # One that is damaged is nobody's business: nothing needs it.
        is_ours = not (self.names and _is_foreign(self._read(MANIFEST)))
        if is_ours and (records or left):
            files[MANIFEST] = Blob(self._next_manifest(left).dump().encode())
        elif is_ours:
            gone.add(MANIFEST)
        journal.replace_all(self.path, Blobs(files), gone, ownership(records), border)

    def _next_manifest(self, left: Iterable[str]) -> Manifest:
        """The manifest as it is while records of version 1 are left that may need it."""
        kept = (self._kept(name) for name in left)
        return self.manifest if any(one and one.version == 1 for one in kept) else Manifest()

    def _kept(self, name: str) -> Record | None:
        try:
            return self.record(name)
        except UnreadableError:
            return None

    def _read(self, file: str) -> bytes | None:
        try:
            data = self._left.current(file)
        except OSError as error:
            raise UnreadableError(f"{self.path / file}: cannot be read: {reason(error)}") from None
        if data is not None and len(data) > _MAX_BYTES:
            raise UnreadableError(f"{self.path / file}: larger than {_MAX_BYTES} bytes")
        return data

    def _explained(self, file: str, load: Callable[[str], Loaded], data: bytes) -> Loaded:
        try:
            return load(_text(data))
        except UnicodeDecodeError:
            raise UnreadableError(f"{self.path / file}: it is not UTF-8 text") from None
        except (RecordError, UnreadableError) as error:
            raise UnreadableError(f"{self.path / file}: {error}") from None


def ownership(planned: Collection[str] = ()) -> journal.Ownership:
    """What proves that files of a folder are goldens of ours: a record that can be read and says
    the name that it has, a picture that such a record speaks of, and the manifest.

    Where there is a manifest of ours, damaged files with the names of `planned` goldens count too.
    """

    def is_ours(file: str, read: journal.Reader) -> bool:
        if file == MANIFEST:
            return _is_manifest(read(file))
        name, _, suffix = file.rpartition(".")
        record = _own_record(name, read(f"{name}.json"))
        if record is not None and (suffix == "json" or (suffix == "png" and record.head.png)):
            return True
        return name in planned and suffix in ("json", "png") and _is_manifest(read(MANIFEST))

    return journal.Ownership(is_ours, MANIFEST)


def _own_record(name: str, data: bytes | None) -> Record | None:
    try:
        record = load_record(_text(data or b""))
    except (UnicodeDecodeError, RecordError):
        return None
    return record if record.name == name else None


def _is_manifest(data: bytes | None) -> bool:
    """Whether bytes are a manifest of ours, one with the marks of a merge in it included."""
    try:
        return bool(load_manifest(_text(data or b"")))
    except (UnicodeDecodeError, UnreadableError):
        return data is not None and b"<<<<<<<" in data and b'"looks"' in data and b'"tools"' in data


def _is_foreign(data: bytes | None) -> bool:
    return data is not None and not _is_manifest(data)


def _text(data: bytes) -> str:
    """The text of a file. Git may have written it with other line ends."""
    return data.decode("utf-8").replace("\r\n", "\n")


def _pixels(data: bytes) -> str:
    try:
        return pixel_hash(decode(data))
    except PictureError:
        return ""
