"""The lines of a kanban board: columns, the cards indented below them, and what these say.

Follows Mermaid 11.17 (`kanban.jison`, `kanbanDb.ts`): what is indented as the first line is a
column, whatever is indented more a card of the last one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.kinds.kanban.model import Card, Column, Kanban
from diagramkit.mermaid.kinds.mindmap.model import Shape
from diagramkit.mermaid.kinds.mindmap.reader import OutlineReader
from diagramkit.mermaid.kinds.mindmap.scanner import Token
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.yaml_values import Value, YamlError, read_flat, read_flow, read_mapping

MAX_CARDS = 1_000
"""The most columns and cards of a board."""
_BREAK = re.compile(r'"[^"]*"')


def read(source: Source) -> Kanban:
    """Read a kanban board. Raises DiagramError where Mermaid would not read it."""
    reader = _Reader(source)
    reader.statements()
    columns = tuple(Column(head, tuple(cards)) for head, cards in reader.columns)
    return Kanban(columns, read_critical(source, reader.names), source.title)


class _Reader(OutlineReader):
    """One board being read: its columns, each with its cards."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "kanban", "board")
        self.columns: list[tuple[Card, list[Card]]] = []
        self.names: dict[str, int] = {}
        self._level = 0

    def node(self, level: int, name: str, raw: str, shape: Shape, start: int) -> None:  # noqa: ARG002
        check_name(self.source, name, start)
        if len(self.names) == MAX_CARDS:
            raise self.source.limit(start, f"a board has {MAX_CARDS} cards at most")
        card = Card(self._free(name), words(raw, "markdown"), self.source.location(start))
        self._level = self._level if self.columns else level
        if level < self._level:
            message = f'"{card.text[:40]}" is indented less than the first column'
            raise self.source.error(start, message)
        if level == self._level:
            self.columns.append((card, []))
        else:
            self.columns[-1][1].append(card)

    def decorate(self, token: Token) -> None:
        if not self.columns:
            raise self.source.error(token.start, "expected a column before what is said of one")
        head, cards = self.columns[-1]
        last = cards[-1] if cards else head
        if token.kind == "class":
            last = replace(last, classes=tuple(token.text.split()))
        elif token.kind == "data":
            last = self._with(last, token)
        if cards:
            cards[-1] = last
        else:
            self.columns[-1] = (last, cards)

    def _free(self, name: str) -> str:
        """A name that no card has yet, for one without a name as well."""
        name = name or "card"
        count = self.names.get(name, 0)
        self.names[name] = count + 1
        return self._free(f"{name} {count + 1}") if count else name

    def _with(self, card: Card, token: Token) -> Card:
        """The card with what its data says."""
        entries = self._entries(token)
        given = {key: value.text for key, value in entries.items() if value.text}
        if "shape" in given and (given["shape"] != given["shape"].lower() or "_" in given["shape"]):
            message = f'no shape is called "{given["shape"][:40]}"; names are in small letters'
            raise self.source.error(token.start, message)
        if "icon" in given:
            message = f'icons are not drawn: "{given["icon"][:40]}" is left out; say it in words'
            self.source.warn(token.start, message, "icon-left-out")
        return replace(
            card,
            text=words(given["label"], "markdown") if "label" in given else card.text,
            ticket=words(given.get("ticket", "")) or card.ticket,
            assigned=words(given.get("assigned", "")) or card.assigned,
            priority=words(given.get("priority", "")) or card.priority,
        )

    def _entries(self, token: Token) -> dict[str, Value]:
        """The data as YAML: on one line in braces, else a block."""
        text = _BREAK.sub(lambda quoted: re.sub(r"\n\s*", "<br/>", quoted[0]), token.text)
        found = read_flat(text)
        try:
            if found is None:
                found = read_mapping(text) if "\n" in text else read_flow(text)
        except YamlError as error:
            message = f"what is said of this card is not YAML: {error.message}"
            raise self.source.error(token.start, message) from error
        return found
