"""What has to change in a flowchart so that it carries the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Node
from diagramkit.mermaid.source import Source
from diagramkit.sync.change import Change
from diagramkit.sync.declarations import differences, joined, read_declarations, rewritten
from diagramkit.sync.look import DEFAULT, GROUP, LABEL, LINKS, PAINT, ROLES, Look
from diagramkit.sync.own_styles import OwnPaint, link_style, node_style
from diagramkit.sync.restyling import removed, replaced, restyled, said
from diagramkit.sync.statements import (
    Definition,
    NodeStyle,
    Statement,
    Use,
    Word,
    read_statements,
)

# Mermaid's own class of a node that is clicked on.
_CLICKABLE = "clickable"


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes to `chart`, and its classes that are no role and not mapped: their offsets."""

    chart: Flowchart
    changes: list[Change]
    unknown: dict[str, int]


def plan(source: Source, look: Look) -> Plan:
    """What has to change. Raises DiagramError where Mermaid would not read the flowchart."""
    chart, statements = read_statements(source)
    planner = _Planner(source.original, chart, statements, look)
    return Plan(chart, planner.changes(), planner.unknown)


def skeleton(chart: Flowchart) -> Flowchart:
    """The flowchart without anything that says how it looks, and without places."""
    return replace(
        chart,
        nodes=tuple(replace(n, classes=(), style=(), location=None) for n in chart.nodes),
        edges=tuple(replace(e, classes=(), style=(), location=None) for e in chart.edges),
        groups=tuple(replace(g, classes=(), style=(), location=None) for g in chart.groups),
        class_styles={},
    )


@dataclass
class _Planner:
    text: str
    chart: Flowchart
    statements: Sequence[Statement]
    look: Look
    defined: set[str] = field(default_factory=set)
    unknown: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.used = self._used()
        self.own = OwnPaint(self.chart, self.look, self.used)
        self.anchor = -1
        self.removed: list[Word] = []

    def changes(self) -> list[Change]:
        """Everything to do, in the order of the text but for new lines, which come last."""
        found = [change for statement in self.statements for change in self._step(statement)]
        return [*found, *self._missing()]

    def _step(self, statement: Statement) -> Iterator[Change]:
        if isinstance(statement, Definition):
            yield from self._definition(statement)
        elif isinstance(statement, Use):
            yield from self._use(statement)
        elif isinstance(statement, NodeStyle):
            yield from node_style(self.text, statement, self.own.paint(statement.target.text))
        else:
            if statement.is_default:
                self.defined.add(LINKS)
            yield from link_style(self.text, statement, self.look)

    def _used(self) -> dict[str, None]:
        """The classes of nodes and groups that say something of colour, in order."""
        lists = [node.classes for node in self.chart.nodes]
        lists += [group.classes for group in self.chart.groups]
        names = dict.fromkeys(name for classes in lists for name in classes)
        return {name: None for name in names if self._is_paint(name)}

    def _is_paint(self, name: str) -> bool:
        if self.look.renamed(name) in ROLES:
            return True
        style = self.chart.class_styles.get(name)
        if style is None:
            return name != _CLICKABLE
        return any(key in PAINT for key, _ in style)

    def _definition(self, statement: Definition) -> Iterator[Change]:
        written = read_declarations(statement.style.text)
        names = statement.names.text.split(",")
        paint = self.look.paint(self.look.renamed(names[0]))
        if not any(map(self._is_ours, names)) or not written.keys() & paint.values.keys():
            self.anchor = statement.whole.end
            return
        kept = self._kept(names)
        if not kept:
            self.removed.append(statement.whole)
            message = f"classDef {names[0]} is defined twice, as {self.look.renamed(names[0])}"
            yield removed(statement.whole, message)
            return
        self.anchor = statement.whole.end
        paint = self.look.paint(kept[0])
        if ",".join(kept) != statement.names.text:
            yield replaced(statement.names, ",".join(kept), _mapped(names, kept))
        differing = differences(written, paint.values)
        others = set(written) - set(paint.values)
        if kept[0] not in names and (differing or others):
            yield restyled(self.text, statement, joined(paint.values), _mapped(names, kept))
        elif differing:
            message = said(f"classDef {kept[0]}", written, paint)
            style = rewritten(statement.style.text, paint.values)
            yield restyled(self.text, statement, style, message)

    def _is_ours(self, name: str) -> bool:
        own = (*ROLES, DEFAULT, LABEL, GROUP)
        return name in own or name in self.used or name in self.look.classes

    def _kept(self, names: Sequence[str]) -> list[str]:
        """The names that a definition goes on defining: new ones of one and the same paint."""
        renamed = dict.fromkeys(self.look.renamed(name) for name in names)
        new = [name for name in renamed if name not in self.defined]
        kept = [name for name in new if self.look.paint(name) == self.look.paint(new[0])]
        self.defined.update(kept)
        return kept

    def _use(self, statement: Use) -> Iterator[Change]:
        name = statement.name
        if (role := self.look.renamed(name.text)) != name.text:
            yield replaced(name, role, f'class "{name.text}" is mapped to {role}')
        elif name.text in self.used and name.text not in (*ROLES, DEFAULT):
            self.unknown.setdefault(name.text, name.start)

    def _missing(self) -> Iterator[Change]:
        """The lines that the block needs and does not have."""
        lines = []
        for name in self._needed():
            if name in self.defined:
                continue
            paint = self.look.paint(name)
            head = name if name == LINKS else f"classDef {name}"
            token = next(iter(paint.tokens.values()))
            lines.append((f"{head} {joined(paint.values)}", f"{head} is missing ({token})"))
        anchor = self._anchor()
        for line, message in lines:
            yield Change("below", anchor, anchor, line, message)

    def _needed(self) -> Iterator[str]:
        if not all(map(self._is_painted, self.chart.nodes)):
            yield DEFAULT
        yield from dict.fromkeys(map(self.look.renamed, self.used))
        if any(edge.text for edge in self.chart.edges):
            yield LABEL
        if self.chart.groups:
            yield GROUP
        if self.chart.edges:
            yield LINKS

    def _is_painted(self, node: Node) -> bool:
        return any(name in self.used for name in node.classes)

    def _anchor(self) -> int:
        """A character of the line that new lines go below: the last definition's, or the last."""
        if self.anchor >= 0:
            return self.anchor - 1
        end = len(self.text.rstrip())
        while any(word.start < end <= word.end + 1 for word in self.removed):
            start = next(word.start for word in self.removed if word.start < end <= word.end + 1)
            end = len(self.text[:start].rstrip())
        return end - 1


def _mapped(names: Sequence[str], kept: Sequence[str]) -> str:
    return f"classDef {','.join(names)} is mapped to {','.join(kept)}"
