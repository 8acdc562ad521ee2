"""What a run leaves to accept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from diagramkit.drift.orphans import Orphan
from diagramkit.drift.outcome import Result
from diagramkit.files.aside import NOTHING, Blob, Store
from diagramkit.golden.record import Record, load_record


@dataclass(frozen=True, slots=True)
class Pending:
    """A golden that could be accepted: `text`, of its record, and `picture` are what it would
    become.

    An orphan, which would be removed, has neither. `source` is the absolute path of its diagram,
    `causes` are ids; `former` is the golden, by folder and name, that a renamed drawing had.
    """

    folder: Path
    name: str
    status: str
    source: str
    fingerprint: str
    causes: tuple[str, ...]
    text: Blob = NOTHING
    picture: Blob = NOTHING
    former: tuple[Path, str] | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells its golden from others: the absolute folder, and the name."""
        return os.path.abspath(self.folder), self.name

    @property
    def is_removal(self) -> bool:
        """Whether accepting it removes its golden."""
        return not self.text

    def record(self) -> Record:
        """What its record would become. Raises `RecordError`."""
        return load_record(self.text.data.decode())

    @property
    def golden(self) -> str:
        """The place of its golden, without a suffix, as reports name it."""
        return (self.folder / self.name).as_posix()


def pending_of(result: Result, store: Store | None = None) -> Pending | None:
    """What may be accepted of a result, put aside in a `store`; None where nothing would change."""
    if result.record is None:
        return None
    blobs = Blob(result.record.dump().encode()), Blob(result.picture)
    text, picture = map(store.keep, blobs) if store else blobs
    return Pending(
        result.job.folder,
        result.name,
        result.verdict.status,
        os.path.abspath(result.job.diagram.shown),
        result.fingerprint,
        tuple(cause.id for cause in result.verdict.causes),
        text,
        picture,
        result.former,
    )


def removal_of(orphan: Orphan) -> Pending:
    """The golden that would be removed."""
    return Pending(
        orphan.folder, orphan.verdict.name, "orphan", orphan.source, orphan.fingerprint, ()
    )
