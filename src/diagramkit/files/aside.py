"""Values put aside in a file without a name, so that thousands of them do not fill the memory."""

from __future__ import annotations

import io
import pickle
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, BinaryIO, Generic, TypeVar, cast, overload

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, eq=False)
class Blob:
    """Bytes: `held` in memory, or read when they are asked for."""

    held: bytes = b""
    read: Callable[[], bytes] | None = None

    @property
    def data(self) -> bytes:
        """The bytes. Raises what `read` raises."""
        return self.read() if self.read else self.held

    def __bool__(self) -> bool:
        return self.read is not None or bool(self.held)


NOTHING = Blob()


@dataclass(frozen=True)
class Blobs(Mapping[str, bytes]):
    """Files by their names; each is read when it is looked up."""

    files: Mapping[str, Blob]

    def __getitem__(self, name: str) -> bytes:
        return self.files[name].data

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


class Store:
    """A file that no one else can open and that goes with the process.

    It is made in `folder`, where that is there and can be written to, else where the system has
    such files.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    @cached_property
    def _file(self) -> BinaryIO:
        file = self._opened()
        weakref.finalize(self, file.close)
        return file

    def _opened(self) -> BinaryIO:
        with suppress(OSError):
            # What a link leads to may be somebody else's.
            if self.folder is not None and self.folder.is_dir() and not self.folder.is_symlink():
                return cast(BinaryIO, tempfile.TemporaryFile(dir=self.folder))
        return cast(BinaryIO, tempfile.TemporaryFile())

    def keep(self, blob: Blob) -> Blob:
        """A blob that is not held in memory; one that is read from elsewhere stays as it is."""
        return Blob(read=self._put(blob.held)) if blob.held else blob

    def _put(self, data: bytes) -> Callable[[], bytes]:
        """Write bytes at the end; gives back what reads them."""
        start = self._file.seek(0, io.SEEK_END)
        self._file.write(data)
        return partial(self._get, start, len(data))

    def _get(self, start: int, size: int) -> bytes:
        self._file.seek(start)
        return self._file.read(size)


class Shelf(Sequence[Item], Generic[Item]):
    """A list of which only items that are `light` are in memory, with whatever an item holds that
    is a `Blob`; others are read anew each time they are looked at."""

    def __init__(self, store: Store, light: Callable[[Item], bool]) -> None:
        self.store = store
        self.light = light
        self._items: list[Item | _Aside] = []

    def append(self, item: Item) -> None:
        """Put an item at the end."""
        self._items.append(item if self.light(item) else self._aside(item))

    def _aside(self, item: Item) -> _Aside:
        blobs: list[Blob] = []
        buffer = io.BytesIO()
        pickler = _Pickler(buffer, pickle.HIGHEST_PROTOCOL)
        pickler.blobs = blobs
        pickler.dump(item)
        kept = tuple(map(self.store.keep, blobs))
        return _Aside(self.store._put(buffer.getvalue()), kept)

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> list[Item]: ...

    def __getitem__(self, place: int | slice) -> Item | list[Item]:
        if isinstance(place, slice):
            return list(map(self._loaded, self._items[place]))
        return self._loaded(self._items[place])

    def __iter__(self) -> Iterator[Item]:
        return map(self._loaded, self._items)

    def _loaded(self, item: Item | _Aside) -> Item:
        if not isinstance(item, _Aside):
            return item
        # Nobody else can have written what is read here.
        unpickler = _Unpickler(io.BytesIO(item.read()))
        unpickler.blobs = item.blobs
        return cast(Item, unpickler.load())


@dataclass(frozen=True, slots=True)
class _Aside:
    """Where an item is, and the blobs in it."""

    read: Callable[[], bytes]
    blobs: tuple[Blob, ...]


class _Pickler(pickle.Pickler):
    """Leaves blobs out, and numbers them."""

    blobs: list[Blob]

    def persistent_id(self, value: Any) -> int | None:
        if not isinstance(value, Blob):
            return None
        self.blobs.append(value)
        return len(self.blobs) - 1


class _Unpickler(pickle.Unpickler):
    blobs: Sequence[Blob]

    def persistent_load(self, number: int) -> Blob:
        return self.blobs[number]
