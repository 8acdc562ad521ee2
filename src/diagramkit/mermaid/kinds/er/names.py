"""Names of entities: `CUSTOMER`, `"Line item"`, `12`, `1.5`."""

from __future__ import annotations

from diagramkit.mermaid.entities import resolve
from diagramkit.mermaid.kinds.er.scanner import Scanner
from diagramkit.mermaid.tokens import Token

NAMES = ("quoted", "name", "number", "decimal")
"""Tokens that name an entity."""


def read_name(scanner: Scanner, wanted: str) -> Token:
    """The name that comes next. Raises DiagramError, naming what was `wanted`, if none does."""
    token = scanner.peek()
    word = token.text.strip()
    hint = f'"{word}" is a word of Mermaid; in double quotes it is a name' if word.isalpha() else ""
    scanner.need(NAMES, wanted, hint)
    return token._replace(text=resolve(token.text.replace('"', "")))


def read_ids(scanner: Scanner, wanted: str) -> list[str]:
    """Words with commas between them. Raises DiagramError, naming what was `wanted`."""
    names = [scanner.need("name", wanted).text]
    while scanner.take_if("comma"):
        names.append(scanner.need("name", wanted).text)
    return names
