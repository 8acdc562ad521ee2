"""Entities and relationships: `CUSTOMER ||--o{ ORDER : places`, `ORDER { int id PK }`."""

from __future__ import annotations

from typing import Literal

from diagramkit.mermaid.generics import generics
from diagramkit.mermaid.kinds.er.builder import Builder
from diagramkit.mermaid.kinds.er.model import Attribute, Cardinality, Relationship
from diagramkit.mermaid.kinds.er.names import read_ids, read_name
from diagramkit.mermaid.kinds.er.scanner import Scanner
from diagramkit.mermaid.label import words
from diagramkit.mermaid.tokens import Token

_CARDINALITIES: dict[str, Cardinality] = {
    "zero_or_one": "zero-or-one",
    "one": "one",
    "zero_or_more": "zero-or-more",
    "one_or_more": "one-or-more",
    "parent": "parent",
}
_LINES: dict[str, Literal["solid", "dotted"]] = {"line": "solid", "dotted": "dotted"}
_A_CARDINALITY = 'how many there are, as in "||", "o{" or "one or more"'
_QUOTES = "all but a single word stands in double quotes"
_A_CLASS = "the name of a class of styles"


def read_entity(scanner: Scanner, builder: Builder) -> None:
    """A statement that begins with a name: an entity or a relationship."""
    name = read_name(scanner, "the name of an entity")
    scanner.source.mention(name.start, name.end)
    alias = ""
    if scanner.take_if("open"):
        alias = words(read_name(scanner, "an alias").text)
        scanner.need("close", '"]" after the alias', 'several words stand in quotes: ["two words"]')
    classes = read_ids(scanner, _A_CLASS) if scanner.take_if("separator") else []
    if not alias and scanner.peek().kind in _CARDINALITIES:
        _read_relationship(scanner, builder, name, classes)
        return
    builder.entity(name.text, name.start, alias)
    if start := scanner.take_if("start"):
        _read_attributes(scanner, builder, name.text, start)
    builder.add_classes([name.text], classes)


def _read_relationship(
    scanner: Scanner, builder: Builder, source: Token, classes: list[str]
) -> None:
    tail = _CARDINALITIES[scanner.take().kind]
    written = scanner.need(_LINES, 'a line: "--", "..", "to" or "optionally to"')
    head = _CARDINALITIES[scanner.need(_CARDINALITIES, _A_CARDINALITY).kind]
    target = read_name(scanner, "the name of an entity after the relationship")
    scanner.source.mention(target.start, target.end)
    head_classes = read_ids(scanner, _A_CLASS) if scanner.take_if("separator") else []
    scanner.need("colon", '":" and what the relationship says', 'for nothing write : ""')
    role = scanner.need(("words", "quoted", "name"), "what the relationship says", _QUOTES)
    relationship = Relationship(
        source.text,
        target.text,
        words(role.text.replace('"', "")),
        tail,
        head,
        _LINES[written.kind],
        scanner.source.location(source.start),
    )
    builder.relate(relationship, source.start, target.start)
    builder.add_classes([source.text], classes)
    builder.add_classes([target.text], head_classes)


def _read_attributes(scanner: Scanner, builder: Builder, name: str, start: Token) -> None:
    attributes: list[Attribute] = []
    while scanner.peek().kind == "word":
        attributes.append(_attribute(scanner))
    if scanner.peek().kind == "eof":
        raise scanner.error(start.start, 'this "{" is never closed; expected "}"')
    hint = "keys have commas between them" if scanner.peek().kind == "key" else ""
    scanner.need("stop", 'the type of an attribute or "}"', hint)
    builder.add_attributes(name, attributes)


def _attribute(scanner: Scanner) -> Attribute:
    """`string(20) name PK, FK "comment"`."""
    kind = generics(words(scanner.take().text)) + ("?" if scanner.take_if("optional") else "")
    hint = "an attribute is a type and a name, each one word"
    name = words(scanner.need("word", "the name of the attribute", hint).text)
    keys: list[str] = []
    if scanner.peek().kind == "key":
        keys.append(scanner.take().text)
        while scanner.take_if("comma"):
            keys.append(scanner.need("key", "PK, FK or UK").text)
    comment = scanner.take_if("comment")
    return Attribute(
        kind, name, tuple(keys), words(comment.text.replace('"', "")) if comment else ""
    )
