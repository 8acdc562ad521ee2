"""The statements of an agentflow diagram: those of a flowchart, with flows for subgraphs.

What they do to each other follows `agentflowDb.ts` of Mermaid 12.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from diagramkit.mermaid.kinds.agentflow.flows import Flows, Global
from diagramkit.mermaid.kinds.agentflow.model import ALIASES, Agentflow
from diagramkit.mermaid.kinds.agentflow.scanner import Scanner, comments
from diagramkit.mermaid.kinds.flowchart.attributes import read_entries
from diagramkit.mermaid.kinds.flowchart.builder import Builder
from diagramkit.mermaid.kinds.flowchart.groups import OpenGroup
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.mermaid.kinds.flowchart.reader import STATEMENTS, finished, read_into
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner as FlowchartScanner
from diagramkit.mermaid.kinds.flowchart.shapes import NAMES
from diagramkit.mermaid.kinds.flowchart.subgraphs import read_name, read_title
from diagramkit.mermaid.source import Source

_DRAWN = frozenset(("shape", "label", "labelType", "view"))
_ENDS = frozenset(("newline", "semi", "eof"))


def read(source: Source) -> Agentflow:
    """Read an agentflow diagram. Raises DiagramError where Mermaid would not read it."""
    source = replace(source, traced=source.traced.without(comments(source.text)))
    reader = _Reader(source)
    own = {"flow": reader.read_flow, "connector": reader.read_connector}
    statements = {**STATEMENTS, **own, "global": reader.read_global}
    read_into(reader, Scanner(source), statements, "flow")
    chart = finished(source, reader)
    return Agentflow(
        **{each.name: getattr(chart, each.name) for each in fields(Flowchart)},
        details=reader.details,
        connectors=tuple(reader.connectors),
        collapsed=tuple(reader.collapsed),
    )


class _Reader(Builder):
    """Takes what the statements say, and reads those that flowcharts do not have."""

    shapes = NAMES | set(ALIASES)

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.groups = Flows(source)
        self.details: dict[str, dict[str, str]] = {}
        self.connectors: dict[str, None] = {}
        self.collapsed: dict[str, None] = {}

    def read_flow(self, scanner: FlowchartScanner, _: Builder) -> None:
        """The line that begins a flow: an id, a title and attributes, or nothing."""
        start = scanner.take()
        if scanner.peek().kind in _ENDS:
            self.groups.open(OpenGroup(None, "", start.start))
            return
        name = _named(scanner, "the name of the flow")
        title = read_title(scanner)
        self._describe_flow(name, self._attributes(scanner, start.start))
        self.groups.open(OpenGroup(name, title.words if title else "", start.start))

    def read_connector(self, scanner: FlowchartScanner, _: Builder) -> None:
        """`connector github["GitHub API"]`: a node for a system outside."""
        start = scanner.take()
        name = _named(scanner, "the name of the connector")
        self.node(name, start.start, read_title(scanner))
        self.connectors[name] = None
        self._note(name, self._attributes(scanner, start.start))
        self.groups.add([name])

    def read_global(self, scanner: FlowchartScanner, _: Builder) -> None:
        """`global` … `end`."""
        start = scanner.take()
        self.groups.open(Global(None, "", start.start))

    def set_attributes(
        self,
        name: str,
        offset: int,
        *,
        text: str | None,
        shape: str | None,
        given: Mapping[str, str],
    ) -> None:
        """What `@{ … }` says of a node or a flow; of a link it says nothing that is drawn."""
        if name in self.groups:
            self._describe_flow(name, given)
        elif self._node(name, offset):
            self._note(name, given)
            if name not in self.connectors:
                super().set_attributes(name, offset, text=text, shape=shape, given={})

    def _describe_flow(self, name: str, given: Mapping[str, str]) -> None:
        self._note(name, given)
        if given.get("view") == "collapsed":
            self.collapsed[name] = None
        elif "view" in given:
            self.collapsed.pop(name, None)

    def _attributes(self, scanner: FlowchartScanner, offset: int) -> dict[str, str]:
        """Attributes behind a name, if there are any."""
        if scanner.peek().kind != "attributes":
            return {}
        entries, _ = read_entries(scanner, self, offset)
        return {key: value.text for key, value in entries.items() if value.text}

    def _note(self, name: str, given: Mapping[str, str]) -> None:
        said = {key: value for key, value in given.items() if key not in _DRAWN}
        if said:
            self.details.setdefault(name, {}).update(said)


def _named(scanner: FlowchartScanner, wanted: str) -> str:
    begin = scanner.place + 1
    name = read_name(scanner, wanted).raw.strip()
    scanner.source.mention(begin, scanner.place)
    return name
