"""Design tokens in the format of their W3C community group, 2025.10; `theme import` reads them.

A token is in the groups of its path. One that is written as an alias of one other is an alias here
too, as long as the theme comes from a file. Pairs and lists of lengths are no type of that format:
dashes are stroke styles, pairs two lengths, and the signs in numbers are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from diagramkit.theme.model import ModeName, Theme
from diagramkit.theme.tokens import Named, Tokens

_LENGTHS = ("Size", "Distance", "Width")
_TYPES = {"Weight": "fontWeight", "Families": "fontFamily", "Color": "color", "Fill": "color"}
_ALIAS = re.compile(r"\$[\w.-]+")
_LEFT_OUT = ("name", "description", "lang", "modes", "fonts.files")


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The document, both modes in it."""
    aliases = _aliases(theme)
    document: dict[str, Any] = {"$description": theme.description} if theme.description else {}
    for path, kind, value in _leaves(theme, ""):
        if path in _LEFT_OUT or kind == "Sign":
            continue
        *groups, last = path.split(".")
        inner = document
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[last] = _token(kind, value, aliases.get(path))
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _leaves(group: Tokens, prefix: str) -> Iterator[tuple[str, str, object]]:
    """Every token with its path and what kind of value its model says it has."""
    for name, value in group:
        if isinstance(value, Tokens):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            kind = "Color" if isinstance(group, Named) else type(group).__annotations__[name]
            yield f"{prefix}{name}", kind, value


def _token(kind: str, value: object, alias: str | None) -> dict[str, Any]:
    if kind == "Pair" and isinstance(value, tuple):
        return {str(place): _token("Size", part, None) for place, part in enumerate(value)}
    if kind == "Dashes":
        return {"$type": "strokeStyle", "$value": _dashes(value)}
    name = "dimension" if kind in _LENGTHS else _TYPES.get(kind, "number")
    return {"$type": name, "$value": f"{{{alias}}}" if alias else _value(name, value)}


def _value(kind: str, value: object) -> object:
    if kind == "dimension":
        return {"value": _number(value), "unit": "px"}
    if kind == "color":
        return _color(str(value))
    return list(value) if isinstance(value, tuple) else _number(value)


def _color(value: str) -> dict[str, Any]:
    if value == "none":
        return {"colorSpace": "srgb", "components": [0, 0, 0], "alpha": 0}
    parts = [round(part / 255, 4) for part in bytes.fromhex(value[1:])]
    return {"colorSpace": "srgb", "components": parts, "hex": value.lower()}


def _dashes(value: object) -> object:
    lengths = value if isinstance(value, tuple) else ()
    each = [{"value": _number(length), "unit": "px"} for length in lengths]
    return {"dashArray": each, "lineCap": "butt"} if each else "solid"


def _number(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _aliases(theme: Theme) -> dict[str, str]:
    """The paths that tokens are aliases of, by path; tints are none."""
    if theme.source is None:
        return {}
    from diagramkit.theme.written import aliases_of

    return {path: end for path, end in aliases_of(theme.source).items() if end != path}
