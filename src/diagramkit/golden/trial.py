"""Which tokens did it: proved by drawing, not guessed.

The source as it is now is drawn with the golden's tokens. What differs from the golden already is
content (or the programs). Then each changed token is set alone: what that moves is its own. What
is different in the end and was moved by no token alone belongs to several together; leaving out
one at a time tells which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from diagramkit.golden.changes import Change, scene_changes
from diagramkit.golden.serial import canonical
from diagramkit.scene import Scene

Draw = Callable[[Mapping[str, Any]], Scene]
"""Draws the source as it is now, these tokens set on the theme as it is now."""
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The differences of a drawing from its golden, sorted by who made them.

    `content` was there before any token moved. `tokens` gives to each token that moved something
    alone what it moved; `together` the tokens, and the changes, that only several make.
    """

    content: tuple[Change, ...]
    tokens: Mapping[str, tuple[Change, ...]]
    together: tuple[tuple[str, ...], tuple[Change, ...]]


def attribute(
    golden: Scene, now: Scene, tokens: Mapping[str, tuple[Any, Any]], draw: Draw
) -> Attribution:
    """Try the changed `tokens`, each with its old and new value, on a drawing.

    `golden` and `now` are canonical scenes. Tokens that are new, or gone, cannot be set back:
    what they do counts as content.
    """
    tried = {path: pair[0] for path, pair in tokens.items() if None not in pair}
    if not tried:
        return Attribution(scene_changes(golden, now), {}, ((), ()))
    trials = _Trials(tried, now, draw)
    base = trials.base
    content = () if trials.is_base(golden) else scene_changes(golden, base)
    everything = scene_changes(base, now)
    moved = {change.place: change for change in everything}
    own: dict[str, tuple[Change, ...]] = {}
    for path in trials.movers(list(tried)):
        scene = trials.moving([path])
        alone = everything if scene is now else scene_changes(base, scene)
        if changes := tuple(change for change in alone if change.place in moved):
            own[path] = changes
    rest = moved.keys() - {change.place for changes in own.values() for change in changes}
    joint = trials.needed(rest) if rest else ()
    together = tuple(change for change in moved.values() if change.place in rest)
    return Attribution(content, own, (joint, together))


class _Trials:
    """Drawings with some tokens as they were (`old`) and the rest as they are."""

    def __init__(self, old: Mapping[str, Any], now: Scene, draw: Draw) -> None:
        self.old = old
        self.draw = draw
        self.drawn: dict[frozenset[str], Scene] = {frozenset(): now}
        self.base = self.moving([])

    def moving(self, paths: Iterable[str]) -> Scene:
        """The drawing with these tokens as they are now, all others as they were."""
        held = frozenset(self.old) - frozenset(paths)
        if held not in self.drawn:
            self.drawn[held] = canonical(self.draw({path: self.old[path] for path in held}))
        return self.drawn[held]

    def is_base(self, scene: Scene) -> bool:
        """Whether a scene is the one in which no token has moved yet."""
        return scene == self.base

    def movers(self, paths: list[str]) -> list[str]:
        """The tokens that may move something alone. Many that move nothing even together are
        done with at once: another theme changes a hundred, and a drawing shows a few of them."""
        if self.is_base(self.moving(paths)):
            return []
        if len(paths) == 1:
            return paths
        half = len(paths) // 2
        return [*self.movers(paths[:half]), *self.movers(paths[half:])]

    def needed(self, places: Set[Place]) -> tuple[str, ...]:
        """The tokens without which these places would not have changed as they have."""

        def changes(paths: Iterable[str]) -> frozenset[Change]:
            found = scene_changes(self.base, self.moving(paths))
            return frozenset(change for change in found if change.place in places)

        whole = changes(self.old)
        needed = [path for path in self.old if changes(set(self.old) - {path}) != whole]
        return tuple(needed) or tuple(self.old)
