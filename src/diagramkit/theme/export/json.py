"""The resolved tokens as JSON, for programs that are not in Python.

The shape, version 1: `{"version": 1, "name": …, "description": …, "tokens": {path: value}}`. A
path is that of the theme file, `light.roles.accent.stroke`; a value is a number, a text or a
list of them.
"""

from __future__ import annotations

import json

from diagramkit.theme.model import ModeName, Theme, tokens

VERSION = 1


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The document, both modes in it."""
    document = {
        "version": VERSION,
        "name": theme.name,
        "description": theme.description,
        "tokens": {path: _value(value) for path, value in tokens(theme).items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
