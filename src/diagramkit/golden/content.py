"""Changes of a diagram's content led back to the lines of its source that were edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.golden.changes import Change, scene_changes
from diagramkit.golden.explanation import Cause, Step
from diagramkit.golden.folding import Fold, fold
from diagramkit.scene import Scene

_MOST_HUNKS = 16
_MOST_LINES = 2_000
"""Above so many edits, or lines, no drawing is made for each edit."""
_ACTS = ("text", "added", "removed", "renamed", "role")
_LOOKS = ("role", "dash")
_CRITICAL = re.compile(r"%%\s*diagram:\s*critical\b")
_DIRECTION = re.compile(r"^\s*(?:flowchart|graph|direction)\s+(TB|TD|BT|RL|LR)\s*;?\s*$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that were edited together: those that were there and those that are; `text` is the
    old source with this edit alone, `line` where it is in the new one, from 1."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    text: str
    line: int

    @property
    def words(self) -> str:
        """All that it says, old and new."""
        return "\n".join((*self.before, *self.after))


def hunks(before: str, after: str) -> list[Hunk]:
    """The edits that make one source of another, from the top; one for all where they are many."""
    old, new = before.splitlines(), after.splitlines()
    if max(len(old), len(new)) > _MOST_LINES:
        return [Hunk(tuple(old), tuple(new), after, 1)]
    found = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            text = "\n".join([*old[:start], *new[first:last], *old[end:]]) + "\n"
            found.append(Hunk(tuple(old[start:end]), tuple(new[first:last]), text, first + 1))
    if len(found) > _MOST_HUNKS:
        return [Hunk(tuple(old), tuple(new), after, 1)]
    return found


def content_causes(
    before: Scene,
    changes: Sequence[Change],
    edits: Sequence[Hunk],
    draw: Callable[[str], Scene],
    place: Location,
) -> Iterator[Cause]:
    """The causes of changes that edits of the source have made.

    Args:
        before: the drawing before the edits.
        changes: what all of them together changed.
        edits: what was edited.
        draw: draws another source in canonical form; raises `DiagramError`.
        place: where the source begins.
    """
    for edit, own in _shared_out(before, changes, edits, draw):
        location = Location(place.path, place.line + edit.line - 1)
        yield from _causes(edit, own, location)


def folded_causes(changes: Sequence[Change], place: Location | None = None) -> Iterator[Cause]:
    """The causes of changes of which nobody knows what was edited."""
    for one in fold(changes):
        yield _cause(one, place)


def _shared_out(
    before: Scene, changes: Sequence[Change], edits: Sequence[Hunk], draw: Callable[[str], Scene]
) -> Iterator[tuple[Hunk, list[Change]]]:
    """Each edit with the changes that it makes alone; what no edit makes alone goes to the first
    one that speaks of it, else to the first of all."""
    if len(edits) == 1:
        yield edits[0], list(changes)
        return
    made = [_places(before, edit, draw) for edit in edits]
    own: list[list[Change]] = [[] for _ in edits]
    for change in changes:
        known = [number for number, places in enumerate(made) if change.place in places]
        told = [number for number, edit in enumerate(edits) if _is_written(change, edit)]
        own[next(iter((*(set(known) & set(told)), *known, *told)), 0)].append(change)
    yield from ((edit, mine) for edit, mine in zip(edits, own, strict=True) if mine)


def _places(before: Scene, edit: Hunk, draw: Callable[[str], Scene]) -> frozenset[tuple[str, str]]:
    try:
        return frozenset(change.place for change in scene_changes(before, draw(edit.text)))
    except DiagramError:  # it is no diagram without the other edits
        return frozenset()


def _causes(edit: Hunk, changes: Sequence[Change], location: Location) -> Iterator[Cause]:
    """What is written in the edited lines are causes; all else followed."""
    if _CRITICAL.search(edit.words):
        yield _critical(changes, location)
        return
    if way := _turned(edit):
        yield Cause("direction", (Step("direction", *way),), tuple(changes), (), location)
        return
    folds = fold(changes)
    acts = [one for one in folds if _is_act(one.first) and _is_written(one.first, edit)]
    boxes = [one for one in acts if not (one.first.what in _LOOKS and _is_line(one.first))]
    first, *others = boxes or acts or folds
    kept = [first, *(others if acts else ())]
    rest = [one for one in folds if not any(one is each for each in kept)]
    followed = [change for one in rest for change in (one.first, *one.also, *one.consequences)]
    first.consequences += followed
    yield from (_cause(one, location) for one in kept)


def _is_act(change: Change) -> bool:
    return change.kind in _ACTS or change.what == "dash"


def _cause(one: Fold, place: Location | None) -> Cause:
    first = one.first
    step = Step(first.key, first.before, first.after)
    return Cause(first.kind, (step,), (first, *one.also), tuple(one.consequences), place)


def _critical(changes: Sequence[Change], location: Location) -> Cause:
    roles = [change for change in changes if change.kind == "role"]
    nodes = [change for change in roles if change.key.startswith("node:")]
    direct = list(filter(_is_line, roles)) or nodes or list(changes[:1])
    words = [
        f"{_ends(change.key)} {'joined' if change.after.startswith('accent') else 'left'} it"
        for change in direct
    ]
    step = Step(", ".join(dict.fromkeys(words)))
    rest = tuple(change for change in changes if change not in direct)
    return Cause("critical", (step,), tuple(direct), rest, location)


def _turned(edit: Hunk) -> tuple[str, str] | None:
    """What way a drawing ran and runs, where an edit says just that."""
    pairs = [(_DIRECTION.findall(line) or [""])[0] for line in (*edit.before, *edit.after)]
    return (pairs[0], pairs[1]) if len(pairs) == 2 and all(pairs) else None


def _ends(key: str) -> str:
    name = key.partition(":")[2]
    return name.rsplit(":", 1)[0].replace("->", " --> ", 1) if "->" in name else name


def _is_line(change: Change) -> bool:
    return change.key.startswith("edge:")


def _is_written(change: Change, edit: Hunk) -> bool:
    """Whether an edit speaks of what changed: it has its words, or its name."""
    said = set(_WORD.findall(edit.words))
    if change.kind == "text" and (change.before or change.after):
        return any(_has(said, words) for words in (change.before, change.after) if words)
    names = change.key.split(":")[1] if ":" in change.key else change.key
    return _has(said, names) or (
        change.kind in ("added", "removed") and _has(said, change.after or change.before)
    )


def _has(said: set[str], words: str) -> bool:
    parts = _WORD.findall(words)
    return bool(parts) and said.issuperset(parts)
