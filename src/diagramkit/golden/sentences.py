"""Changes and causes in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from diagramkit.golden.changes import CANVAS, Change
from diagramkit.golden.explanation import Cause, CauseKind, Step, Verdict
from diagramkit.golden.serial import number

_LONGEST = 48
SHARED: tuple[CauseKind, ...] = (
    "token",
    "setting",
    "theme",
    "extends",
    "font",
    "engine",
    "renderer",
    "golden",
    "picture",
)
"""Causes that lie outside a drawing, and so may reach many."""


def change_sentence(change: Change) -> str:
    """One difference: `node:B moved by 1 unit (12, 20 -> 13, 20)`."""
    values = f"{_value(change.before)} -> {_value(change.after)}"
    amount = _amount(change)
    match change.kind:
        case "added" | "removed":
            return f"{change.key} {change.kind}"
        case "renamed":
            return f"{change.before} renamed {change.key}"
        case "text" if change.what == "words":
            return f'{change.key} says "{_value(change.after)}", not "{_value(change.before)}"'
        case "text":
            return f"{change.what} {values}"
        case "rerouted" if amount:
            return f"{change.key} rerouted by {amount}"
        case "moved" | "rerouted":
            return f"{change.key} {change.kind}{f' by {amount}' if amount else ''} ({values})"
        case "resized":
            return f"{change.key} {change.what} {values}"
        case "reordered":
            return f"{change.key} painted in place {change.after}, not {change.before}"
        case "role":
            return f"{change.key} {values}"
        case "restyled":
            sized = f" ({amount})" if amount and change.unit == "ΔE" else ""
            return f"{change.key} {change.what} {values}{sized}".rstrip()


def _amount(change: Change) -> str:
    if change.amount is None:
        return ""
    if change.unit == "ΔE":
        return f"ΔE {change.amount:.2g}"
    return f"{number(change.amount)} unit{'' if change.amount == 1 else 's'}"


def _value(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def step_words(steps: Sequence[Step]) -> str:
    """What was changed: `light.accent #D9392E -> #D9392F`."""
    return " with ".join(str(step) for step in steps)


def cause_headline(cause: Cause) -> str:
    """A cause in one line, without its consequences."""
    if cause.kind in SHARED:
        return f"{cause.kind} {step_words(cause.steps)}{_at(cause)}"
    if cause.kind == "critical":
        return f"critical path: {step_words(cause.steps)}{_at(cause)}"
    if cause.kind == "direction":
        return f"{step_words(cause.steps)}{_at(cause)}"
    also = f" and {len(cause.changes) - 1} more of it" if len(cause.changes) > 1 else ""
    return f"{cause.kind}: {change_sentence(cause.changes[0])}{also}{_at(cause)}"


def _at(cause: Cause) -> str:
    """Where it was changed, for people: ` (house.yaml:12)`."""
    place = cause.location
    return f" ({place.path}:{place.line})" if place else ""


def largest(changes: Iterable[Change]) -> str:
    """How much one sees of some changes, at most: `ΔE up to 0.32, up to 10.7 units`."""
    parts = []
    for unit in ("ΔE", "units"):
        amounts = [c.amount for c in changes if c.unit == unit and c.amount is not None]
        if amounts and unit == "ΔE":
            parts.append(f"ΔE up to {max(amounts):.2g}")
        elif amounts:
            parts.append(f"up to {number(max(amounts))} units")
    return ", ".join(parts)


def counted(changes: Iterable[Change]) -> str:
    """How many primitives were moved, resized and so on: `moved 6, resized 1`."""
    keys = {(c.kind, c.key) for c in changes if (c.kind, c.key) != ("text", CANVAS)}
    counts = Counter(kind for kind, _ in keys)
    return ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))


def cause_sentence(cause: Cause) -> str:
    """A cause with what followed from it, in one line."""
    headline = cause_headline(cause)
    if cause.kind in ("engine", "font", "golden") and cause.changes:
        shown = "; ".join(change_sentence(change) for change in cause.changes[:3])
        more = f"; {len(cause.changes) - 3} more" if len(cause.changes) > 3 else ""
        headline = f"{headline}: {shown}{more}"
    elif cause.kind == "direction" or (
        cause.kind in SHARED and cause.kind not in ("renderer", "picture")
    ):
        headline = f"{headline}: {counted(cause.changes) or 'nothing itself'}"
    if not cause.consequences:
        return headline
    return f"{headline}, and so {counted(cause.consequences)}"


def pixel_words(verdict: Verdict) -> str:
    """How much of the picture differs: `3.1 % of the pixels`."""
    pixels = verdict.pixels
    if pixels is None:
        return ""
    if not pixels.changed:
        return "no pixel differs"
    share = 100 * pixels.share
    return f"{share:.0f} % of the pixels" if share >= 10 else f"{share:.2g} % of the pixels"


def status_sentence(verdict: Verdict) -> str:
    """Why a golden fails, in one line."""
    former = f"renamed from {verdict.former}; " if verdict.former else ""
    match verdict.status:
        case "drifted":
            causes = "; ".join(map(cause_sentence, verdict.causes)) or "no cause was found"
            told = f"{verdict.problem}; " if verdict.problem else ""
            return f"{former}{told}{causes} ({pixel_words(verdict)})"
        case "renamed":
            return f"{former}the same"
        case "new":
            return "there is no golden yet"
        case "stale":
            return verdict.problem
        case "orphan":
            return "there is no such diagram, theme or mode any more"
        case "unreadable":
            return verdict.problem
        case "same":
            return "within the tolerance" if verdict.tolerated else verdict.problem or "the same"
