"""The statements of an architecture diagram: groups, services, junctions, lines, alignments.

Follows Mermaid 11.17 (`architecture.langium`, `architectureDb.ts`): groups are declared before what
is in them, whatever stands between; lines end at services and junctions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.hints import read_hints
from diagramkit.mermaid.kinds.architecture.model import (
    Alignment,
    Architecture,
    Link,
    Port,
    Service,
    ServiceGroup,
)
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import DESCRIPTIONS, STRING, LangiumScanner, unquoted
from diagramkit.mermaid.limits import LinkCount, check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest
from diagramkit.mermaid.tokens import Token

MAX_DEPTH = 100
"""How deep groups may stand inside one another."""
_TOKEN = re.compile(
    rf"(?P<header>architecture-beta\b)|{DESCRIPTIONS}|(?P<newline>\n)|(?P<string>{STRING})"
    rf"|\((?P<icon>[\w:-]+)\)|\[(?P<label>{STRING}|[^\[\]\n]+)\]|(?P<at_group>\{{group\}})"
    r"|(?P<line>--)|(?P<dash>-)|(?P<into>[<>])|(?P<colon>:)|(?P<id>\w(?:[-\w]*\w)?)|(?P<unknown>.)",
    re.DOTALL | re.ASCII,
)
_PORTS: dict[str, Port] = {"L": "L", "R": "R", "T": "T", "B": "B"}
_STATEMENTS = ("group", "service", "junction", "align")
Parents = dict[str, tuple[str, int]]
"""The group that something stands in and the offset of its name, by its id."""


def read(source: Source) -> Architecture:
    """Read an architecture diagram. Raises DiagramError where Mermaid would not read it."""
    scanner = LangiumScanner(source, _TOKEN)
    while scanner.take_if("newline"):
        pass
    scanner.need("header", '"architecture-beta"')
    reader = _Reader(source, scanner)
    while scanner.peek().kind != "eof":
        if not scanner.take_if("newline"):
            reader.statement()
            if scanner.peek().kind not in ("newline", "eof"):
                raise scanner.expected("the end of the line")
    return reader.diagram()


class _Reader:
    """One architecture diagram being read."""

    def __init__(self, source: Source, scanner: LangiumScanner) -> None:
        self.source, self.scanner = source, scanner
        self._groups: dict[str, ServiceGroup] = {}
        self._services: dict[str, Service] = {}
        self._offsets: dict[str, int] = {}
        self._inside: dict[str, Token] = {}
        self._links: list[tuple[Link, Token, Token]] = []
        self._alignments: list[tuple[Alignment, list[Token]]] = []
        self._count = LinkCount(source, "an architecture diagram", "a service")

    def statement(self) -> None:
        """The next statement, up to the end of its line."""
        if self.scanner.take_title():
            return
        first = self.scanner.need("id", "a group, a service, a junction or a line")
        if first.text not in _STATEMENTS or self.scanner.peek().kind in ("colon", "at_group"):
            self._link(first)
        elif first.text == "align":
            self._align()
        else:
            self._declare(first.text)

    def diagram(self) -> Architecture:
        """Everything that was read. Raises DiagramError where something stands in what is no group,
        or is tied to what is no service."""
        self._check_parents()
        self._check_links()
        known = [*self._services, *self._groups]
        ends = [(link.source, link.target) for link, *_ in self._links]
        return Architecture(
            tuple(self._services.values()),
            tuple(link for link, *_ in self._links),
            tuple(self._finished(group) for group in self._groups.values()),
            tuple(self._checked(*found) for found in self._alignments),
            read_critical(self.source, known),
            read_hints(self.source, known, ends),
            self.scanner.titles.title,
            self.scanner.titles.description,
        )

    def _declare(self, kind: str) -> None:
        """A group, a service or a junction."""
        name = self.scanner.need("id", f"the name of the {kind}")
        check_name(self.source, name.text, name.start)
        icon, label = self._looks(kind)
        if name.text in self._offsets:
            raise self.source.error(name.start, f'"{name.text[:60]}" is there already')
        self._offsets[name.text] = name.start
        place = self.source.location(name.start)
        if kind == "group":
            self._groups[name.text] = ServiceGroup(name.text, label, location=place, icon=icon)
        else:
            service = Service(name.text, label, icon, kind == "junction", place)
            self._services[name.text] = service
        if self._is_word("in"):
            self.scanner.take()
            self._inside[name.text] = self.scanner.need("id", "the name of the group around")

    def _looks(self, kind: str) -> tuple[str, str]:
        """An icon and a title; a junction has neither."""
        if kind == "junction":
            return "", ""
        kinds = ("icon", "string") if kind == "service" else ("icon",)
        icon, label = self.scanner.take_if(*kinds), self.scanner.take_if("label")
        text = label.text if label else ""
        if text[:1] in ('"', "'") and len(text) > 1 and text[-1] == text[0]:
            text = unquoted(text)
        return words(icon.text) if icon else "", words(text)

    def _is_word(self, word: str) -> bool:
        token = self.scanner.peek()
        return token.kind == "id" and token.text == word

    def _link(self, source: Token) -> None:
        """`a{group}:R <-[words]-> L:b{group}`."""
        scanner = self.scanner
        from_group = scanner.take_if("at_group") is not None
        scanner.need("colon", "a side of the service, as in web:R -- L:store")
        source_port = self._port()
        tail = scanner.take_if("into") is not None
        text = ""
        if scanner.take_if("dash"):
            label = scanner.need("label", "words in square brackets, as in web:R -[asks]- L:store")
            text = unquoted(label.text) if label.text[0] in "\"'" else label.text
            scanner.need("dash", '"-" behind the words')
        else:
            scanner.need("line", '"--" or "-[words]-"')
        head = scanner.take_if("into") is not None
        target_port = self._port()
        scanner.need("colon", "a colon between the side and the service")
        target = scanner.need("id", "the service that the line ends at")
        to_group = scanner.take_if("at_group") is not None
        self._count.add([source.text], [target.text], source.start)
        ports = source_port, target_port
        heads = tail, head, from_group, to_group
        place = self.source.location(source.start)
        link = Link(source.text, target.text, *ports, words(text), *heads, place)
        self._links.append((link, source, target))

    def _port(self) -> Port:
        token = self.scanner.need("id", "a side: L, R, T or B")
        if token.text not in _PORTS:
            message = f'a side is L, R, T or B, and here is "{token.text[:40]}"'
            raise self.scanner.error(token.start, message)
        return _PORTS[token.text]

    def _align(self) -> None:
        token = self.scanner.need("id", '"row" or "column"')
        if token.text not in ("row", "column"):
            raise self.scanner.error(token.start, 'expected "row" or "column"')
        direction: Literal["row", "column"] = "row" if token.text == "row" else "column"
        members: list[Token] = []
        while member := self.scanner.take_if("id"):
            members.append(member)
        if len(members) < 2:
            raise self.scanner.expected("two services at least")
        names = tuple(member.text for member in members)
        self._alignments.append((Alignment(direction, names), members))

    def _check_parents(self) -> None:
        """A group is declared before the groups in it; services may stand before their groups."""
        depth: dict[str, int] = {}
        for name in (*self._groups, *self._services):
            around = self._inside.get(name)
            if around is None:
                depth[name] = 1
                continue
            is_later = name in self._groups and around.text not in depth
            if around.text not in self._groups or is_later:
                raise self._unknown(around, "group", self._groups)
            depth[name] = depth[around.text] + 1
            if depth[name] > MAX_DEPTH:
                message = f"groups inside one another more than {MAX_DEPTH} deep"
                raise self.source.error(around.start, message, "mermaid-limit")

    def _check_links(self) -> None:
        for link, *ends in self._links:
            for end in ends:
                if end.text not in self._services:
                    raise self._unknown(end, "service", self._services)
            around = [self._inside.get(end.text) for end in ends]
            one, other = (found.text if found else "" for found in around)
            if (link.from_group or link.to_group) and one and one == other:
                message = "both ends are in one group, so that the line passes no frame"
                raise self.source.error(ends[0].start, message)

    def _checked(self, alignment: Alignment, members: Iterable[Token]) -> Alignment:
        seen: set[str] = set()
        for member in members:
            if member.text not in self._services:
                raise self._unknown(member, "service", self._services)
            if member.text in seen:
                raise self.source.error(member.start, f'"{member.text[:60]}" is named twice')
            seen.add(member.text)
        return alignment

    def _unknown(self, token: Token, what: str, known: Iterable[str]) -> Exception:
        hint = nearest(token.text, list(known))
        message = f'no {what} is called "{token.text[:60]}" here{hint}'
        return self.source.error(token.start, message)

    def _finished(self, group: ServiceGroup) -> ServiceGroup:
        members = [name for name, around in self._inside.items() if around.text == group.id]
        return ServiceGroup(
            group.id, group.title, tuple(members), location=group.location, icon=group.icon
        )
