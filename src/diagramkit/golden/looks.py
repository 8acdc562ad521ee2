"""Tokens of themes as goldens remember them, and themes with some tokens set otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from diagramkit.golden.facts import short_hash
from diagramkit.theme.model import Theme, tokens
from diagramkit.theme.tokens import Tokens as TokenGroup

Token = str | float | list[str] | list[float] | bool
Tokens = dict[str, Any]
"""Values by path, as JSON has them: numbers, words, lists."""


def plain_tokens(theme: Theme) -> Tokens:
    """Every token of a theme by its path, in a form that JSON keeps."""
    return {path: _plain(value) for path, value in tokens(theme).items()}


def look_id(values: Tokens) -> str:
    """A short hash of all tokens."""
    return short_hash(values)


def changed_tokens(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    """What each changed token was and is; None where there was, or is, no such token."""
    paths = dict.fromkeys((*before, *after))
    return {
        path: (before.get(path), after.get(path))
        for path in paths
        if before.get(path) != after.get(path)
    }


def with_tokens(theme: Theme, values: Mapping[str, Any]) -> Theme:
    """The theme with these tokens set: those that it does not have are left out.

    A value is put where one of its kind was before; it has been in a valid theme, so that it is
    not validated again.
    """
    paths = {tuple(path.split(".")): value for path, value in values.items()}
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
        else:
            changes[path[0]] = _like(getattr(group, path[0]), value)
    for name, rest in inner.items():
        if isinstance(getattr(group, name), TokenGroup):
            changes[name] = _updated(getattr(group, name), rest)
    return group.replace(**changes)


def _like(old: object, value: Any) -> Any:
    """A JSON value as the model keeps it: numbers as floats, lists as tuples."""
    if isinstance(value, list):
        return tuple(value)
    if isinstance(old, float) and isinstance(value, int):
        return float(value)
    return value


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
