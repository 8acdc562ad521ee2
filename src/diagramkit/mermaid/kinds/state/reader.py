"""The statements of a state diagram, one after the other.

Follows the grammar of Mermaid 11.17 (`stateDiagram.jison`), white space and comments included.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diagramkit.mermaid.kinds.flowchart.groups import MAX_DEPTH
from diagramkit.mermaid.kinds.flowchart.model import DIRECTIONS
from diagramkit.mermaid.kinds.state.builder import put_together
from diagramkit.mermaid.kinds.state.looks import (
    Looks,
    read_class,
    read_class_definition,
    read_click,
    read_style,
)
from diagramkit.mermaid.kinds.state.messages import expected, expected_here
from diagramkit.mermaid.kinds.state.model import StateDiagram
from diagramkit.mermaid.kinds.state.notes import read_note
from diagramkit.mermaid.kinds.state.scanner import Scanner
from diagramkit.mermaid.kinds.state.statements import (
    Body,
    Divider,
    Mention,
    Relation,
    Statement,
    Turn,
)
from diagramkit.mermaid.kinds.state.states import read_state
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE, WHITE_CHARACTERS

_WIDTH = re.compile(rf"[0-9]+{WHITE}+width\b", re.IGNORECASE | re.ASCII)
_LOOKS: dict[str, Callable[[Scanner, Looks], None]] = {
    "class_def": read_class_definition,
    "class": read_class,
    "style": read_style,
    "click": read_click,
}


def read(source: Source) -> StateDiagram:
    """Read a state diagram. Raises DiagramError where Mermaid would not read it."""
    scanner = Scanner(source)
    scanner.need("header", '"stateDiagram-v2" or "stateDiagram" in a line of its own')
    reader = _Reader(scanner)
    return put_together(source, reader.statements(), reader.looks)


class _Reader:
    """The statements that have been read, with the braces that are open."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.looks = Looks()
        self._top: list[Statement] = []
        self._open: list[Body] = []

    def statements(self) -> list[Statement]:
        """Everything up to the end of the text."""
        while self.scanner.peek().kind != "eof":
            self._statement()
        if self._open:
            offset = self._open[-1].mention.offset
            raise self.scanner.error(offset, 'this state is never closed; expected "}"')
        return self._top

    def _add(self, statement: Statement | None) -> None:
        if statement:
            (self._open[-1].statements if self._open else self._top).append(statement)

    def _statement(self) -> None:
        scanner, kind = self.scanner, self.scanner.peek().kind
        if kind in ("edge", "id"):
            self._add(_relation(scanner))
        elif kind == "state":
            self._state()
        elif kind == "close":
            scanner.take()
            self._open.pop()
            scanner.depth -= 1
        elif kind == "note":
            self._add(read_note(scanner))
        elif kind == "direction":
            self._add(Turn(DIRECTIONS[scanner.take().text]))
        elif kind == "divider":
            scanner.take()
            self._add(Divider())
        elif kind in _LOOKS:
            _LOOKS[kind](scanner, self.looks)
        else:
            self._remark_on_the_whole(kind)

    def _remark_on_the_whole(self, kind: str) -> None:
        """What says nothing of a state: words for the diagram, and what is not drawn."""
        scanner = self.scanner
        if kind == "acc_title":
            self.looks.title = scanner.description()
        elif kind in ("acc_descr", "acc_block"):
            self.looks.description = scanner.description()
        elif kind == "scale":
            scanner.take()
            if scanner.take_match(_WIDTH) is None:
                raise expected_here(scanner, "a width, as in: scale 350 width")
        elif kind in ("newline", "hide"):
            scanner.take()
        else:
            raise expected(scanner, "a state, a transition or a note")

    def _state(self) -> None:
        """A declared state; what follows an open brace is inside it."""
        declared = read_state(self.scanner)
        if not (declared.opens and declared.mention):
            self._add(declared.mention)
            return
        body = Body(declared.mention)
        self._add(body)
        self._open.append(body)
        self.scanner.depth += 1
        if len(self._open) > MAX_DEPTH:
            message = f"states inside one another more than {MAX_DEPTH} deep"
            raise self.scanner.source.error(body.mention.offset, message, "mermaid-limit")


def _relation(scanner: Scanner) -> Statement:
    """`A`, `A : words`, `A --> B`, `A --> B : words`."""
    source = _mention(scanner)
    if scanner.peek().kind == "words":
        return Mention(source.name, source.offset, (_words(scanner),), classes=source.classes)
    if not scanner.take_if("arrow"):
        return source
    if scanner.peek().kind not in ("edge", "id"):
        raise expected(scanner, "the state that the transition leads to")
    target = _mention(scanner)
    text = _words(scanner) if scanner.peek().kind == "words" else ""
    return Relation(source, target, text)


def _mention(scanner: Scanner) -> Mention:
    """`A`, `A:::name`."""
    token = scanner.take()
    if token.kind == "id":
        scanner.source.mention(token.start, token.end)
    if not scanner.take_if("separator"):
        return Mention(token.text, token.start)
    name = scanner.need("id", "the name of a class").text
    return Mention(token.text, token.start, classes=(name,))


def _words(scanner: Scanner) -> str:
    return scanner.take().text[1:].strip(WHITE_CHARACTERS)
