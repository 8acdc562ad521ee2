"""What has to change in a flowchart so that it carries the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Node
from diagramkit.mermaid.source import Source
from diagramkit.sync.change import Change
from diagramkit.sync.declarations import differences, joined, read_declarations, rewritten
from diagramkit.sync.look import (
    CATEGORIES,
    DEFAULT,
    GROUP,
    LABEL,
    LINKS,
    PAINT,
    ROLES,
    Look,
    Paint,
)
from diagramkit.sync.own_styles import OwnPaint, fitted, link_style, node_style
from diagramkit.sync.restyling import removed, replaced, restyled, said
from diagramkit.sync.statements import (
    Definition,
    NodeStyle,
    Statement,
    Use,
    Word,
    read_statements,
)
from diagramkit.theme.paints import paint_of

if TYPE_CHECKING:
    from diagramkit.layout.graph.categories import Categories

# Mermaid's own class of a node that is clicked on.
_CLICKABLE = "clickable"
# What is said of colour, the two for words beside links and for groups among it.
_PAINTING = (*PAINT, "background-color")


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes to `chart`; its classes that are no role and not mapped, with their offsets; the
    lines of style that are left, why, with theirs; and what the theme cannot say."""

    chart: Flowchart
    changes: list[Change]
    unknown: dict[str, int]
    left: list[tuple[str, int]]
    warnings: list[Diagnostic]


def plan(source: Source, look: Look) -> Plan:
    """What has to change. Raises DiagramError where Mermaid would not read the flowchart."""
    chart, statements = read_statements(source)
    from diagramkit.layout.graph.categories import overflow_warning

    planner = _Planner(source.original, chart, statements, look)
    changes, place = planner.changes(), source.location(0)
    warnings = list(overflow_warning(planner.categories, place))
    return Plan(chart, changes, planner.unknown, planner.left, warnings)


def skeleton(chart: Flowchart) -> Flowchart:
    """The flowchart without anything that says how it looks, and without places."""
    return replace(
        chart,
        nodes=tuple(replace(n, classes=(), style=(), location=None) for n in chart.nodes),
        edges=tuple(replace(e, classes=(), style=(), location=None) for e in chart.edges),
        groups=tuple(replace(g, classes=(), style=(), location=None) for g in chart.groups),
        class_styles={},
    )


