"""Many files of a folder replaced as if at once.

New files are written under other names first. The journal, one file that names them all, is what
decides: until it is there nothing has happened, from then on everything has. Whoever reads looks
through it, and the next writer finishes what a killed one has begun.

A journal may come with a checkout, or be older than what is in the folder now. It counts only
while each file is as it was before or as it is to be, and each is proved to be ours.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import DiagramError
from diagramkit.files import temporary
from diagramkit.files.border import Border
from diagramkit.files.read import DAMAGED, hash_of, is_plain, parse_json, read_own, reason
from diagramkit.files.write import make_folder, remove_file

FILE = ".diagrams-journal.json"
_VERSION = 1
_MOST = 200_000_000
_MOST_STEPS = 200_000

Reader = Callable[[str], bytes | None]
"""The bytes of a file of the folder by its name; None where there is none."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """What proves that the files of a folder are ours.

    `proof` says it of a name and a way to read files by name. `index` is the file by which others
    are proved: it changes last.
    """

    proof: Callable[[str, Reader], bool]
    index: str


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one file: `before` and `after` are hashes, empty where there is no file;
    `staged` is the name of the file that takes its place."""

    name: str
    before: str
    after: str
    staged: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """What a killed writer has left to do in a folder."""

    folder: Path
    steps: Mapping[str, Step]

    def current(self, name: str) -> bytes | None:
        """The bytes of a file as they are to be. Raises `OSError`."""
        step = self.steps.get(name)
        if step is None:
            return read_own(os.path.join(self.folder, name), _MOST)
        if not step.after:
            return None
        data = read_own(self.folder / step.staged, _MOST)
        return read_own(self.folder / name, _MOST) if data is None else data

    def names(self, present: Iterable[str]) -> set[str]:
        """The names of files that there are to be, `present` being those that there are."""
        return (set(present) - self.steps.keys()) | {
            step.name for step in self.steps.values() if step.after
        }


def pending(folder: Path, own: Ownership) -> Pending:
    """What a killed writer has left to do; nothing where the journal does not hold any more."""
    steps = _steps(folder)
    left = Pending(folder, {step.name: step for step in steps})
    if all(_holds(folder, step, left, own) for step in steps):
        return left
    return Pending(folder, {})


def has_leftovers(folder: Path) -> bool:
    """Whether a killed writer has left anything."""
    return os.path.lexists(folder / FILE) or bool(temporary.staged(folder))


def recover(folder: Path, own: Ownership, border: Border) -> None:
    """Finish what is pending and throw away what never counted; the folder has to be locked.

    Raises `DiagramError` where that cannot be written.
    """
    if not has_leftovers(folder):
        return
    _finish(folder, pending(folder, own).steps.values(), own, border)
    for name in temporary.staged(folder):
        temporary.drop(folder, name)
    temporary.sweep(folder)


def replace_all(
    folder: Path,
    files: Mapping[str, bytes],
    removals: Iterable[str],
    own: Ownership,
    border: Border,
    *,
    durable: bool = True,
) -> None:
    """Write `files` and remove those of `removals` that are ours, in a locked folder: all of it
    or nothing.

    Raises `DiagramError`, and then nothing is changed, where the folder is outside of the border,
    where it cannot be written, and where a file to write has the name of somebody else's.
    """
    make_folder(folder, border)
    recover(folder, own, border)
    try:
        steps = _plan(folder, files, sorted(set(removals) - files.keys()), own)
        if not steps:
            return
        steps = _stage(folder, files, steps, durable=durable)
        _begin(folder, steps, durable=durable)
    except OSError as error:
        message = f"{folder}: cannot be written: {reason(error)}; nothing was changed"
        raise DiagramError.single("file", message) from None
    _finish(folder, steps, own, border, durable=durable)


def _plan(folder: Path, files: Mapping[str, bytes], gone: list[str], own: Ownership) -> list[Step]:
    """What has to be done, nothing staged yet."""

    @cache
    def index() -> bytes | None:
        return read_own(folder / own.index, _MOST)

    def read(name: str) -> bytes | None:
        return index() if name == own.index else read_own(folder / name, _MOST)

    steps = []
    for name in (*sorted(files), *gone):
        now, new = read(name), files.get(name)
        if now == new:
            continue
        if now is None or own.proof(name, read):
            hashes = ("" if data is None else hash_of(data) for data in (now, new))
            steps.append(Step(name, *hashes))
        elif new is not None:
            message = (
                f"{folder / name}: was not written by diagramkit and is left as it is: "
                "move it away; nothing was changed"
            )
            raise DiagramError.single("foreign-file", message)
    return steps


