"""Themes as goldens remember them: as they were written, and with some values set otherwise."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import count
from pathlib import Path
from typing import Any, cast

from diagramkit.color import canonical
from diagramkit.diagnostics import Location
from diagramkit.golden.facts import short_hash
from diagramkit.theme.model import FONT_FILES, Theme, tokens
from diagramkit.theme.tokens import Tokens as TokenGroup

Tokens = dict[str, Any]
"""Values by path, as JSON has them: numbers, words, lists."""


@dataclass(frozen=True)
class Look:
    """A theme as it was written.

    `theme` is the name of its file, `extends` what that extends; `files` are values by path,
    aliases as they are, by the name of the file that says them. `is_resolved`: the values are
    those of all tokens, aliases followed, as goldens of version 1 have them and themes that were
    made in Python. `places` are where the values stand now; a golden does not keep them.
    """

    theme: str
    extends: str
    files: Mapping[str, Tokens]
    is_resolved: bool = False
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)

    def __reduce__(self) -> tuple[Callable[[bytes], Look], tuple[bytes]]:
        # What comes from other processes is one object, not one for each golden.
        state = self.theme, self.extends, self.files, self.is_resolved, self.places
        return _received, (pickle.dumps(state),)

    @cached_property
    def values(self) -> Tokens:
        """All values by path."""
        return {path: value for values in self.files.values() for path, value in values.items()}

    @cached_property
    def tokens(self) -> Tokens:
        """The value of every token, aliases followed."""
        from diagramkit.theme.written import resolved

        return self.values if self.is_resolved else resolved(self.values)

    def is_own(self, path: str) -> bool:
        """Whether the theme says this itself, and not what it extends."""
        return path in self.files.get(self.theme, {})

    def plain(self, *, is_short: bool = False) -> dict[str, Any]:
        """It as JSON has it; in short with a hash for each file of a built-in theme."""
        files = {
            name: short_hash(values) if is_short and values == _builtin(name) else values
            for name, values in self.files.items()
        }
        known = {"theme": self.theme, "extends": self.extends, "files": files}
        return known | ({"is_resolved": True} if self.is_resolved else {})


class UnknownLookError(ValueError):
    """A look has a hash for a built-in theme that is not the one of today."""


def look_from(value: Mapping[str, Any]) -> Look:
    """What `plain` gave. Raises `ValueError`, `TypeError` or `KeyError` for something else, and
    `UnknownLookError` where a built-in theme is another one now."""
    files = {str(name): _values(str(name), values) for name, values in value["files"].items()}
    is_resolved = value.get("is_resolved") is True
    return Look(str(value["theme"]), str(value["extends"]), files, is_resolved)


def _values(name: str, values: Any) -> Tokens:
    if not isinstance(values, str):
        return dict(values)
    known = _builtin(name)
    if known is None or short_hash(known) != values:
        raise UnknownLookError(name)
    return known


@cache
def _builtin(file: str) -> Tokens | None:
    """What the file of a built-in theme says; None for the files of others."""
    from diagramkit.theme.builtin import builtin_names

    theme = Path(file).stem
    return look_of(theme).files.get(file) if theme in builtin_names() else None


def look_of(reference: str | Path | Theme) -> Look:
    """A theme as it is written now. Raises `DiagramError` for one that cannot be read."""
    if isinstance(reference, Theme):
        return Look(reference.name, "", {reference.name: plain_tokens(reference)}, True)
    from diagramkit.theme.document import read
    from diagramkit.theme.files import find_theme
    from diagramkit.theme.written import written

    file = find_theme(reference)
    top = read(file).root.value
    extends = top.get("extends") if isinstance(top, dict) else None
    files: dict[str, Tokens] = {}
    values = written(reference)
    for path, one in values.items():
        files.setdefault(Path(one.location.path).name, {})[path] = one.value
    places = {path: _shown(one.location) for path, one in values.items()}
    if extends is not None:
        places["extends"] = _shown(Location(str(file), *extends.key_at))
    return Look(file.name, str(extends.value) if extends else "", files, places=places)


def _shown(place: Location) -> Location:
    """A place as people name it: from where the command runs, or by the file's name alone."""
    path = Path(os.path.abspath(place.path))
    inside = path.is_relative_to(Path.cwd())
    name = path.relative_to(Path.cwd()).as_posix() if inside else path.name
    return Location(name, place.line, place.column)


_runs = count(1)


@lru_cache(maxsize=64)
def _received(state: bytes) -> Look:
    return Look(*pickle.loads(state))


@dataclass(frozen=True, slots=True)
class LookReference:
    """A theme to be read when somebody asks how it is written; once in a run of a process."""

    reference: str | Path | Theme
    run: tuple[int, int]

    @classmethod
    def now(cls, reference: str | Path | Theme) -> LookReference:
        """A reference to a theme as it is from now on."""
        return cls(reference, (os.getpid(), next(_runs)))

    @property
    def look(self) -> Look:
        """The theme as it is written. Raises `DiagramError` for one that cannot be read."""
        return _look(self)


@lru_cache(maxsize=64)
def _look(reference: LookReference) -> Look:
    return look_of(reference.reference)


def plain_tokens(theme: Theme) -> Tokens:
    """Every token of a theme by its path, in a form that JSON keeps."""
    return {path: _plain(value) for path, value in tokens(theme).items()}


def is_same(one: Any, other: Any) -> bool:
    """Whether two values of a token mean the same: colours do in whichever form."""
    if one == other:
        return True
    are_words = isinstance(one, str) and isinstance(other, str)
    return are_words and None is not canonical(one) == canonical(other)


def changed_tokens(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    """What each changed token was and is; None where there was, or is, no such token."""
    paths = dict.fromkeys((*before, *after))
    return {
        path: (before.get(path), after.get(path))
        for path in paths
        if not is_same(before.get(path), after.get(path))
    }


def with_tokens(theme: Theme, values: Mapping[str, Any]) -> Theme:
    """The theme with these tokens set: those that it does not have are left out.

    A value is put where one of its kind was before; it has been in a valid theme, so that it is
    not validated again.
    """
    # Files of fonts are not kept: there is nothing to set back to.
    kept = {path: value for path, value in values.items() if path != FONT_FILES}
    paths = {tuple(path.split(".")): value for path, value in kept.items()}
    return cast("Theme", _updated(theme, paths))


def _updated(group: Any, values: Mapping[tuple[str, ...], Any]) -> Any:
    changes: dict[str, Any] = {}
    inner: dict[str, dict[tuple[str, ...], Any]] = {}
    fields = type(group).fields
    for path, value in values.items():
        if path[0] not in fields:
            continue
        if len(path) > 1:
            inner.setdefault(path[0], {})[path[1:]] = value
        elif not isinstance(getattr(group, path[0]), TokenGroup):
            changes[path[0]] = _like(getattr(group, path[0]), value)
    for name, rest in inner.items():
        if isinstance(getattr(group, name), TokenGroup):
            changes[name] = _updated(getattr(group, name), rest)
    return group.replace(**changes)


def _like(old: object, value: Any) -> Any:
    """A JSON value as the model keeps it: numbers as floats, lists as tuples."""
    if isinstance(value, list):
        parts = old if isinstance(old, tuple) else ()
        return tuple(_like(parts[0] if parts else "", part) for part in value)
    if isinstance(old, float) and isinstance(value, int):
        return float(value)
    return value


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
