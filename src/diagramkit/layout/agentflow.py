"""Agentflow diagrams: steps in the shapes of their sorts with what they take and give as a grey
second line, flows as frames around them, reference documents and connectors as secondary.

A collapsed flow is a stack of boxes. Instructions are shown when a box is pointed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace

from diagramkit.diagnostics import counted
from diagramkit.layout.description import flat
from diagramkit.layout.graph import described
from diagramkit.layout.graph.record import Titled
from diagramkit.mermaid.kinds.agentflow.model import ALIASES, Agentflow
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group, Node

_SECONDARY = ("refdoc", "lin-doc", "lined-document")
Details = Mapping[str, str]


def graph_of(diagram: Agentflow) -> Flowchart:
    """The boxes, lines and frames of an agentflow diagram."""
    shown = _shown_for(diagram)
    boxes = (_box(node, diagram) for node in diagram.nodes if node.id not in shown)
    stacks = (_stack(group, diagram) for group in diagram.groups if shown.get(group.id) == group.id)
    frames = (_frame(group, diagram) for group in diagram.groups if group.id not in shown)
    own = {each.name: getattr(diagram, each.name) for each in fields(Flowchart)}
    own["nodes"] = (*boxes, *stacks)
    own["edges"] = tuple(_lines(diagram.edges, shown))
    own["groups"] = tuple(frames)
    steps = counted(len(diagram.nodes), "step", "steps")
    return described(Flowchart(**own), f"Agentflow of {steps}")


def _shown_for(diagram: Agentflow) -> dict[str, str]:
    """What a collapsed flow stands for, itself too, and which flow that is: the outermost one."""
    around = {name: group.id for group in diagram.groups for name in group.members}
    shown: dict[str, str] = {}
    for name in (*around, *diagram.collapsed):
        outer: str | None = name
        while outer is not None:
            if outer in diagram.collapsed:
                shown[name] = outer
            outer = around.get(outer)
    return shown


def _lines(edges: Iterable[Edge], shown: Mapping[str, str]) -> Iterator[Edge]:
    """The edges, led to collapsed flows; those inside one are not drawn."""
    for edge in edges:
        source, target = (shown.get(end, end) for end in (edge.source, edge.target))
        if source != target or edge.source == edge.target:
            yield replace(edge, source=source, target=target)


def _box(node: Node, diagram: Agentflow) -> Node:
    said = diagram.details.get(node.id, {})
    is_outside = node.id in diagram.connectors or node.shape in _SECONDARY
    kicker, detail = _second_line(said), flat(said.get("description", ""))
    own = {each.name: getattr(node, each.name) for each in fields(Node)}
    own["shape"] = ALIASES.get(node.shape or "task", node.shape)
    own["classes"] = ("secondary", *node.classes) if is_outside else node.classes
    own["tooltip"] = node.tooltip or said.get("instruction")
    if not kicker and not detail:
        return Node(**own)
    return Titled(**{**own, "text": flat(node.text) or node.id}, kicker=kicker, detail=detail)


def _second_line(said: Details) -> str:
    """What a step takes and gives, what it goes through, and what it runs on."""
    contract = " → ".join(said[key] for key in ("params", "returns") if key in said)
    if "params" not in said and contract:
        contract = f"→ {contract}"
    keys = ("value", "example", "connectorRef", "protocol", "endpoint", "model")
    return " · ".join(map(flat, filter(None, (contract, *(said.get(key) for key in keys)))))


def _stack(group: Group, diagram: Agentflow) -> Node:
    box = Node(
        group.id,
        group.title or group.id,
        "st-rect",
        group.classes,
        group.style,
        location=group.location,
    )
    return _box(box, diagram)


def _frame(group: Group, diagram: Agentflow) -> Group:
    said = diagram.details.get(group.id, {})
    model = f"[{flat(said['model'])}]" if "model" in said else ""
    title = " ".join(filter(None, (group.title, model)))
    lines = filter(None, (title, flat(said.get("description", ""))))
    return replace(group, title="\n".join(lines))
