"""The lines of a mind map: nodes by indentation, icons and classes of the node above.

Follows the grammar of Mermaid 11.17 (`mindmap.jison`, `mindmapDb.ts`). Indentation counts
characters; the parent of a node is the last one before it that is indented less. Icons are read
and not kept: no drawing shows them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.kinds.mindmap.model import Mindmap, Node, Shape
from diagramkit.mermaid.kinds.mindmap.scanner import Token, tokens
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source

MAX_NODES = 2_000
"""The most nodes of a mind map."""
MAX_DEPTH = 150
"""The most levels below the root: with more, lines would lie on each other."""

_SHAPES: dict[str, Shape] = {
    "[": "square",
    "((": "circle",
    ")": "cloud",
    "))": "bang",
    "{{": "hexagon",
}
_CLOSERS = {
    "[": "]", "(": ")", "((": "))", ")": "(", "))": "((", "{{": "}}", "(-": "-)", "-)": "(-",
}  # fmt: skip
_PLAIN: Shape = "plain"
_BROKEN_OFF = ("end", "unfinished", "unknown")
_ENDS = ("newline", "blank", "end")


class _Open(NamedTuple):
    """A node that may get children still."""

    level: int
    place: int


def read(source: Source) -> Mindmap:
    """Read a mind map. Raises DiagramError where Mermaid would not read it."""
    reader = _Reader(source, "mindmap")
    reader.statements()
    critical = read_critical(source, (node.id for node in reader.nodes))
    return Mindmap(tuple(reader.nodes), critical, source.title)


class OutlineReader(ABC):
    """One outline being read, of nodes in brackets by their indentation: its tokens, and how far
    it has come. `keyword` begins it."""

    def __init__(self, source: Source, keyword: str, state: str = "between") -> None:
        self.source, self.keyword = source, keyword
        self.tokens = list(tokens(source.text, state))
        self.place = 0

    @abstractmethod
    def node(self, level: int, name: str, raw: str, shape: Shape, start: int) -> None:
        """A node, indented by `level` characters: its name, its words as they are written, its
        shape and where it begins."""

    @abstractmethod
    def decorate(self, token: Token) -> None:
        """A class, an icon or data of the node above."""

    def statements(self) -> None:
        """The keyword, then one statement or more, each to the end of its line."""
        while self._peek().kind in ("blank", "newline"):
            self._take()
        if self._peek().kind != "keyword" or self._peek().text.lower() != self.keyword:
            raise self._expected(f'"{self.keyword}"')
        self._take()
        if self._peek().kind == "newline":
            self._take()
        self._statement()
        while self._peek().kind != "end":
            self._statement()

    def _statement(self) -> None:
        """A node, an icon or a class, indented or not, or nothing but an indent."""
        level = len(self._take().text) if self._peek().kind == "indent" else 0
        token = self._peek()
        if token.kind in ("id", "open"):
            self._node(level)
        elif token.kind in ("icon", "class"):
            self.decorate(self._take())
        elif token.kind == "blank" and not level:
            self._take()
        elif token.kind not in _ENDS or not level:
            raise self._expected("a node")
        self._end_of_line()

    def _end_of_line(self) -> None:
        if self._peek().kind not in _ENDS:
            raise self._expected("the end of the line")
        self._take()
        while self._peek().kind == "newline":
            self._take()

    def _node(self, level: int) -> None:
        start = self._peek().start
        name = self._take().text if self._peek().kind == "id" else ""
        raw, shape = self._bracketed() if self._peek().kind == "open" else (name, _PLAIN)
        if len(raw) > 2 and raw[0] == raw[-1] == "`":
            raw = raw[1:-1]
        self.node(level, (name or raw).strip(), raw, shape, start)
        while self._peek().kind == "data":
            self.decorate(self._take())

    def _bracketed(self) -> tuple[str, Shape]:
        """The words in brackets and the shape that these mean."""
        opening = self._take()
        said = self._peek()
        if said.kind != "words":
            raise self._no_words(opening)
        self._take()
        closing = self._peek()
        if closing.kind != "close":
            raise self._not_closed(opening)
        self._take()
        if opening.text == "(":
            return said.text, "rounded" if closing.text == ")" else "cloud"
        return said.text, _SHAPES.get(opening.text, _PLAIN)

    def _peek(self) -> Token:
        return self.tokens[self.place]

    def _take(self) -> Token:
        token = self.tokens[self.place]
        self.place = min(self.place + 1, len(self.tokens) - 1)
        return token

    def _no_words(self, opening: Token) -> DiagramError:
        closer = _CLOSERS[opening.text]
        found = self._peek()
        if found.kind in _BROKEN_OFF:
            return self._never_closed(opening)
        return self.source.error(
            found.start,
            f'expected words after "{opening.text}", found '
            f'"{found.text[:20]}"; for none at all write a space: {opening.text} {closer}',
        )

    def _not_closed(self, opening: Token) -> DiagramError:
        found = self._peek()
        if found.kind in _BROKEN_OFF:
            return self._never_closed(opening)
        closer = _CLOSERS[opening.text]
        message = (
            f'expected "{closer}" to close "{opening.text}", found "{found.text.strip()[:20]}"; '
            f'words with brackets or quotes in them stand in quotes: {opening.text}"…"{closer}'
        )
        return self.source.error(found.start, message)

    def _never_closed(self, opening: Token) -> DiagramError:
        closer = _CLOSERS[opening.text]
        message = f'this "{opening.text}" is never closed; expected "{closer}"'
        return self.source.error(opening.start, message)

    def _expected(self, wanted: str) -> DiagramError:
        found = self._peek()
        if found.kind == "indent":
            self._take()
            found = self._peek()
        if found.kind in _ENDS:
            return self.source.error(found.start, f"expected {wanted}, found the end of the line")
        if found.kind == "unfinished":
            return self.source.error(found.start, 'an "::icon(" that is never closed; expected ")"')
        hint = ""
        if found.kind == "keyword":
            word = self.keyword
            hint = f'; "{word}" begins a diagram; to name a node write id[{word.title()} …]'
        elif found.kind in ("open", "unknown", "id"):
            hint = '; words with brackets in them stand in quotes in brackets: id["f(x)"]'
        shown = found.text.strip()[:20] or " "
        return self.source.error(found.start, f'expected {wanted}, found "{shown}"{hint}')


class _Reader(OutlineReader):
    """One mind map being read: the nodes so far, and those that are open."""

    def __init__(self, source: Source, keyword: str) -> None:
        super().__init__(source, keyword)
        self.nodes: list[Node] = []
        self._open: list[_Open] = []

    def node(self, level: int, name: str, raw: str, shape: Shape, start: int) -> None:
        text = words(raw, "markdown")
        parent = self._parent(level, text, start)
        self._open.append(_Open(level, len(self.nodes)))
        self.nodes.append(Node(name, text, shape, parent, self.source.location(start)))

    def _parent(self, level: int, text: str, start: int) -> int | None:
        """The place of the node that a new one hangs off."""
        if len(self.nodes) == MAX_NODES:
            raise self.source.limit(start, f"a mind map has {MAX_NODES} nodes at most")
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        if len(self._open) > MAX_DEPTH:
            message = f"a mind map is {MAX_DEPTH} levels deep at most, and here it is deeper"
            raise self.source.error(start, message, "mermaid-limit")
        if self._open:
            return self._open[-1].place
        if self.nodes:
            message = (
                f'"{text[:40]}" would be a second root; expected it indented more than the root '
                f'"{self.nodes[0].text[:40]}"'
            )
            raise self.source.error(start, message)
        return None

    def decorate(self, token: Token) -> None:
        """`::icon(…)` and `:::name other` belong to the node above."""
        if not self.nodes:
            what = "an icon" if token.kind == "icon" else "a class"
            raise self.source.error(token.start, f"{what} without a node; expected a node first")
        if token.kind == "class":
            last = self.nodes[-1]
            classes = tuple(token.text.split())
            self.nodes[-1] = Node(
                last.id, last.text, last.shape, last.parent, last.location, classes
            )
