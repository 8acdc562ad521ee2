"""What is said of a point's looks: `radius: 12, color: #ff3300`.

The declarations are read as Mermaid reads them, so that what it refuses is refused
(`quadrantDb.ts` 11.17); colours are drawn as categories of the theme.
"""

from __future__ import annotations

import re

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.quadrant.model import Style
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest

_COLOR = (re.compile(r"#?(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"), "a colour such as #ff3300")
_VALUES = {
    "radius": (re.compile(r"[0-9]+"), "a whole number such as 12"),
    "color": _COLOR,
    "stroke-color": _COLOR,
    "stroke-width": (re.compile(r"[0-9]+px"), "a width such as 3px"),
}
_ALLOWED = frozenset("#: -")


def read_styles(source: Source, start: int, end: int) -> Style:
    """The declarations between two offsets of the text.

    Raises DiagramError where one is unknown or its value is not one.
    """
    found: list[tuple[str, str]] = []
    place = start
    for piece in source.text[start:end].split(","):
        name, _, value = (part.strip() for part in piece.partition(":"))
        offset = place + len(piece) - len(piece.lstrip())
        place += len(piece) + 1
        for at, character in enumerate(piece):
            if not (character.isascii() and character.isalnum()) and character not in _ALLOWED:
                message = f'"{character}" in a style; a style is a name, a colon and a value'
                raise source.error(place - len(piece) - 1 + at, message)
        found.append((name, _checked(source, offset, name, value)))
    return tuple(found)


def _checked(source: Source, offset: int, name: str, value: str) -> str:
    if name not in _VALUES:
        known = ", ".join(_VALUES)
        hint = nearest(name, list(_VALUES)) or f"; expected one of {known}"
        raise source.error(offset, f'a point has no style "{name[:40]}"{hint}')
    pattern, wanted = _VALUES[name]
    if not pattern.fullmatch(value):
        message = f'"{value[:40]}" is no value of "{name}"; expected {wanted}'
        raise source.error(offset, message)
    return value


def style_error(source: Source, offset: int) -> DiagramError:
    """The error where a style should stand and does not."""
    return source.error(offset, "expected styles, such as radius: 12, color: #ff3300")
