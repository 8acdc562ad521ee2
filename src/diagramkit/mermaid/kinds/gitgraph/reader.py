"""The statements of a history: commits, branches, merges, cherry-picks.

Follows the grammar of Mermaid 11.17 (`gitGraph.langium`).
"""

from __future__ import annotations

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.kinds.gitgraph.history import History, Said
from diagramkit.mermaid.kinds.gitgraph.model import Direction, GitGraph, Kind
from diagramkit.mermaid.kinds.gitgraph.scanner import Scanner, Token
from diagramkit.mermaid.label import words
from diagramkit.mermaid.settings import read_settings
from diagramkit.mermaid.source import Source

_DIRECTIONS: dict[str, Direction] = {"LR": "LR", "TB": "TB", "BT": "BT"}
_TYPES: dict[str, Kind] = {"NORMAL": "normal", "REVERSE": "reverse", "HIGHLIGHT": "highlight"}
_ENDS = ("newline", "end")
_STATEMENTS = ("commit", "branch", "merge", "checkout", "switch", "cherry-pick")
_A_STATEMENT = "commit, branch, checkout, switch, merge or cherry-pick"
_SAID = ("title", "name", "description", "block")


def read(source: Source) -> GitGraph:
    """Read a history. Raises DiagramError where Mermaid would not read it."""
    settings = read_settings(source, "gitGraph")
    reader = _Reader(source, History(source, settings))
    direction = reader.header()
    reader.statements()
    return GitGraph(
        direction,
        reader.history.branches(),
        tuple(reader.history.commits),
        settings.get("showBranches", "true") != "",
        settings.get("showCommitLabel", "true") != "",
        settings.get("parallelCommits", "") != "",
        reader.history.numbers(read_critical(source, reader.history.ids())),
        reader.title,
        reader.description,
    )


class _Reader:
    """One history being read."""

    def __init__(self, source: Source, history: History) -> None:
        self.scanner, self.history = Scanner(source), history
        self.title, self.description = source.title, ""

    def header(self) -> Direction:
        """`gitGraph`, `gitGraph:`, `gitGraph TB:`."""
        if not self.scanner.takes("gitGraph", "gitGraph:"):
            raise self.scanner.error('"gitGraph" and a space or a colon')
        word = self.scanner.take()
        direction: Direction = "LR"
        if word.text == "gitGraph" and self.scanner.takes(*_DIRECTIONS):
            direction = _DIRECTIONS[self.scanner.take().text]
            if not self.scanner.takes(":"):
                raise self.scanner.error(f'a colon, as in "gitGraph {direction}:"')
        if word.text == "gitGraph" and self.scanner.takes(":"):
            self.scanner.take()
        return direction

    def statements(self) -> None:
        """All statements, each to the end of its line."""
        while (token := self.scanner.peek()).kind != "end":
            if token.kind == "newline":
                self.scanner.take()
            elif token.kind in _SAID:
                self._describe(self.scanner.take())
                self._end_of_line("the end of the line")
            elif token.kind == "word" and token.text in _STATEMENTS:
                self._statement(self.scanner.take())
            else:
                raise self.scanner.error(_A_STATEMENT)

    def _describe(self, token: Token) -> None:
        if token.kind in ("title", "name"):
            self.title = words(token.text) or self.title
        else:
            self.description = words(token.text)

    def _statement(self, token: Token) -> None:
        start = token.start
        if token.text == "commit":
            said = self._attributes(("id:", "tag:", "type:", "msg:"), "message")
            self.history.commit(said, start)
        elif token.text == "cherry-pick":
            self.history.cherry_pick(self._attributes(("id:", "tag:", "parent:")), start)
        elif token.text == "merge":
            name = self._branch()
            self.history.merge(name, self._attributes(("id:", "tag:", "type:")), start)
        elif token.text == "branch":
            name, order = self._branch(), 0.0
            if self.scanner.takes("order:"):
                order = self._order()
            self._end_of_line('"order:" or the end of the line')
            self.history.branch(name, order, start)
        else:
            name = self._branch()
            self._end_of_line("the end of the line")
            self.history.checkout(name, start)

    def _branch(self) -> str:
        if self.scanner.peek().kind not in ("reference", "string"):
            raise self.scanner.error("the name of a branch")
        return self.scanner.take().text

    def _order(self) -> float:
        self.scanner.take()
        if self.scanner.peek().kind != "number":
            raise self.scanner.error("a whole number")
        # A number of thousands of digits is no place of a lane, and slow to read.
        return float(self.scanner.take().text[:300])

    def _attributes(self, keys: tuple[str, ...], bare: str = "") -> Said:
        """`id: "…" tag: "…"` in any order up to the end of the line; `bare` words as well."""
        said = Said()
        while self.scanner.peek().kind not in _ENDS:
            token = self.scanner.peek()
            if token.kind == "key" and token.text in keys:
                self.scanner.take()
                said = _with(said, token.text, self._value(token.text))
            elif bare and token.kind == "string":
                said = said._replace(message=self.scanner.take().text)
            else:
                raise self.scanner.error(f"{', '.join(keys)} or the end of the line")
        self._end_of_line("the end of the line")
        return said

    def _value(self, key: str) -> str:
        token = self.scanner.peek()
        if key == "type:":
            if not self.scanner.takes(*_TYPES):
                raise self.scanner.error("NORMAL, REVERSE or HIGHLIGHT")
        elif token.kind != "string":
            raise self.scanner.error(f'words in quotes after "{key}"')
        return self.scanner.take().text

    def _end_of_line(self, wanted: str) -> None:
        if self.scanner.peek().kind not in _ENDS:
            raise self.scanner.error(wanted)
        self.scanner.take()


def _with(said: Said, key: str, value: str) -> Said:
    """What a statement says with one attribute more; tags add up, others replace."""
    match key:
        case "id:":
            return said._replace(id=value)
        case "msg:":
            return said._replace(message=value)
        case "parent:":
            return said._replace(parent=value)
        case "type:":
            return said._replace(look=_TYPES[value])
        case _:
            return said._replace(tags=(*said.tags, value))
