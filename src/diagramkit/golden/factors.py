"""What a golden was drawn with against what is drawn with now: each difference that somebody made
outside of the source, as one factor that can be set back alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from diagramkit.diagnostics import Location
from diagramkit.golden.explanation import CauseKind, Step
from diagramkit.golden.looks import Look, Tokens, changed_tokens, is_same
from diagramkit.golden.record import Made
from diagramkit.theme.model import Theme

_MOST_TOKENS = 12
"""With more changed tokens another theme file is another theme, and not the same one renamed."""


@dataclass(frozen=True)
class Factor:
    """One difference. `paths` are the tokens that it changes as they are written, `setting` is the
    name of a drawing setting with its value `before`."""

    kind: CauseKind
    step: Step
    location: Location | None = None
    paths: tuple[str, ...] = ()
    setting: str = ""
    before: Any = None

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return f"{self.kind}:{self.step.subject}"


def factors(
    then: Made, today: Made, places: Mapping[str, Location] | None = None
) -> tuple[Factor, ...]:
    """The differences of settings and theme. `places` are where settings are written now."""
    looks = _look_factors(then.look, today.look) if then.look and today.look else ()
    return (*_setting_factors(then, today, places or {}), *looks)


def _setting_factors(then: Made, today: Made, places: Mapping[str, Location]) -> Iterator[Factor]:
    before, after = then.settings, today.settings
    if before is None or after is None:
        return
    for name in sorted(before.keys() & after.keys()):
        old, new = before[name], after[name]
        if old == new:
            continue
        parts = ", ".join(_entries(old, new)) if isinstance(old, dict) else ""
        step = Step(f"{name}.{parts}") if parts else Step(name, shown(old), shown(new))
        yield Factor("setting", step, places.get(name), setting=name, before=old)


def _entries(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            yield f"{key} {shown(old.get(key))} -> {shown(new.get(key))}"


def _look_factors(then: Look, today: Look) -> Iterator[Factor]:
    changed = _changed(then, today)
    left = set(changed)
    if then.theme != today.theme and not _is_plain(then, today) and len(left) > _MOST_TOKENS:
        step = Step("theme", _stem(then.theme), _stem(today.theme))
        yield Factor("theme", step, None, tuple(sorted(left)))
        return
    if then.extends != today.extends and not _is_plain(then, today):
        lent = {path for path in left if not (then.is_own(path) or today.is_own(path))}
        step = Step("extends", then.extends or "nothing", today.extends or "nothing")
        yield Factor("extends", step, today.places.get("extends"), tuple(sorted(lent)))
        left -= lent
    for paths in _together(left):
        old, new = changed[paths[0]]
        step = Step(paths[0], *_values(paths[0], then, today, old, new))
        yield Factor("token", step, _place(today, paths), tuple(paths))


def _changed(then: Look, today: Look) -> dict[str, tuple[Any, Any]]:
    if _is_plain(then, today):
        changed = changed_tokens(then.tokens, today.tokens)
        # Tokens that are new, or gone, cannot be set back: what they do counts as the engine's.
        return {path: pair for path, pair in changed.items() if None not in pair}
    return changed_tokens(then.values, today.values)


def _is_plain(then: Look, today: Look) -> bool:
    """Whether one of two looks is known by its resolved tokens alone."""
    return then.is_resolved or today.is_resolved


def _together(paths: Iterable[str]) -> Iterator[list[str]]:
    """Paths that lie inside of others go with them: `roles.note` was an alias and is a table."""
    found: list[str] = []
    for path in sorted(paths, key=lambda path: path.split(".")):
        if found and not path.startswith(f"{found[0]}."):
            yield found
            found = []
        found.append(path)
    if found:
        yield found


def _values(path: str, then: Look, today: Look, old: Any, new: Any) -> tuple[str, str]:
    """What a token was and is: what its alias stood for, where that is one value."""
    before, after = then.tokens.get(path, old), today.tokens.get(path, new)
    if is_same(before, after):
        before, after = old, new
    return shown(before), shown(after)


def _place(look: Look, paths: Iterable[str]) -> Location | None:
    return next((look.places[path] for path in paths if path in look.places), None)


def _stem(file: str) -> str:
    return file.rsplit(".", 1)[0]


def shown(value: Any) -> str:
    """A value as themes and configurations write it."""
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    return "nothing" if value is None else str(value)


def held_tokens(then: Look, today: Look, held: Iterable[Factor], theme: Theme) -> Tokens:
    """Every token of `today` with the paths of `held` written as they were `then`."""
    paths = {path for factor in held for path in factor.paths}
    if not paths:
        return today.tokens
    plain = _is_plain(then, today)
    before, after = (then.tokens, today.tokens) if plain else (then.values, today.values)
    mixed = {path: value for path, value in after.items() if path not in paths}
    mixed |= {path: value for path, value in before.items() if path in paths}
    look = Look(today.theme, "", {today.theme: mixed}, plain)
    return {**_defaults(theme, paths - mixed.keys()), **look.tokens}


def _defaults(theme: Theme, paths: Iterable[str]) -> Tokens:
    """The values that the model has for tokens that no theme says."""
    found: Tokens = {}
    for path in paths:
        group: Any = theme
        *inner, last = path.split(".")
        for name in inner:
            group = getattr(group, name, None)
        value = getattr(type(group), last, None)
        if isinstance(value, str | int | float | tuple):
            found[path] = value
    return found
