"""A folder of goldens: a record and a picture for each, and one manifest for all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from diagramkit.golden import journal
from diagramkit.golden.facts import Tools
from diagramkit.golden.journal import reason
from diagramkit.golden.looks import Tokens
from diagramkit.golden.picture import PictureError, decode, file_hash, pixel_hash
from diagramkit.golden.record import Record, RecordError, load_record

MANIFEST = "manifest.json"
_MAX_BYTES = 200_000_000
Loaded = TypeVar("Loaded")


class UnreadableError(ValueError):
    """A golden is there and cannot be used; the message says what is wrong and names the file."""


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens that goldens were drawn with, and the name of their theme."""

    theme: str
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the goldens of a folder were made with; records name entries by their ids."""

    tools: Mapping[str, Tools] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)

    def dump(self) -> str:
        """The text of the file."""
        tools = {key: asdict(self.tools[key]) for key in sorted(self.tools)}
        looks = {
            key: asdict(look)
            for key, look in sorted(self.looks.items(), key=lambda item: (item[1].theme, item[0]))
        }
        document = {"version": 1, "tools": tools, "looks": looks}
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

    def joined(self, other: Manifest) -> Manifest:
        """The entries of both."""
        return Manifest({**self.tools, **other.tools}, {**self.looks, **other.looks})

    def only(self, records: Iterable[Record]) -> Manifest:
        """The entries that these records name."""
        heads = [record.head for record in records]
        tools, looks = {head.tools for head in heads}, {head.look for head in heads}
        return Manifest(
            {key: value for key, value in self.tools.items() if key in tools},
            {key: value for key, value in self.looks.items() if key in looks},
        )


@lru_cache(maxsize=16)
def load_manifest(text: str) -> Manifest:
    """Read a manifest. Raises `UnreadableError`."""
    try:
        value = json.loads(text)
        if value["version"] != 1:
            raise UnreadableError(f"it has version {value['version']}, this diagramkit reads 1")
        return Manifest(
            {key: Tools(**entry) for key, entry in value["tools"].items()},
            {key: Look(**entry) for key, entry in value["looks"].items()},
        )
    except UnreadableError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"it cannot be read: {error}") from None


class Folder:
    """The goldens of one folder, as they were when they were first asked for.

    Golden names are `<name>.<theme>.<mode>`; `.json` is the record, `.png` the picture.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _left(self) -> tuple[dict[str, str], set[str]]:
        return journal.pending(self.path)

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of all files of goldens, sorted; the manifest and hidden files are none."""
        try:
            present = {item.name for item in self.path.iterdir() if not item.name.startswith(".")}
        except OSError:
            present = set()
        replaced, removed = self._left
        return tuple(sorted((present | replaced.keys()) - removed - {MANIFEST}))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the goldens, whole or not."""
        stems = (name.removesuffix(".json").removesuffix(".png") for name in self.files)
        return tuple(dict.fromkeys(stems))

    def manifest(self) -> Manifest:
        """The manifest; an empty one where there is none. Raises `UnreadableError`."""
        data = self._read(MANIFEST)
        if data is None:
            return Manifest()
        return self._explained(MANIFEST, load_manifest, data)

    def record(self, name: str) -> Record | None:
        """The record of a golden, None where there is none. Raises `UnreadableError`."""
        file = f"{name}.json"
        data = self._read(file)
        return None if data is None else self._explained(file, load_record, data)

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
        parts = [self._read(f"{name}{suffix}") for suffix in (".json", ".png")]
        hashes = ["" if part is None else file_hash(part) for part in parts]
        return "+".join(hashes) if any(hashes) else ""

    def replace(
        self,
        records: Mapping[str, tuple[Record, bytes]],
        removals: Sequence[str],
        manifest: Manifest,
    ) -> None:
        """Write goldens and remove others, all or none; the folder has to be locked.

        The manifest keeps the entries that are still named and takes over those of `manifest`.
        Pictures are written for records that have a file hash. Raises `DiagramError`.
        """
        files: dict[str, bytes] = {}
        gone = {f"{name}{suffix}" for name in removals for suffix in (".json", ".png")}
        for name, (record, picture) in records.items():
            files[f"{name}.json"] = record.dump().encode()
            if record.head.png:
                files[f"{name}.png"] = picture
            else:
                gone.add(f"{name}.png")
        kept = [self._kept(name) for name in self.names if name not in {*records, *removals}]
        named = [record for record in kept if record] + [record for record, _ in records.values()]
        files[MANIFEST] = self._old_manifest().joined(manifest).only(named).dump().encode()
        gone &= set(self.files)
        if not named:
            del files[MANIFEST]
            gone.add(MANIFEST)
        journal.replace_all(self.path, files, gone)

    def _old_manifest(self) -> Manifest:
        try:
            return self.manifest()
        except UnreadableError:
            return Manifest()

    def _kept(self, name: str) -> Record | None:
        try:
            return self.record(name)
        except UnreadableError:
            return None

    def _read(self, file: str) -> bytes | None:
        path = journal.current(self.path, file, self._left)
        if path is None:
            return None
        try:
            with path.open("rb") as stream:
                # Asking for at most so many bytes would make room for all of them first.
                is_too_large = os.fstat(stream.fileno()).st_size > _MAX_BYTES
                data = b"" if is_too_large else stream.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UnreadableError(f"{path}: cannot be read: {reason(error)}") from None
        if is_too_large:
            raise UnreadableError(f"{path}: larger than {_MAX_BYTES} bytes")
        return data

    def _explained(self, file: str, load: Callable[[str], Loaded], data: bytes) -> Loaded:
        try:
            # Git may have written the file with other line ends.
            return load(data.decode("utf-8").replace("\r\n", "\n"))
        except UnicodeDecodeError:
            raise UnreadableError(f"{self.path / file}: it is not UTF-8 text") from None
        except (RecordError, UnreadableError) as error:
            raise UnreadableError(f"{self.path / file}: {error}") from None


def _pixels(data: bytes) -> str:
    try:
        return pixel_hash(decode(data))
    except PictureError:
        return ""