def _colorless(style: str) -> str:
    """What a style says of paint that is no colour, such as `fill:none`; empty where it says none,
    or a colour as well."""
    written = read_declarations(style)
    said = [f"{key}:{written[key]}" for key in ("fill", "stroke", "color") if key in written]
    return "" if paint_of(written.items()) else ",".join(said)


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
        self.own = OwnPaint(self.chart, self.look)
        self.anchor = -1
        self.removed: list[Word] = []
        self.left: list[tuple[str, int]] = []

    def changes(self) -> list[Change]:
        """Everything to do, in the order of the text but for new lines, which come last."""
        found = [change for statement in self.statements for change in self._step(statement)]
        return [*found, *self._missing()]

    def _step(self, statement: Statement) -> Iterator[Change]:
        if isinstance(statement, Definition):
            yield from self._definition(statement)
        elif isinstance(statement, Use):
            self._use(statement)
        elif isinstance(statement, NodeStyle):
            if colorless := _colorless(statement.style.text):
                words = f"style {statement.target.text}: {colorless}"
                self.left.append((f"{words} has no role; left as it is", statement.whole.start))
            change, is_gone = node_style(self.text, statement, self.own, self.look)
            if is_gone:
                self.removed.append(statement.whole)
            yield from [change] if change else []
        else:
            if statement.is_default:
                self.defined.add(LINKS)
            yield from link_style(self.text, statement, self.own, self.look)

    @cached_property
    def classes(self) -> dict[str, None]:
        """The classes of nodes and groups, in order."""
        lists = [node.classes for node in self.chart.nodes]
        lists += [group.classes for group in self.chart.groups]
        return dict.fromkeys(name for classes in lists for name in classes)

    def _used(self) -> dict[str, None]:
        """Those that say something of colour."""
        return {name: None for name in self.classes if self._is_paint(name)}

    def _is_paint(self, name: str) -> bool:
        """Whether a class says something of colour; one that is not defined does not."""
        style = self.chart.class_styles.get(name, ())
        return bool(self._role(name) or paint_of(style))

    @cached_property
    def categories(self) -> Categories:
        """The roles of classes, and of styles, that come of their colours."""
        from diagramkit.layout.graph.categories import categories

        return categories(self.chart, self.look.classes, self.look.known)

    def _role(self, name: str) -> str | None:
        """What a class means; None where nothing says it."""
        if name in (*ROLES, *CATEGORIES):
            return name
        return self.look.classes.get(name) or self.categories.classes.get(name)

    def _paint(self, name: str) -> Paint:
        """The paint of a class, or of a name of Mermaid's own."""
        if name in (DEFAULT, LABEL, GROUP, LINKS):
            return self.look.paint(name)
        return self.look.paint(self._role(name) or self.look.classes.get("*", ""))

    def _definition(self, statement: Definition) -> Iterator[Change]:
        written = read_declarations(statement.style.text)
        names = statement.names.text.split(",")
        self.anchor = statement.whole.end
        colorless = _colorless(statement.style.text)
        if colorless and not any(map(self._is_ours, names)) and self.classes.keys() & set(names):
            words = f"classDef {statement.names.text}: {colorless}"
            self.left.append((f"{words} has no role; left as it is", statement.whole.start))
        if not any(map(self._is_ours, names)) or not written.keys() & set(_PAINTING):
            return
        if names == [LABEL] and not self.look.has(LABEL):
            self.removed.append(statement.whole)
            yield removed(statement.whole, f"classDef {LABEL} is not written on this ground")
            return
        first = next(filter(self._is_ours, names))
        # Those that the chart does not use are of no concern, and stay where they are.
        kept = [
            name
            for name in names
            if not self._is_ours(name) or self._paint(name) == self._paint(first)
        ]
        self.defined.update(kept)
        paint, dropped = fitted(self._paint(first), written, self.look)
        if kept != names:
            message = f"classDef {statement.names.text} means more than one thing"
            yield replaced(statement.names, ",".join(kept), message)
        if differences(written, paint.values) or dropped:
            style = rewritten(statement.style.text, paint.values, dropped)
            message = said(f"classDef {','.join(kept)}", written, paint)
            yield restyled(self.text, statement, style, message)

    def _is_ours(self, name: str) -> bool:
        own = (*ROLES, DEFAULT, LABEL, GROUP)
        return name in own or name in self.used or name in self.look.classes

    def _use(self, statement: Use) -> None:
        """Names of classes are the author's: no use of one changes."""
        name = statement.name
        is_defined = name.text in (DEFAULT, _CLICKABLE, *self.chart.class_styles)
        if not is_defined and not self._role(name.text) and "*" not in self.look.classes:
            self.unknown.setdefault(name.text, name.start)

    def _missing(self) -> Iterator[Change]:
        """The lines that the block needs and does not have."""
        lines = []
        for name in self._needed():
            if name in self.defined:
                continue
            paint = self._paint(name)
            head = name if name == LINKS else f"classDef {name}"
            token = next(iter(paint.tokens.values()))
            lines.append((f"{head} {joined(paint.values)}", f"{head} is missing ({token})"))
        anchor = self._anchor()
        for line, message in lines:
            yield Change("below", anchor, anchor, line, message)

    def _needed(self) -> Iterator[str]:
        if not all(map(self._is_painted, self.chart.nodes)):
            yield DEFAULT
        yield from self.used
        if self.look.has(LABEL) and any(edge.text for edge in self.chart.edges):
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
