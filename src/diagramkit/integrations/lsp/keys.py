"""Keys and values of theme files, figures and configurations, as their JSON Schemas have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lsprotocol import types

from diagramkit.integrations.lsp.document import Document
from diagramkit.project.config import SHARED_FILE

Schema = dict[str, Any]
ITEM = "[]"
"""The step of a path that goes into a list."""
_KEY = re.compile(r"""(?P<key>[\w-]+|"[^"]*"|'[^']*')\s*:(?=\s|$)""")
_DASH = re.compile(r"-(?=\s|$)")
_PIECE = re.compile(
    rf"""{_KEY.pattern}|(?P<open>[{{\[])|(?P<close>[}}\]])|(?P<comma>,)"""
    r"""|(?P<word>"[^"]*"?|'[^']*'?|[^\s{}\[\],]+)"""
)
_TABLE = re.compile(r"^\s*\[+\s*([^\[\]]*?)\s*\]")
_TOML_KEY = re.compile(r"^\s*([\w.-]+)\s*(=?)\s*(?:.*[\s\[,])?[\"']?([^\s\[\]\"',]*)$")
_MOST_SCHEMAS = 500


@dataclass(frozen=True, slots=True)
class Spot:
    """A position in a document of keys: the keys above it, whether a value is written there (else
    a key of what is at the path), and what is written of the word so far."""

    path: tuple[str, ...]
    is_value: bool
    word: str


def spot_at(document: Document, place: types.Position, first: int = 0) -> Spot:
    """What stands at a place of TOML, or of YAML that begins at the line `first`."""
    before = document.lines[place.line][: place.character]
    if document.kind == "configuration":
        return _in_toml(document, before, place.line)
    tokens = list(_tokens(before))
    column = tokens[0][0] if tokens else len(before) - len(before.lstrip())
    steps, is_value, word = _in_line(before)
    return Spot((*_above(document.lines[first : place.line], column), *steps), is_value, word)


def _tokens(line: str) -> Iterator[tuple[int, str]]:
    """The dashes and the key that a line of YAML begins with, with their columns."""
    at = len(line) - len(line.lstrip())
    while _DASH.match(line, at):
        yield at, ITEM
        at += 1 + len(line[at + 1 :]) - len(line[at + 1 :].lstrip())
    if found := _KEY.match(line, at):
        yield at, found["key"].strip("\"'")


def _in_line(before: str) -> tuple[list[str], bool, str]:
    """The steps that a line of YAML opens, whether a value comes, and the word that is begun."""
    dashes = [step for _, step in _tokens(before) if step == ITEM]
    steps, is_value, word = dashes, False, ""
    opened: list[int] = []
    for piece in _PIECE.finditer(before, len(before) - len(before.lstrip("- "))):
        word = piece["word"] or ""
        if piece["key"]:
            steps, is_value = [*steps, piece["key"].strip("\"'")], True
        elif piece["open"]:
            opened.append(len(steps))
            is_value = piece["open"] == "["
            steps = [*steps, ITEM] if is_value else steps
        elif piece["close"]:
            steps, is_value = steps[: opened.pop() if opened else 0], True
        elif piece["comma"] and opened:
            is_value = steps[opened[-1] : opened[-1] + 1] == [ITEM]
            steps = steps[: opened[-1] + is_value]
    return steps, is_value, "" if before[-1:].isspace() else word.strip("\"'")


def _above(lines: list[str], column: int) -> list[str]:
    """The keys and dashes above a line of YAML that it belongs to, outermost first."""
    path: list[str] = []
    for line in reversed(lines):
        if column <= 0 and path[:1] != [ITEM]:
            break
        for at, step in reversed(list(_tokens(line))):
            # A list may stand below its key without an indent.
            if at < column or (at == column and path[:1] == [ITEM] and step != ITEM):
                path.insert(0, step)
                column = at
    return path


def _in_toml(document: Document, before: str, number: int) -> Spot:
    tables = (found for line in document.lines[:number] if (found := _TABLE.match(line)))
    table = [found[1] for found in tables][-1:]
    path = [part.strip(" \"'") for part in ".".join(table).split(".") if part]
    if document.path.name == SHARED_FILE:
        path = path[2:] if path[:2] == ["tool", "diagrams"] else ["?"]
    found = _TOML_KEY.match(before)
    *more, key = found[1].split(".") if found else [""]
    if found and found[2]:
        return Spot((*path, *more, key), True, found[3])
    return Spot((*path, *more), False, key)


@cache
def _schema(kind: str) -> Schema:
    if kind == "theme":
        from diagramkit.theme.export.schema import json_schema as of_theme

        return of_theme()
    if kind == "figure":
        from diagramkit.figure.schema import json_schema as of_figure

        return of_figure()
    from diagramkit.project.config import json_schema as of_configuration

    return of_configuration()


@dataclass(frozen=True, slots=True)
class Keys:
    """What a kind of document may say."""

    kind: str

    def keys(self, path: tuple[str, ...]) -> dict[str, str]:
        """The keys of the mapping at a path, with what they mean."""
        found: dict[str, str] = {}
        for schema in self._at(path):
            for key, inner in schema.get("properties", {}).items():
                found[key] = found.get(key) or self._words(inner)
        return found

    def values(self, path: tuple[str, ...]) -> list[str]:
        """The words that may stand at a path."""
        found: list[str] = []
        for schema in self._at(path):
            found += [str(each) for each in schema.get("enum", ())]
            found += [str(schema["const"])] if "const" in schema else []
            found += ["true", "false"] if schema.get("type") == "boolean" else []
        return list(dict.fromkeys(found))

    def meaning(self, path: tuple[str, ...]) -> str:
        """What stands at a path means; empty where nothing says it."""
        return self.keys(path[:-1]).get(path[-1], "") if path else ""

    def _at(self, path: tuple[str, ...]) -> list[Schema]:
        here = list(self._spread([_schema(self.kind)]))
        for step in path:
            here = list(self._spread(inner for each in here for inner in _below(each, step)))
        return here

    def _spread(self, schemas: Iterable[Schema]) -> Iterator[Schema]:
        """Schemas and those that they are made of."""
        todo, count = list(schemas), 0
        while todo and count < _MOST_SCHEMAS:
            schema = todo.pop(0)
            count += 1
            if name := schema.get("$ref"):
                todo.append(_schema(self.kind)["$defs"][name.rpartition("/")[2]])
            for form in ("anyOf", "oneOf", "allOf"):
                todo += schema.get(form, ())
            yield schema

    def _words(self, schema: Schema) -> str:
        words = (each["description"] for each in self._spread([schema]) if "description" in each)
        return next(words, "")


def _below(schema: Schema, step: str) -> Iterator[Schema]:
    """The schemas of what a step leads to."""
    if step == ITEM:
        items = schema.get("items", ())
        yield from [items] if isinstance(items, dict) else items
        yield from schema.get("prefixItems", ())
        return
    if step in schema.get("properties", {}):
        yield schema["properties"][step]
        return
    more = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
    yield from (each for each in more if isinstance(each, dict))
