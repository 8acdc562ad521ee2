"""One drawing judged: its scene now against its golden, and why they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from diagramkit.diagnostics import DiagramError, Location
from diagramkit.golden.changes import Change, scene_changes
from diagramkit.golden.content import content_causes, folded_causes, hunks
from diagramkit.golden.explanation import Cause, CauseKind, Step
from diagramkit.golden.factors import Factor, factors
from diagramkit.golden.facts import ENGINE, Tools
from diagramkit.golden.folding import fold
from diagramkit.golden.picture import PixelDifference
from diagramkit.golden.record import Made
from diagramkit.golden.trial import attribute
from diagramkit.scene import Scene

Tolerance = Mapping[str, float]
"""Largest amount that is let pass, by kind of cause: units, ΔE2000, or share of pixels."""
Draw = Callable[[str | None, Sequence[Factor]], Scene]
"""Draws, in canonical form, a source (None: the one as it is now) with some factors undone. Raises
`DiagramError`."""
Follows = Callable[[Sequence[Factor]], tuple[str, ...]]
"""The tokens that are other ones when these factors are undone."""


@dataclass(frozen=True)
class Today:
    """What is drawn with now: `input` as records of version 1 have it, where the source begins,
    and where settings are written."""

    made: Made
    input: str
    place: Location
    settings: Mapping[str, Location]


@dataclass(frozen=True)
class Explainer:
    """Finds why a scene is not the one of its golden; both are canonical."""

    golden: Scene
    now: Scene
    then: Made
    today: Today
    draw: Draw
    follows: Follows
    is_edited: bool = False

    def causes(self) -> tuple[Cause, ...]:
        """The causes; none when the scenes are the same."""
        try:
            return tuple(self._causes())
        except DiagramError:
            # It cannot be drawn as it was: nothing can be proved.
            changes = scene_changes(self.golden, self.now)
            return tuple(self._unproved(changes))

    def _causes(self) -> Iterator[Cause]:
        found = factors(self.then, self.today.made, self.today.settings)
        by_id = {factor.id: factor for factor in found}

        def draw(held: Iterable[str]) -> Scene:
            return self.draw(None, [by_id[each] for each in held])

        base = draw(by_id) if found else self.now
        shares = attribute(base, self.now, tuple(by_id), draw)
        for name, changes in shares.own.items():
            yield self._factor_cause([by_id[name]], changes)
        names, changes = shares.together
        if changes:
            yield self._factor_cause([by_id[name] for name in names], changes)
        yield from self._rest(base, found)

    def _factor_cause(self, some: Sequence[Factor], changes: Sequence[Change]) -> Cause:
        direct = tuple(change for change in changes if change.kind in ("restyled", "role"))
        rest = tuple(change for change in changes if change not in direct)
        if not direct:
            direct, rest = rest, ()
        steps = tuple(factor.step for factor in some)
        follows = self.follows(some) if some[0].kind == "token" else ()
        return Cause(some[0].kind, steps, direct, rest, some[0].location, follows)

    def _rest(self, base: Scene, found: Sequence[Factor]) -> Iterator[Cause]:
        """The causes of what differs with settings and tokens as they were."""
        text, today = self.then.text, self.today.made.text
        if text is None or today is None:
            yield from self._unproved(scene_changes(self.golden, base))
            return
        before = base if text == today else self._drawn(text, found)
        if before is None:
            yield from folded_causes(scene_changes(self.golden, base), self.today.place)
            return
        if before != self.golden:
            yield from self._engine(scene_changes(self.golden, before))
        if changes := () if before == base else scene_changes(before, base):
            edits = hunks(text, today)
            place = self.today.place
            yield from content_causes(
                before, changes, edits, lambda other: self.draw(other, found), place
            )

    def _drawn(self, text: str, found: Sequence[Factor]) -> Scene | None:
        try:
            return self.draw(text, found)
        except DiagramError:  # what was read once is refused now
            return None

    def _unproved(self, changes: Sequence[Change]) -> Iterator[Cause]:
        then, today = self.then, self.today
        known = then.text is not None
        if then.text == today.made.text if known else then.input == today.input:
            yield from self._engine(changes)
        else:
            yield from folded_causes(changes, today.place)

    def _engine(self, changes: Sequence[Change]) -> Iterator[Cause]:
        """The cause of what the same source, settings and theme do not explain."""
        if not changes:
            return
        kind, steps = _tools_kind(self.then.tools, self.today.made.tools)
        if self.is_edited:
            kind, steps = "golden", (Step("was edited or merged by hand"),)
        firsts = fold(changes)
        direct = tuple(c for one in firsts for c in (one.first, *one.also))
        yield Cause(kind, steps, direct, tuple(c for f in firsts for c in f.consequences))


def _tools_kind(then: Tools | None, today: Tools | None) -> tuple[CauseKind, tuple[Step, ...]]:
    """Whether fonts or the engine changed; with neither, the engine was changed in place."""
    fonts = font_steps(then, today)
    engine = _version_steps(then, today, ENGINE)
    if fonts and not engine:
        return "font", fonts
    if not engine and today:
        engine = (Step("diagramkit", today.versions["diagramkit"], "changed in place"),)
    return "engine", (*engine, *fonts)


def font_steps(then: Tools | None, today: Tools | None) -> tuple[Step, ...]:
    """The font files that are other files than they were."""
    if not then or not today:
        return ()
    names = dict.fromkeys((*then.fonts, *today.fonts))
    return tuple(
        Step(
            PurePath(name).name, then.fonts.get(name, "none")[:8], today.fonts.get(name, "none")[:8]
        )
        for name in names
        if then.fonts.get(name) != today.fonts.get(name)
    )


def _version_steps(
    then: Tools | None, today: Tools | None, programs: Iterable[str]
) -> tuple[Step, ...]:
    if not then or not today:
        return ()
    pairs = [
        (name, then.versions.get(name, "none"), today.versions.get(name, "none"))
        for name in programs
    ]
    return tuple(Step(*pair) for pair in pairs if pair[1] != pair[2])


def engine_cause(then: Tools | None, today: Tools | None) -> Cause:
    """Why the same source, settings and theme give another scene, whatever that was."""
    return Cause(*_tools_kind(then, today))


def renderer_cause(then: Tools | None, today: Tools | None) -> Cause:
    """Why the same scene has other pixels: the fonts, or the rasteriser."""
    fonts = font_steps(then, today)
    steps = _version_steps(then, today, ("rasterizer",))
    if fonts and not steps:
        return Cause("font", fonts)
    if then and today and then.scale != today.scale:
        steps = (*steps, Step("scale", f"{then.scale:g}", f"{today.scale:g}"))
    if not steps and today:
        steps = (Step(today.versions["rasterizer"], "", "paints other pixels"),)
    return Cause("renderer", (*steps, *fonts))


def is_tolerated(
    causes: Sequence[Cause], pixels: PixelDifference | None, tolerance: Tolerance
) -> bool:
    """Whether a drawing that differs from its golden is let pass."""
    return bool(causes) and all(_is_within(cause, pixels, tolerance) for cause in causes)


def _is_within(cause: Cause, pixels: PixelDifference | None, tolerance: Tolerance) -> bool:
    limit = tolerance.get(cause.kind)
    if limit is None:
        return False
    if not cause.changes:
        return pixels is not None and pixels.share <= limit
    amounts = [change.amount for change in (*cause.changes, *cause.consequences)]
    return all(amount is not None and amount <= limit for amount in amounts)
