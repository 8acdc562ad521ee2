"""Which of several changes did it: proved by drawing, not guessed.

The drawing is made with everything as it was; then each change is made alone: what that moves is
its own. What is different in the end and was moved by no change alone belongs to several together;
leaving out one at a time tells which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from diagramkit.golden.changes import Change, scene_changes
from diagramkit.scene import Scene

Draw = Callable[[frozenset[str]], Scene]
"""Draws, in canonical form, the source as it is now with these changes undone."""
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Differences of two drawings, sorted by who made them.

    `own` gives to each change that moved something alone what it moved; `together` the changes,
    and what they moved, that only several make.
    """

    own: Mapping[str, tuple[Change, ...]]
    together: tuple[tuple[str, ...], tuple[Change, ...]]


def attribute(base: Scene, now: Scene, tried: Sequence[str], draw: Draw) -> Attribution:
    """Try the changes `tried`, by name, that lead from a drawing to another."""
    if not tried or base == now:
        return Attribution({}, ((), ()))
    trials = _Trials(tried, base, now, draw)
    everything = scene_changes(base, now)
    moved = {change.place: change for change in everything}
    own: dict[str, tuple[Change, ...]] = {}
    for name in trials.movers(list(tried)):
        scene = trials.moving([name])
        alone = everything if scene is now else scene_changes(base, scene)
        if changes := tuple(change for change in alone if change.place in moved):
            own[name] = changes
    rest = moved.keys() - {change.place for changes in own.values() for change in changes}
    joint = trials.needed(rest) if rest else ()
    together = tuple(change for change in moved.values() if change.place in rest)
    return Attribution(own, (joint, together))


class _Trials:
    """Drawings with some changes undone and the rest as they are."""

    def __init__(self, tried: Sequence[str], base: Scene, now: Scene, draw: Draw) -> None:
        self.tried = tuple(tried)
        self.base = base
        self.draw = draw
        self.drawn: dict[frozenset[str], Scene] = {frozenset(): now, frozenset(tried): base}

    def moving(self, names: Iterable[str]) -> Scene:
        """The drawing with these changes made, and no other."""
        held = frozenset(self.tried) - frozenset(names)
        if held not in self.drawn:
            self.drawn[held] = self.draw(held)
        return self.drawn[held]

    def movers(self, names: list[str]) -> list[str]:
        """The changes that may move something alone. Many that move nothing even together are
        done with at once: another theme changes a hundred tokens, and a drawing shows a few."""
        if self.moving(names) == self.base:
            return []
        if len(names) == 1:
            return names
        half = len(names) // 2
        return [*self.movers(names[:half]), *self.movers(names[half:])]

    def needed(self, places: Set[Place]) -> tuple[str, ...]:
        """The changes without which these places would not be as they are."""

        def changes(names: Iterable[str]) -> frozenset[Change]:
            found = scene_changes(self.base, self.moving(names))
            return frozenset(change for change in found if change.place in places)

        whole = changes(self.tried)
        needed = [name for name in self.tried if changes(set(self.tried) - {name}) != whole]
        return tuple(needed) or self.tried
