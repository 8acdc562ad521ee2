"""Goldens that belong to no drawing."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from diagramkit.drift.job import Scope
from diagramkit.golden.explanation import Verdict
from diagramkit.golden.record import Record
from diagramkit.golden.store import Folder, UnreadableError


@dataclass(frozen=True, slots=True)
class Orphan:
    """A golden that belongs to no drawing.

    `source` is the absolute path of what it was drawn from, empty where nobody can tell.
    """

    folder: Path
    verdict: Verdict
    fingerprint: str = ""
    source: str = ""


def find_orphans(folder: Path, wanted: Collection[str], scope: Scope) -> Iterator[Orphan]:
    """The orphans of a folder that a run over `scope` can be sure of.

    `wanted` are the names of the goldens that have a drawing.
    """
    goldens = Folder(folder)
    left = (name for name in goldens.names_by_file if name not in wanted)
    for name in goldens.readable(left):
        if _is_orphan(goldens, name, scope):
            yield _orphan(goldens, name)


def unused(folder: Path, wanted: Collection[str]) -> list[Orphan]:
    """All goldens of a folder that are not wanted."""
    goldens = Folder(folder)
    left = (name for name in goldens.names_by_file if name not in wanted)
    return [_orphan(goldens, name) for name in goldens.readable(left)]


def _orphan(goldens: Folder, name: str) -> Orphan:
    source = _source(goldens, goldens.record(name))
    return Orphan(goldens.path, Verdict(name, "orphan"), _fingerprint(goldens, name), source)


def _is_orphan(goldens: Folder, name: str, scope: Scope) -> bool:
    record = goldens.record(name)
    if record is None:
        return False
    head = record.head
    if scope.labels is not None and head.theme not in scope.labels:
        return False
    if scope.modes is not None and head.mode not in scope.modes:
        return False
    source = Path(_source(goldens, record))
    return source not in scope.unread and scope.holds(source)


def _source(goldens: Folder, record: Record | None) -> str:
    """The absolute path of the diagram that a golden was drawn from."""
    if record is None:
        return ""
    return os.path.normpath(os.path.join(os.path.abspath(goldens.path), record.head.source))


def _fingerprint(goldens: Folder, name: str) -> str:
    try:
        return goldens.fingerprint(name)
    except UnreadableError:
        return "unreadable"
