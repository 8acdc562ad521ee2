"""The statements of a requirement diagram: requirements, elements, relationships, looks.

Follows Mermaid 11.17 (`requirementDiagram.jison`, `requirementDb.ts`): words without quotes run to
a mark, and what begins with a keyword is none; the first of a name counts. Otherwise than there, a
relationship to what is not there is refused: Mermaid reads it and cannot draw it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.directions import Directions
from diagramkit.mermaid.hints import read_hints
from diagramkit.mermaid.kinds.flowchart.model import DIRECTIONS, Direction, Style
from diagramkit.mermaid.kinds.requirement.model import Item, Relationship, RequirementDiagram
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_looks, check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import SPACES, WHITE, nearest
from diagramkit.mermaid.tokens import Token, Tokens

_KINDS = {
    "requirement": "requirement",
    "functionalrequirement": "functional requirement",
    "interfacerequirement": "interface requirement",
    "performancerequirement": "performance requirement",
    "physicalrequirement": "physical requirement",
    "designconstraint": "design constraint",
    "element": "element",
}
_RELATIONSHIPS = ("contains", "copies", "derives", "satisfies", "verifies", "refines", "traces")
_RISKS = ("low", "medium", "high")
_METHODS = ("analysis", "demonstration", "inspection", "test")
_FIELDS = {"id": "id", "text": "text", "risk": "risk", "verifymethod": "verified by"}
_ELEMENT_FIELDS = {"type": "type", "docref": "document"}
_CHOICES = {"risk": _RISKS, "verifymethod": _METHODS}
_KEYWORDS = "|".join((*_KINDS, *_RELATIONSHIPS, *_RISKS, *_METHODS, *_FIELDS, *_ELEMENT_FIELDS))
_TOKEN = re.compile(
    rf"(?P<title>title{WHITE})|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    rf"|(?P<newline>\n)|(?P<header>requirementDiagram\b)|(?P<open>\{{)|(?P<close>\}})"
    rf"|(?P<classes>:::)|(?P<colon>:)|(?P<keyword>(?:{_KEYWORDS})\b)"
    r"|(?P<look>(?:style|classDef|class)\b[^\n]*)|\"(?P<string>[^\"]*)\"|(?P<left><-)|(?P<right>->)"
    r"|(?P<line>-)|(?P<words>\w[^:,\n{<>\-=]*)|(?P<comma>,)",
    re.IGNORECASE | re.ASCII,
)
_HIDDEN = re.compile(rf"[{SPACES}]+|[#%][^\n]*")
_LOOK = re.compile(
    r"(style|classdef|class)\s+(\w+(?:\s*,\s*\w+)*)\s+([\w:;%#\-\", ]+)", re.IGNORECASE | re.ASCII
)


class _Scanner(Tokens):
    """Tokens of a requirement diagram."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.directions = Directions(self.text, ("TB", "BT", "RL", "LR"), ignore_case=True)

    def scan(self) -> Token:
        start = self.place
        while hidden := _HIDDEN.match(self.text, start):
            start = hidden.end()
        if start >= len(self.text):
            return Token("eof", "", start, start)
        if found := self.directions.at(start):
            return Token("direction", found[0], start, found[1])
        match = _TOKEN.match(self.text, start)
        if match is None or match.lastgroup is None:
            return Token("other", self.text[start], start, start + 1)
        return Token(match.lastgroup, match[match.lastgroup].strip(), start, match.end())


@dataclass(slots=True)
class _Item:
    kind: str
    offset: int
    fields: dict[str, str] = field(default_factory=dict)
    classes: list[str] = field(default_factory=list)
    style: list[tuple[str, str]] = field(default_factory=list)


def read(source: Source) -> RequirementDiagram:
    """Read a requirement diagram. Raises DiagramError where Mermaid would not read it, and where a
    relationship has an end that is not there."""
    scanner = _Scanner(source)
    scanner.need("header", '"requirementDiagram"')
    scanner.need(("newline", "eof"), "the end of the line")
    reader = _Reader(source, scanner)
    while scanner.peek().kind != "eof":
        reader.statement()
    return reader.diagram()


