"""What a run leaves to accept."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from diagramkit.drift.orphans import Orphan
from diagramkit.drift.work import Result
from diagramkit.golden.record import Record


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

    @property
    def key(self) -> tuple[str, str]:
        """What tells its golden from others: the absolute folder, and the name."""
        return os.path.abspath(self.folder), self.name

    @property
    def golden(self) -> str:
        """The place of its golden, without a suffix, as reports name it."""
        return (self.folder / self.name).as_posix()


def pending_of(results: Iterable[Result], orphans: Iterable[Orphan]) -> tuple[Pending, ...]:
    """What may be accepted of results, and the goldens that would be removed."""
    changed = (_of(result) for result in results if result.record)
    return (*changed, *(_orphan(one) for one in orphans))


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
