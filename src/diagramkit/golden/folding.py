"""Consequences folded under what they follow from: a longer word widened a box, which moved six."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from diagramkit.golden.changes import CANVAS, Change

_ACTS = ("added", "removed", "renamed", "text", "role", "restyled", "reordered")
_FOLLOWS = ("resized", "moved", "rerouted")
_BY_DASH = {"main-edge", "dashed-edge"}
"""Roles of lines that authors choose by the dash alone."""


@dataclass(slots=True)
class Fold:
    """A change that nothing else explains, and what follows from it."""

    first: Change
    also: list[Change] = field(default_factory=list)
    consequences: list[Change] = field(default_factory=list)


def fold(changes: Sequence[Change]) -> list[Fold]:
    """Sort the changes of a drawing's content into folds.

    What belongs to the same box (its words, its connectors when it comes, goes or is renamed)
    goes with it. Geometry that follows words, boxes that came or went, or a box that has moved
    is a consequence; where several changes could have caused it, it stands under the first.
    """
    rest = [change for change in changes if change.key != CANVAS or change.kind != "text"]
    summaries = [change for change in changes if change not in rest]
    folds = _acts(rest)
    leftovers = [change for change in rest if not _is_held(change, folds)]
    if not folds:
        folds, leftovers = _geometry(leftovers)
    for change in leftovers:
        _home(change, folds).consequences.append(change)
    if not folds and summaries:
        return [Fold(change) for change in summaries]
    for change in summaries:
        folds[0].consequences.append(change)
    return folds


def _acts(changes: Sequence[Change]) -> list[Fold]:
    """Folds of changes that somebody made, what owns others before what it owns."""
    folds: list[Fold] = []
    homes: dict[str, Fold] = {}
    dashed = {change.key for change in changes if _is_of_dash(change)}
    acts = (change for change in changes if change.kind in _ACTS)
    for change in sorted(acts, key=lambda change: _strength(change, change.key in dashed)):
        home = _owner_among(change, homes)
        if home is None:
            home = Fold(change)
            folds.append(home)
        else:
            home.also.append(change)
        homes.setdefault(change.key, home)
    return folds


def _is_of_dash(change: Change) -> bool:
    """Whether a line has another role because it is dashed, or is not any more."""
    return change.kind == "role" and {change.before, change.after} == _BY_DASH


def _strength(change: Change, is_by_dash: bool) -> int:
    if change.what == "dash" and is_by_dash:
        return 3
    comes_or_goes = change.kind in ("added", "removed", "renamed")
    if comes_or_goes:
        return 0 if _is_box(change.key) else 2 + _is_words(change.key)
    return 1 if change.kind == "text" else 4 + _ACTS.index(change.kind)


def _owner_among(change: Change, homes: Mapping[str, Fold]) -> Fold | None:
    """The fold that a change is part of; None when it begins one of its own."""
    if change.key in homes:
        return homes[change.key]
    # The life line of a participant is owned by nothing, and called after it.
    for owner in (change.owner or f"node:{change.key.partition(':')[2]}").split(" "):
        if owner in homes and homes[owner].first.kind in (
            "added",
            "removed",
            "role",
            change.kind,
        ):
            return homes[owner]
    if change.kind in ("text", "added", "removed") and _is_words(change.key):
        # Longer words wrap: a line more, or the same words on other lines.
        for fold in homes.values():
            if fold.first.kind == "text" and change.owner and change.owner == fold.first.owner:
                return fold
    return None


def _is_box(key: str) -> bool:
    return key.startswith(("node:", "group:"))


def _is_line(key: str) -> bool:
    return key.startswith("edge:")


def _is_words(key: str) -> bool:
    return not _is_box(key) and not _is_line(key)


def _is_held(change: Change, folds: Sequence[Fold]) -> bool:
    return any(change is fold.first or change in fold.also for fold in folds)


def _geometry(changes: Sequence[Change]) -> tuple[list[Fold], list[Change]]:
    """Folds where only geometry has changed: boxes first, lines and words follow them."""
    keys = {change.key for change in changes}
    folds: dict[str, Fold] = {}
    rest: list[Change] = []
    for change in sorted(changes, key=_rank):
        owners = change.owner.split(" ") if change.owner else []
        follows = change.key == CANVAS or any(owner in folds for owner in owners)
        if change.key in folds:
            folds[change.key].also.append(change)
        elif follows and len(keys) > 1 and folds:
            rest.append(change)
        else:
            folds[change.key] = Fold(change)
    return list(folds.values()), rest


def _rank(change: Change) -> tuple[int, int]:
    """Boxes (which nothing that moved owns) before lines before words before the canvas."""
    if change.key == CANVAS:
        return 3, 0
    if _is_box(change.key):
        return 0, _FOLLOWS.index(change.kind) if change.kind in _FOLLOWS else 0
    return (1 if _is_line(change.key) else 2), 0


def _home(change: Change, folds: Sequence[Fold]) -> Fold:
    """The fold that a consequence stands under: that of its own box, else the first."""
    owners = {change.key, *change.owner.split(" ")} - {""}
    for fold in folds:
        if owners & {fold.first.key, *fold.first.owner.split(" ")}:
            return fold
    return folds[0]