class _Reader:
    """One requirement diagram being read."""

    def __init__(self, source: Source, scanner: _Scanner) -> None:
        self.source, self.scanner = source, scanner
        self._direction: Direction = "TB"
        self._name, self._description = "", ""
        self._items: dict[str, _Item] = {}
        self._relationships: list[tuple[Relationship, Token, Token]] = []
        self._styles: dict[str, Style] = {}
        self._count = LinkCount(source, "a requirement diagram", "a requirement")

    def statement(self) -> None:
        """The next statement."""
        token = self.scanner.peek()
        if token.kind == "acc_title":
            self._name = self.scanner.description()
        elif token.kind in ("acc_descr", "acc_block"):
            self._description = self.scanner.description()
        elif token.kind == "direction":
            self._direction = DIRECTIONS[self.scanner.take().text]
        elif token.kind == "keyword" and token.text.lower() in _KINDS:
            self._declare(self.scanner.take())
        elif token.kind == "look":
            self._look(self.scanner.take())
        elif token.kind in ("words", "string"):
            self._named(self.scanner.take())
        elif token.kind == "title":
            message = "Mermaid reads no title here; write it in front matter, or accTitle"
            raise self.scanner.error(token.start, message)
        elif token.kind == "newline":
            self.scanner.take()
        else:
            raise self.scanner.expected("a requirement, an element or a relationship")

    def diagram(self) -> RequirementDiagram:
        """Everything that was read."""
        for _, *ends in self._relationships:
            for end in ends:
                if end.text not in self._items:
                    message = f'no requirement and no element is called "{end.text[:60]}"'
                    message += nearest(end.text, list(self._items))
                    raise self.source.error(end.start, message)
        common = self._styles.pop("default", ())
        links = [(one.source, one.target) for one, *_ in self._relationships]
        return RequirementDiagram(
            self._direction,
            tuple(self._finished(name, item, common) for name, item in self._items.items()),
            tuple(relationship for relationship, *_ in self._relationships),
            class_styles=self._styles,
            critical=read_critical(self.source, self._items),
            hints=read_hints(self.source, self._items, links),
            title=self._name or self.source.title,
            description=self._description,
        )

    def _declare(self, kind: Token) -> None:
        """A requirement or an element with what stands in its braces."""
        scanner = self.scanner
        name = self._words(f"the name of the {_KINDS[kind.text.lower()]}")
        check_name(self.source, name.text, name.start)
        item = _Item(_KINDS[kind.text.lower()], name.start)
        if scanner.take_if("classes"):
            item.classes += self._names()
        opened = scanner.need("open", '"{" after the name')
        scanner.need("newline", 'the end of the line after "{"')
        fields = _ELEMENT_FIELDS if item.kind == "element" else _FIELDS
        while not scanner.take_if("close"):
            if scanner.peek().kind == "eof":
                raise scanner.error(opened.start, 'this "{" is never closed; expected "}"')
            if not scanner.take_if("newline"):
                self._field(item, fields)
        self._items.setdefault(name.text, item)

    def _field(self, item: _Item, fields: dict[str, str]) -> None:
        """`risk: high`, and the end of its line."""
        scanner = self.scanner
        wanted = f"one of {', '.join(fields)}"
        token = scanner.need("keyword", wanted)
        name = token.text.lower()
        if name not in fields:
            raise scanner.error(token.start, f'expected {wanted}, found "{token.text}"')
        scanner.need("colon", f'a colon after "{token.text}"')
        if choices := _CHOICES.get(name):
            value = scanner.need("keyword", f"one of {', '.join(choices)}")
            if value.text.lower() not in choices:
                message = f'expected one of {", ".join(choices)}, found "{value.text}"'
                raise scanner.error(value.start, message)
            item.fields[fields[name]] = value.text.lower()
        else:
            said = self._words(f'words after "{token.text}:"')
            item.fields[fields[name]] = words(said.text, "markdown")
        scanner.need("newline", "the end of the line", "words with other marks stand in quotes")

    def _words(self, wanted: str) -> Token:
        """Words with or without quotes."""
        if self.scanner.peek().kind == "keyword":
            hint = "words that begin with a keyword stand in double quotes"
            raise self.scanner.expected(wanted, hint)
        return self.scanner.need(("words", "string"), wanted)

    def _names(self) -> list[str]:
        names = [self._words("the name of a class").text]
        while self.scanner.take_if("comma"):
            names.append(self._words("the name of a class").text)
        return names

    def _named(self, first: Token) -> None:
        """`a - satisfies -> b`, `a <- copies - b` or `a:::blue`."""
        scanner = self.scanner
        if scanner.peek().kind in ("classes", "comma"):
            names = [first.text]
            while scanner.take_if("comma"):
                names.append(self._words("a name").text)
            scanner.need("classes", '":::" and a class')
            self._give(names, self._names())
            return
        wanted = '"-" or "<-" and a relationship, as in a - satisfies -> b'
        begin = scanner.need(("line", "left"), wanted)
        kind = scanner.need("keyword", f"one of {', '.join(_RELATIONSHIPS)}")
        if kind.text.lower() not in _RELATIONSHIPS:
            message = f'expected one of {", ".join(_RELATIONSHIPS)}, found "{kind.text}"'
            raise scanner.error(kind.start, message)
        if begin.kind == "left":
            scanner.need("line", '"-" after the relationship')
        else:
            scanner.need("right", '"->" after the relationship')
        second = self._words("the name at the other end")
        source, target = (second, first) if begin.kind == "left" else (first, second)
        self._count.add([source.text], [target.text], first.start)
        place = self.source.location(first.start)
        found = Relationship(source.text, target.text, kind.text.lower(), place)
        self._relationships.append((found, source, target))

    def _look(self, token: Token) -> None:
        """`style a,b fill:red`, `classDef a fill:red` or `class a,b c`."""
        found = _LOOK.fullmatch(token.text)
        if found is None:
            message = "expected names and what they look like, as in style a fill:red"
            raise self.scanner.error(token.start, message)
        names = [name.strip() for name in found[2].split(",")]
        style = declarations(found[3].replace(";", "").split(","))
        check_looks(self.source, names, found[3].split(","), token.start)
        if found[1].lower() == "classdef":
            for name in names:
                self._styles[name] = (*self._styles.get(name, ()), *style)
        elif found[1].lower() == "class":
            self._give(names, [name.strip() for name in found[3].split(",")])
        else:
            for item in self._known(names):
                item.style += style

    def _give(self, names: Iterable[str], classes: Iterable[str]) -> None:
        for item in self._known(names):
            item.classes += classes

    def _known(self, names: Iterable[str]) -> list[_Item]:
        """The items of some names, as far as they are there."""
        return [self._items[name] for name in names if name in self._items]

    def _finished(self, name: str, item: _Item, common: Style) -> Item:
        return Item(
            name,
            item.kind,
            words(name, "markdown"),
            tuple(item.fields.items()),
            tuple(item.classes),
            (*common, *item.style),
            self.source.location(item.offset),
        )
