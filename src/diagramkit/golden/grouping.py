"""Causes gathered over all drawings: what explains most comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from diagramkit.diagnostics import counted
from diagramkit.golden.changes import Change
from diagramkit.golden.explanation import Cause, Verdict
from diagramkit.golden.sentences import SHARED, cause_headline, largest


@dataclass(frozen=True, slots=True)
class Group:
    """A cause and the drawings it is in, by their places in the list of verdicts.

    `explained` are those in which nothing else but shared causes is at work; in `partly` the
    content has changed as well. `changes` are the largest, one of each unit.
    """

    cause: Cause
    explained: tuple[int, ...]
    partly: tuple[int, ...]
    primitives: int
    changes: tuple[Change, ...]

    @property
    def id(self) -> str:
        """How the command line names the cause."""
        return self.cause.id

    @property
    def is_shared(self) -> bool:
        """Whether the cause lies outside the drawings."""
        return self.cause.kind in SHARED

    @property
    def members(self) -> tuple[int, ...]:
        """All drawings that the cause is in."""
        return tuple(sorted((*self.explained, *self.partly)))


def group(verdicts: Sequence[Verdict]) -> list[Group]:
    """The causes of all drifts, the farthest reaching first; shared ones before others.

    What the content of a diagram causes is one cause in all its modes and themes.
    """
    found: dict[tuple[object, ...], _Tally] = {}
    for place, verdict in enumerate(verdicts):
        if verdict.status == "drifted":
            is_shared = _is_shared_only(verdict)
            for cause in verdict.causes:
                tally = found.setdefault(_key(cause, verdict), _Tally(cause))
                tally.add(place, cause, is_whole=is_shared)
    groups = [tally.group() for tally in found.values()]
    return sorted(groups, key=lambda one: (not one.is_shared, -len(one.members), one.id))


def _key(cause: Cause, verdict: Verdict) -> tuple[object, ...]:
    if cause.kind in SHARED:
        return cause.kind, cause.steps
    return cause.id, verdict.diagram or verdict.name


@dataclass(slots=True)
class _Tally:
    """A group while it is counted: of changes only the largest are kept."""

    cause: Cause
    whole: list[int] = field(default_factory=list)
    partly: list[int] = field(default_factory=list)
    primitives: int = 0
    changes: dict[str, Change] = field(default_factory=dict)

    def add(self, place: int, cause: Cause, *, is_whole: bool) -> None:
        (self.whole if is_whole else self.partly).append(place)
        self.primitives += cause.primitives
        for change in (*cause.changes, *cause.consequences):
            if change.amount is None:
                continue
            known = self.changes.get(change.unit)
            if known is None or known.amount is None or known.amount < change.amount:
                self.changes[change.unit] = change

    def group(self) -> Group:
        changes = tuple(self.changes.values())
        return Group(self.cause, tuple(self.whole), tuple(self.partly), self.primitives, changes)


def _is_shared_only(verdict: Verdict) -> bool:
    return all(cause.kind in SHARED for cause in verdict.causes)


def unexplained(verdicts: Sequence[Verdict]) -> list[int]:
    """The places of the drifted drawings that shared causes do not explain."""
    return [
        place
        for place, verdict in enumerate(verdicts)
        if verdict.status == "drifted" and not _is_shared_only(verdict)
    ]


def group_sentence(one: Group, drifted: int) -> str:
    """A cause and its reach: `token light.accent #D9392E -> #D9392F: explains 41 of 43 drifted
    diagrams (188 primitives)`."""
    name = cause_headline(one.cause)
    noun = "diagram" if drifted == 1 else "diagrams"
    sizes = f"{counted(one.primitives, 'primitive')}"
    seen = largest(one.changes)
    reach = f"explains {len(one.explained)} of {drifted} drifted {noun}"
    reach += f" ({sizes}; {seen})" if seen else f" ({sizes})"
    if one.partly:
        reach += f", has a part in {len(one.partly)} more"
    return f"{name}: {reach}"


@dataclass(frozen=True, slots=True)
class Likes:
    """Goldens of one diagram that came to the same in its modes and themes."""

    title: str
    places: tuple[int, ...]


def likes(verdicts: Sequence[Verdict], places: Sequence[int]) -> list[Likes]:
    """Some verdicts gathered by diagram: `one (house.light, house.dark)`, in order."""
    found: dict[str, list[int]] = {}
    for place in places:
        found.setdefault(verdicts[place].diagram or verdicts[place].name, []).append(place)
    return [_likes(diagram, members, verdicts) for diagram, members in found.items()]


def _likes(diagram: str, members: Sequence[int], verdicts: Sequence[Verdict]) -> Likes:
    if len(members) == 1:
        return Likes(verdicts[members[0]].name, tuple(members))
    name = diagram.rsplit("/", 1)[-1]
    kinds = [verdicts[place].name.removeprefix(f"{name}.") for place in members]
    return Likes(f"{name} ({', '.join(kinds)})", tuple(members))
