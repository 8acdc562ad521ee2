"""One drawing judged: its scene now against its golden, and why they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from diagramkit.golden.changes import Change
from diagramkit.golden.explanation import Cause, CauseKind, Step, Verdict
from diagramkit.golden.facts import ENGINE, Tools
from diagramkit.golden.folding import fold
from diagramkit.golden.looks import Tokens, changed_tokens
from diagramkit.golden.picture import PixelDifference
from diagramkit.golden.trial import Draw, attribute
from diagramkit.scene import Scene

Tolerance = Mapping[str, float]
"""Largest amount that is let pass, by kind of cause: units, ΔE2000, or share of pixels."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a drawing was made with: a hash of source and settings, tokens, and tools."""

    input: str
    tokens: Tokens
    tools: Tools | None


def explain(
    golden: Scene,
    now: Scene,
    then: Circumstances,
    today: Circumstances,
    draw: Draw,
) -> tuple[Cause, ...]:
    """The causes of the differences between two canonical scenes; none when they are the same.

    `draw` draws the source as it is now with some tokens set to other values.
    """
    found = attribute(golden, now, changed_tokens(then.tokens, today.tokens), draw)
    causes = [
        _token_cause([path], changes, then.tokens, today.tokens)
        for path, changes in found.tokens.items()
    ]
    paths, changes = found.together
    if changes:
        causes.append(_token_cause(paths, changes, then.tokens, today.tokens))
    return (*causes, *content_causes(found.content, then, today))


def _token_cause(
    paths: Sequence[str], changes: Sequence[Change], before: Tokens, after: Tokens
) -> Cause:
    steps = tuple(Step(path, shown(before.get(path)), shown(after.get(path))) for path in paths)
    direct = tuple(change for change in changes if change.kind == "restyled")
    rest = tuple(change for change in changes if change.kind != "restyled")
    return Cause("token", steps, direct, rest) if direct else Cause("token", steps, rest)


def shown(value: Any) -> str:
    """A token's value as themes write it."""
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    return "nothing" if value is None else str(value)


def content_causes(
    changes: Sequence[Change], then: Circumstances, today: Circumstances
) -> tuple[Cause, ...]:
    """The causes of what differs under the same tokens.

    With the same source and settings only the programs and fonts can have done it. With another
    source it is the content, and words that take other room than before are the fonts'.
    """
    if not changes:
        return ()
    if then.input == today.input:
        kind, steps = _tools_kind(then.tools, today.tools)
        firsts = fold(changes)
        direct = tuple(c for one in firsts for c in (one.first, *one.also))
        return (Cause(kind, steps, direct, tuple(c for f in firsts for c in f.consequences)),)
    fonts = font_steps(then.tools, today.tools)
    if not fonts:
        return tuple(_content(changes))
    words = {change.key for change in changes if change.what in ("words", "font size", "weight")}
    by_font = {c for c in changes if c.what == "width" and c.key not in words}
    rest = [change for change in changes if change not in by_font]
    own = (Cause("font", fonts, tuple(c for c in changes if c in by_font)),) if by_font else ()
    return (*own, *_content(rest))


def _content(changes: Sequence[Change]) -> Iterable[Cause]:
    for one in fold(changes):
        first = one.first
        step = Step(first.key, first.before, first.after)
        yield Cause(first.kind, (step,), (first, *one.also), tuple(one.consequences))


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


def judged(
    name: str, causes: Sequence[Cause], pixels: PixelDifference | None, tolerance: Tolerance
) -> Verdict:
    """The verdict on a drawing that differs from its golden."""
    within = bool(causes) and all(_is_within(cause, pixels, tolerance) for cause in causes)
    status = "same" if within else "drifted"
    return Verdict(name, status, tuple(causes), pixels, tolerated=within)  # type: ignore[arg-type]


def _is_within(cause: Cause, pixels: PixelDifference | None, tolerance: Tolerance) -> bool:
    limit = tolerance.get(cause.kind)
    if limit is None:
        return False
    if not cause.changes:
        return pixels is not None and pixels.share <= limit
    amounts = [change.amount for change in (*cause.changes, *cause.consequences)]
    return all(amount is not None and amount <= limit for amount in amounts)
