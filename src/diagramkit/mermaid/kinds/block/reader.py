"""The statements of a block diagram: blocks in rows, links between them, classes and styles.

Follows Mermaid 11.17 (`block.jison`, `blockDB.ts`): a block stands where it is first mentioned, and
a later mention gives it other words or another shape. Otherwise than there, a chain of links joins
all that it names, and blocks inside of one that is there already are put into that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.hints import warn_of_hints
from diagramkit.mermaid.kinds.block.model import BlockDiagram, Cell, Grid
from diagramkit.mermaid.kinds.block.scanner import Label, Scanner
from diagramkit.mermaid.kinds.flowchart.model import Edge, Group, Head, Line, Node, Style
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

MAX_CELLS = 2_000
"""The most cells of a block diagram, empty room and the columns of wide blocks counted."""
MAX_DEPTH = 100
"""How deep blocks may stand inside one another."""
_NAMED = re.compile(r"(\w+(?:,\s*\w+)*)(.*)", re.ASCII)
_HEADS: dict[str, Head] = {"x": "cross", "o": "circle", ">": "arrow", "<": "arrow"}


@dataclass(slots=True)
class _Block:
    """A block as it grows; a group once it holds cells."""

    id: str
    offset: int
    text: str | None = None
    shape: str = "square"
    classes: list[str] = field(default_factory=list)
    style: Style = ()
    is_group: bool = False
    columns: int | None = None
    cells: list[Cell] = field(default_factory=list)


def read(source: Source) -> BlockDiagram:
    """Read a block diagram. Raises DiagramError where Mermaid would not read it."""
    scanner = Scanner(source)
    scanner.need("block", '"block"')
    reader = _Reader(source, scanner)
    while scanner.peek().kind != "eof":
        reader.statement()
    warn_of_hints(source, "block")
    return reader.diagram()


class _Reader:
    """One block diagram being read; `_open` are the groups around the next statement."""

    def __init__(self, source: Source, scanner: Scanner) -> None:
        self.source, self.scanner = source, scanner
        self._root = _Block("", 0, is_group=True)
        self._open = [(self._root, 0)]
        self._blocks: dict[str, _Block] = {}
        self._edges: list[Edge] = []
        self._class_styles: dict[str, Style] = {}
        self._links = LinkCount(source, "a block diagram", "a block")
        self._count = self._statements = 0

    def statement(self) -> None:
        """The next statement."""
        token = self.scanner.peek()
        if token.kind == "name":
            self._chain()
        elif token.kind in ("block", "named"):
            self._begin(self.scanner.take())
        elif token.kind == "end" and len(self._open) > 1:
            self._end(self.scanner.take())
        elif token.kind == "columns":
            self._set_columns(self.scanner.take())
        elif token.kind in ("space", "spaces"):
            self.scanner.take()
            count = int(token.text[:9] or "1")
            self._room(count, token.start)
            self._open[-1][0].cells += [Cell("")] * count
        elif token.kind in ("class_def", "class", "style"):
            self._look(self.scanner.take())
        elif token.kind == "accessible":
            message = "Mermaid reads no accTitle and no accDescr in block diagrams"
            raise self.scanner.error(token.start, f"{message}; give it a title in front matter")
        else:
            raise self.scanner.expected("a block, a space or the columns of a row")
        self._statements += 1

    def diagram(self) -> BlockDiagram:
        """Everything that was read."""
        if len(self._open) > 1:
            offset = self._open[-1][0].offset
            raise self.source.error(offset, 'this block is never closed; expected "end"')
        if not self._statements:
            raise self.scanner.expected("a block")
        blocks = self._blocks.values()
        groups = [block for block in blocks if block.is_group]
        return BlockDiagram(
            "TB",
            tuple(self._node(block) for block in blocks if not block.is_group),
            tuple(self._edges),
            tuple(self._group(block) for block in groups),
            class_styles=self._class_styles,
            critical=read_critical(self.source, self._blocks),
            title=self.source.title,
            grids={one.id: Grid(one.columns, tuple(one.cells)) for one in (self._root, *groups)},
        )

    def _chain(self) -> None:
        """A block, and those that links lead on to."""
        block = self._block()
        size = self.scanner.take_if("size")
        self._put(block, int(size.text[:9]) if size else 1)
        while found := self.scanner.link():
            if self.scanner.peek().kind != "name":
                raise self.scanner.expected("the block that the link leads to")
            other = self._block()
            self._put(other, 1)
            self._join(block, other, *found)
            block = other

    def _block(self) -> _Block:
        """The block that is mentioned here, with what its brackets say."""
        name = self.scanner.take()
        label = self.scanner.label()
        return self._mention(name.text, name.start, label)

    def _mention(self, name: str, offset: int, label: Label | None = None) -> _Block:
        check_name(self.source, name, offset)
        block = self._blocks.get(name) or _Block(name, offset)
        if label:
            block.text, block.shape = words(label.text), label.shape
        return block

    def _put(self, block: _Block, span: int) -> None:
        """Give a new block its cell."""
        if block.id not in self._blocks:
            span = max(span, 1)
            self._room(span, block.offset)
            self._blocks[block.id] = block
            self._open[-1][0].cells.append(Cell(block.id, span))

    def _room(self, cells: int, offset: int) -> None:
        self._count += cells
        if self._count > MAX_CELLS:
            raise self.source.limit(offset, f"a block diagram has {MAX_CELLS} cells at most")

    def _begin(self, token: Token) -> None:
        """A block with others inside of it."""
        if token.kind == "named":
            if self.scanner.peek().kind != "name":
                raise self.scanner.expected('the name of the block after "block:"')
            block = self._block()
            size = self.scanner.take_if("size")
            span = int(size.text[:9]) if size else 1
        else:
            # No name that is written has a space in it.
            block, span = _Block(f"block {len(self._blocks) + 1}", token.start), 1
        self._put(block, span)
        block.is_group = True
        if len(self._open) > MAX_DEPTH:
            message = f"blocks inside one another more than {MAX_DEPTH} deep"
            raise self.source.error(token.start, message, "mermaid-limit")
        self._open.append((block, self._statements + 1))

    def _end(self, token: Token) -> None:
        _, before = self._open.pop()
        if self._statements == before:
            raise self.scanner.error(token.start, 'expected a block before this "end"')

    def _set_columns(self, token: Token) -> None:
        columns = 0 if token.text == "auto" else int(token.text[:9])
        if token.text != "auto" and not columns:
            raise self.source.error(token.start, "a row has one column at least")
        self._open[-1][0].columns = columns or None

    def _join(self, source: _Block, target: _Block, begin: str, end: str, text: str) -> None:
        ends = source.id, target.id
        self._links.add([ends[0]], [ends[1]], target.offset)
        dotted: Line = "dotted" if "." in end else "solid"
        self._edges.append(
            Edge(
                *ends,
                words(text),
                "thick" if "==" in end else dotted,
                _HEADS.get(begin[0], "none"),
                _HEADS.get(end[-1], "none"),
                location=self.source.location(self._blocks[source.id].offset),
            )
        )

    def _look(self, token: Token) -> None:
        """`classDef`, `class` or `style`: names, and what they look like."""
        said = _NAMED.fullmatch(token.text)
        assert said is not None
        style = declarations(said[2].replace(";", "").split(","))
        if token.kind == "class_def":
            self._class_styles[said[1]] = style
        elif token.kind == "class":
            for name in map(str.strip, said[1].split(",")):
                if name in self._blocks:
                    self._blocks[name].classes.append(said[2].strip().rstrip(";"))
                else:
                    self.source.warn(token.start, self._unknown(name), "block-class")
        elif said[1] in self._blocks:
            self._blocks[said[1]].style = style
        else:
            raise self.source.error(token.start, self._unknown(said[1]))

    def _unknown(self, name: str) -> str:
        return f'no block is called "{name[:60]}"{self.source.near(name, self._blocks)}'

    def _node(self, block: _Block) -> Node:
        return Node(
            block.id,
            words(block.id) if block.text is None else block.text,
            block.shape,
            tuple(block.classes),
            block.style,
            location=self.source.location(block.offset),
        )

    def _group(self, block: _Block) -> Group:
        return Group(
            block.id,
            block.text or "",
            tuple(cell.id for cell in block.cells if cell.id),
            None,
            tuple(block.classes),
            block.style,
            self.source.location(block.offset),
        )
