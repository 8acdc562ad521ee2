"""The flowchart as it grows, statement by statement.

What a statement does to what is there already follows `flowDb.ts` of Mermaid 11.17: a later label
replaces an earlier one, `class` and `click` reach only what has been named before them, a node
belongs to the subgraph that closes first around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.flowchart.groups import Groups
from diagramkit.mermaid.kinds.flowchart.labels import Label
from diagramkit.mermaid.kinds.flowchart.links import Arrow
from diagramkit.mermaid.kinds.flowchart.model import Direction, Edge, Flowchart, Node, Style
from diagramkit.mermaid.kinds.flowchart.shapes import NAMES
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_name
from diagramkit.mermaid.source import Source

MAX_YAML = 20_000
"""The most characters in attributes of which each is more than plain pairs."""

YAML_COST = 100
"""The characters that each of these counts for beside its own."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is written between two lists of nodes, and where it begins."""

    arrow: Arrow
    offset: int
    label: Label | None = None
    id: str | None = None


@dataclass(slots=True)
class _Node:
    """What is known of a node so far."""

    offset: int
    text: str
    shape: str | None = None
    classes: list[str] = field(default_factory=list)
    style: list[tuple[str, str]] = field(default_factory=list)
    link: str | None = None
    tooltip: str | None = None


@dataclass(slots=True)
class _Edge:
    """What is known of a link between two nodes so far."""

    source: str
    target: str
    link: Link
    id: str | None = None
    classes: list[str] = field(default_factory=list)
    style: Style = ()


