"""Which golden a drawing had when it, its source, its folder or its theme had another name.

A golden is the one that its file's name says. Where a drawing has none, the one that was drawn
from the same source is looked for among those that no drawing has, then the one of the source that
is most like it. Diagrams of a page that are told apart by numbers alone are matched by their
sources first: one that is put in before others renames those.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from diagramkit.drift.job import Former, Job, Scope, input_hash
from diagramkit.golden.record import Record
from diagramkit.golden.store import Folder, UnreadableError

Key = tuple[str, str]
"""The absolute path of a folder of goldens, and the name of one."""
_LEAST_LIKENESS = 0.6
_MOST_PAIRS = 4_000
"""Most pairs of sources whose likeness is measured."""
_NUMBERED = re.compile(r"(.*?)-\d+")


@dataclass(frozen=True, eq=False)
class _Wanted:
    """A golden that a job wants."""

    job: Job
    mode: str
    home: str
    """The absolute path of the folder that the golden is in."""

    @cached_property
    def name(self) -> str:
        return self.job.golden_name(self.mode)

    @property
    def key(self) -> Key:
        return self.home, self.name

    @cached_property
    def text(self) -> str:
        return self.job.text


@dataclass(frozen=True, eq=False)
class _Stored:
    """A golden that is there."""

    folder: Path
    record: Record

    @property
    def key(self) -> Key:
        return os.path.abspath(self.folder), self.record.name


def with_former(
    jobs: Sequence[Job], folders: Iterable[Path], scope: Scope
) -> tuple[list[Job], frozenset[Key]]:
    """The jobs, each with the goldens of other names that it is to be compared with; and the keys
    of those goldens that move: no drawing has their names any more.

    `folders` are where goldens may be. Only goldens that `scope` speaks of move, and those whose
    source is gone.
    """
    homes = {
        folder: os.path.abspath(folder) for folder in dict.fromkeys(job.folder for job in jobs)
    }
    wanted = [_Wanted(job, mode, homes[job.folder]) for job in jobs for mode in job.modes]
    keys = {one.key for one in wanted}
    stores = {os.path.abspath(path): Folder(path) for path in folders}
    for folder, home in homes.items():
        stores.setdefault(home, Folder(folder))
    unsteady = _unsteady(jobs, stores)
    lost = [
        one
        for one in wanted
        if (one.home, one.job.diagram.name) in unsteady
        or not {f"{one.name}.json", f"{one.name}.png"} & stores[one.home].files
    ]
    if not lost:
        return list(jobs), frozenset()
    labels = {job.label for job in jobs}
    free = [
        stored
        for folder in stores.values()
        for stored in _stored(folder)
        if (stored.key not in keys and _may_move(stored, scope))
        or (stored.key in keys and (stored.key[0], stored.record.head.name) in unsteady)
    ]
    pairs = dict(_pairs(lost, free, labels))
    former = {
        one.key: Former(one.mode, stored.folder, stored.record.name)
        for one, stored in pairs.items()
    }
    taken = {stored.key for stored in pairs.values()}
    for one in lost:
        if one.key not in former and one.key in taken:
            former[one.key] = Former(one.mode, one.job.folder, "")
    former = {key: one for key, one in former.items() if not _is_at(one, key)}
    made = [_with(job, former) for job in jobs]
    return made, frozenset(taken - keys)


def _is_at(one: Former, key: Key) -> bool:
    return (os.path.abspath(one.folder), one.name) == key


def _with(job: Job, former: dict[Key, Former]) -> Job:
    here = os.path.abspath(job.folder)
    found = tuple(former[here, name] for name in job.names if (here, name) in former)
    return replace(job, former=found) if found else job


def _unsteady(jobs: Sequence[Job], stores: dict[str, Folder]) -> set[Key]:
    """The diagrams of pages, by folder and name, that a number tells apart from others."""
    found: set[Key] = set()
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for job in jobs:
        if job.diagram.line > 1:
            pages[os.path.abspath(job.folder)].add(job.diagram.name)
    for folder, names in pages.items():
        known = names | {name.rsplit(".", 2)[0] for name in stores[folder].names_by_file}
        for name in known:
            numbered = _NUMBERED.fullmatch(name)
            if numbered and numbered[1] in known:
                found |= {(folder, name), (folder, numbered[1])}
    return found


def _stored(folder: Folder) -> Iterator[_Stored]:
    for name in folder.names:
        try:
            record = folder.record(name)
        except UnreadableError:
            continue
        if record is not None:
            yield _Stored(folder.path, record)


def _may_move(stored: _Stored, scope: Scope) -> bool:
    head = stored.record.head
    if scope.labels is not None and head.theme not in scope.labels:
        return False
    if scope.modes is not None and head.mode not in scope.modes:
        return False
    source = Path(os.path.normpath(os.path.join(stored.key[0], head.source)))
    if source in scope.unread:
        return False
    return scope.holds(source) or not source.exists()


def _pairs(
    lost: Sequence[_Wanted], free: Sequence[_Stored], labels: set[str]
) -> Iterator[tuple[_Wanted, _Stored]]:
    """Goldens that were drawn from the same source first, then from the one most like it."""
    scores = [
        (0, -score[0], -score[1], number, place)
        for number, one in enumerate(lost)
        for place, stored in enumerate(free)
        if (score := _same(one, stored, labels))
    ]
    best = list(_best(scores))
    yield from ((lost[number], free[place]) for number, place in best)
    done, used = {number for number, _ in best}, {place for _, place in best}
    rest = [one for number, one in enumerate(lost) if number not in done]
    left = [stored for place, stored in enumerate(free) if place not in used]
    if 0 < len(rest) * len(left) <= _MOST_PAIRS:
        yield from _alike(rest, left, labels)


def _same(one: _Wanted, stored: _Stored, labels: set[str]) -> tuple[int, int] | None:
    """How near two are whose source is the same: by theme and name, by place."""
    made, head = stored.record.made, stored.record.head
    if not _fits(one, stored, labels):
        return None
    if made.text is not None or made.text_hash:
        same = made.is_of(one.text)
    else:
        same = made.input == input_hash(one.job.diagram, one.job.options, head.name)
    return _nearness(one, stored) if same else None


def _nearness(one: _Wanted, stored: _Stored) -> tuple[int, int]:
    head = stored.record.head
    names = 2 * (head.theme == one.job.label) + (head.name == one.job.diagram.name)
    return names, int(stored.key[0] == one.key[0])


def _fits(one: _Wanted, stored: _Stored, labels: set[str]) -> bool:
    """Whether a golden may be that of a drawing: a theme that is still there keeps its own."""
    head = stored.record.head
    return head.mode == one.mode and (head.theme == one.job.label or head.theme not in labels)


def _alike(
    rest: Sequence[_Wanted], left: Sequence[_Stored], labels: set[str]
) -> Iterator[tuple[_Wanted, _Stored]]:
    scores = []
    for number, one in enumerate(rest):
        for place, stored in enumerate(left):
            if _fits(one, stored, labels) and (score := _likeness(one, stored)) >= _LEAST_LIKENESS:
                near = _nearness(one, stored)
                scores.append((-score, -near[0], -near[1], number, place))
    yield from ((rest[number], left[place]) for number, place in _best(scores))


def _best(scores: Iterable[tuple[float, float, float, int, int]]) -> Iterator[tuple[int, int]]:
    """The numbers and places of the best pairs, each in one pair only; the least score is best."""
    done: set[int] = set()
    used: set[int] = set()
    for *_, number, place in sorted(scores):
        if number not in done and place not in used:
            done.add(number)
            used.add(place)
            yield number, place


def _likeness(one: _Wanted, stored: _Stored) -> float:
    """The share of the sources that both have in common, 0 to 1; 1 for a golden that has the name
    of the diagram in a theme of another name."""
    if stored.record.head.name == one.job.diagram.name:
        return 1.0
    text = stored.record.made.text
    if text is None or max(len(text), len(one.text)) > 100_000:
        return 0.0
    before, after = text.split(), one.text.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LEAST_LIKENESS else 0.0