def _stage(
    folder: Path, files: Mapping[str, bytes], steps: list[Step], *, durable: bool
) -> list[Step]:
    done: list[Step] = []
    try:
        for step in steps:
            if step.after:
                name = temporary.stage(folder, files[step.name], durable=durable)
                done.append(replace(step, staged=name))
            else:
                done.append(step)
    except BaseException:
        _drop(folder, done)
        raise
    return done


def _begin(folder: Path, steps: list[Step], *, durable: bool) -> None:
    """Put the journal in its place: from here on everything has happened."""
    document = {"version": _VERSION, "steps": [asdict(step) for step in steps]}
    try:
        data = json.dumps(document).encode()
        with temporary.made(folder, data, mode=None, durable=durable) as draft:
            os.replace(draft, folder / FILE)
    except BaseException:
        _drop(folder, steps)
        raise
    if durable:
        temporary.sync_folder(folder)


def _drop(folder: Path, steps: Iterable[Step]) -> None:
    for step in steps:
        temporary.drop(folder, step.staged)


def _finish(
    folder: Path, steps: Iterable[Step], own: Ownership, border: Border, *, durable: bool = True
) -> None:
    try:
        for step in sorted(steps, key=lambda step: _turn(step, own.index)):
            if not step.after:
                remove_file(folder / step.name, partial(_has_hash, step.before), border)
            elif (folder / step.staged).exists():
                os.replace(folder / step.staged, folder / step.name)
        if durable:
            temporary.sync_folder(folder)
        remove_file(folder / FILE, _is_journal, border)
    except OSError as error:
        message = f"{folder}: cannot be written: {reason(error)}; the next run finishes it"
        raise DiagramError.single("file", message) from None


def _has_hash(hashed: str, data: bytes) -> bool:
    return hash_of(data) == hashed


def _turn(step: Step, index: str) -> tuple[bool, bool, str]:
    """Pictures are proved by records and go before them, and all by the index, which is last.

    A picture's name ends in `.png`, which is behind `.json`: removals go backwards.
    """
    backwards = "".join(chr(0x10FFFF - ord(sign)) for sign in step.name)
    return bool(step.after), step.name == index, step.name if step.after else backwards


def _holds(folder: Path, step: Step, left: Pending, own: Ownership) -> bool:
    """Whether what a journal says of a file still can be done, and with a file of ours."""
    try:
        now = read_own(folder / step.name, _MOST)
        new = read_own(folder / step.staged, _MOST) if step.staged else None
    except OSError:
        return False
    hashed = "" if now is None else hash_of(now)
    if hashed == step.after:
        return True
    if hashed != step.before or (step.after and (new is None or hash_of(new) != step.after)):
        return False
    was_ours = now is None or own.proof(step.name, lambda name: read_own(folder / name, _MOST))
    return was_ours and (not step.after or own.proof(step.name, left.current))


def _steps(folder: Path) -> list[Step]:
    try:
        data = read_own(folder / FILE, _MOST)
    except OSError:
        return []
    return [] if data is None else _parsed(data)


def _is_journal(data: bytes) -> bool:
    return bool(_parsed(data))


def _parsed(data: bytes) -> list[Step]:
    try:
        value = parse_json(data)
        if value["version"] != _VERSION or len(value["steps"]) > _MOST_STEPS:
            return []
        steps = [Step(**entry) for entry in value["steps"]]
    except DAMAGED:
        return []
    return steps if all(map(_is_step, steps)) else []


def _is_step(step: Any) -> bool:
    parts = (step.name, step.before, step.after, step.staged)
    return (
        all(isinstance(part, str) for part in parts)
        and is_plain(step.name)
        and not step.name.startswith(".diagrams-")
        and (temporary.is_staged_name(step.staged) if step.after else not step.staged)
    )