class Builder:
    """Takes what the statements say, in their order, and gives the flowchart at the end.

    `shapes` are the names of shapes that attributes may have.
    """

    shapes = NAMES

    def __init__(self, source: Source) -> None:
        self.source = source
        self.direction: Direction = "TB"
        self.title = ""
        self.description = ""
        self.groups = Groups(source)
        self._nodes: dict[str, _Node] = {}
        self._edges: list[_Edge] = []
        self._edge_of: dict[str, _Edge] = {}
        self._between: dict[tuple[str, str], int] = {}
        self._count = LinkCount(source, "a flowchart", "a node")
        self._class_styles: dict[str, list[tuple[str, str]]] = {}
        self._default_style: Style = ()
        self._yaml = 0

    def node(
        self, name: str, offset: int, label: Label | None = None, shape: str | None = None
    ) -> None:
        """A node is mentioned at `offset`, perhaps with a label and the shape of its brackets."""
        node = self._node(name, offset)
        if node and label:
            node.text = label.words
            node.shape = shape

    def _node(self, name: str, offset: int) -> _Node | None:
        """The node of that name, a new one if need be; None for the name of a link."""
        if name in self._edge_of:
            return None
        if name not in self._nodes:
            check_name(self.source, name, offset)
            self._nodes[name] = _Node(offset, words(name))
        return self._nodes[name]

    def set_attributes(
        self,
        name: str,
        offset: int,
        *,
        text: str | None,
        shape: str | None,
        given: Mapping[str, str],
    ) -> None:
        """What `@{ … }` says of a node; of a link or a subgraph it says nothing that is drawn.

        A node for which an `icon` or `img` is `given` without words of its own has none.
        """
        node = None if name in self.groups else self._node(name, offset)
        if node is None:
            return
        node.shape = shape or node.shape
        node.text = text or node.text
        if ("icon" in given or "img" in given) and not text and node.text == words(name):
            node.text = ""

    def count_yaml(self, characters: int, offset: int) -> None:
        """Attributes are read that take long. Raises DiagramError where there are too many."""
        self._yaml += characters + YAML_COST
        if self._yaml > MAX_YAML:
            message = "too many attributes that are more than plain pairs such as shape: cyl"
            raise self.source.error(offset, message, "mermaid-limit")

    def link(self, sources: Sequence[str], targets: Sequence[str], link: Link) -> None:
        """A link from each of `sources` to each of `targets`.

        Its id is that of the first link from the last source.
        """
        self._count.add(sources, targets, link.offset)
        for source in sources:
            for target in targets:
                named = source == sources[-1] and target == targets[0]
                self._link(source, target, link, link.id if named else None)

    def _link(self, source: str, target: str, link: Link, name: str | None) -> None:
        count = self._between.get((source, target), 0)
        self._between[source, target] = count + 1
        edge = _Edge(source, target, link)
        if name and name not in self._edge_of:
            edge.id = name
        # Mermaid gives the others a name too, by which `class` can reach them.
        automatic = f"L_{source}_{target}_{count + 1 if count else 0}"
        self._edge_of.setdefault(edge.id or automatic, edge)
        self._edges.append(edge)

    def add_class(self, names: Iterable[str], name: str) -> None:
        """`class a,b name`, for those that have been named so far."""
        for each in names:
            for found in (self._nodes.get(each), self._edge_of.get(each), self.groups.get(each)):
                if found:
                    found.classes.append(name)

    def define_class(self, names: Iterable[str], style: Style) -> None:
        """`classDef a,b …`; a class defined twice has the declarations of both."""
        for name in names:
            self._class_styles.setdefault(name, []).extend(style)

    def add_style(self, name: str, offset: int, style: Style) -> None:
        """`style name …`; a name that is new makes a node."""
        if node := self._node(name, offset):
            node.style.extend(style)

    def style_links(self, places: Sequence[tuple[int, int]], style: Style) -> None:
        """`linkStyle 0,1 …`: each place is the number of a link and the offset of that number.

        Raises DiagramError where there is no such link yet.
        """
        for number, offset in places:
            if number >= len(self._edges):
                raise self._no_link(number, offset)
            if style:
                self._edges[number].style = style

    def style_all_links(self, style: Style) -> None:
        """`linkStyle default …`."""
        self._default_style = style

    def _no_link(self, number: int, offset: int) -> DiagramError:
        count = len(self._edges)
        known = f"the links so far are 0 to {count - 1}" if count else "there is none before here"
        return self.source.error(offset, f"no link has the number {number}; {known}")

    def on_click(
        self, names: Iterable[str], link: str | None = None, tooltip: str | None = None
    ) -> None:
        """`click a …`: a link to follow, words to show, and the class `clickable`."""
        names = list(names)
        for name in names:
            if node := self._nodes.get(name):
                node.link = link or node.link
                node.tooltip = tooltip or node.tooltip
        self.add_class(names, "clickable")

    def names(self) -> list[str]:
        """The names of the nodes and the subgraphs, in source order."""
        return [*self._nodes, *self.groups]

    def flowchart(self, critical: tuple[tuple[str, ...], ...] = ()) -> Flowchart:
        """Everything that was taken, and the paths that are `critical`."""
        for name in self.groups:
            if node := self._nodes.pop(name, None):
                self.groups.take_over(name, node.classes, node.style)
        return Flowchart(
            direction=self.direction,
            nodes=tuple(self._finished_node(name, node) for name, node in self._nodes.items()),
            edges=tuple(self._finished_edge(edge) for edge in self._edges),
            groups=self.groups.finished(self._nodes),
            class_styles={name: tuple(style) for name, style in self._class_styles.items()},
            critical=critical,
            title=self.title or self.source.title,
            description=self.description,
        )

    def _finished_node(self, name: str, node: _Node) -> Node:
        return Node(
            name,
            node.text,
            node.shape,
            tuple(node.classes),
            tuple(node.style),
            node.link,
            node.tooltip,
            self.source.location(node.offset),
        )

    def _finished_edge(self, edge: _Edge) -> Edge:
        link = edge.link
        return Edge(
            edge.source,
            edge.target,
            link.label.words if link.label else "",
            link.arrow.line,
            link.arrow.tail,
            link.arrow.head,
            link.arrow.length,
            edge.id,
            tuple(edge.classes),
            self._default_style + edge.style,
            self.source.location(link.offset),
        )
