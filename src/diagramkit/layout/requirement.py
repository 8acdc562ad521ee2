"""Requirement diagrams: requirements and elements as ruled compartments below their kind, dashed
lines named for what they say.

What contains another has a solid line with a filled diamond.
"""

from __future__ import annotations

from diagramkit.diagnostics import counted
from diagramkit.layout.description import flat, tell
from diagramkit.layout.graph.label import shown
from diagramkit.layout.graph.record import Record, Relation, Row
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.mermaid.kinds.requirement.model import Item, Relationship, RequirementDiagram
from diagramkit.text.styled import one_line


def graph_of(diagram: RequirementDiagram) -> Flowchart:
    """The boxes and lines of a requirement diagram."""
    return diagram.as_flowchart(
        tuple(map(_record, diagram.items)),
        tuple(map(_relation, diagram.relationships)),
        description=_describe(diagram),
    )


def _record(item: Item) -> Record:
    """An item with a row for each of its fields: the name of it, and what it says."""
    rows = tuple(Row((name, one_line(shown(text)))) for name, text in item.fields if text)
    return Record(
        item.name,
        shown(item.text),
        None,
        item.classes,
        item.style,
        location=item.location,
        kicker=item.kind,
        compartments=(rows,) if rows else (),
        muted=(0,),
    )


def _relation(each: Relationship) -> Relation:
    holds = each.kind == "contains"
    return Relation(
        each.source,
        each.target,
        each.kind,
        line="solid" if holds else "dotted",
        location=each.location,
        tail_mark="filled-diamond" if holds else "none",
        head_mark="none" if holds else "arrow",
    )


def _describe(diagram: RequirementDiagram) -> str:
    """The diagram in words: its relationships in source order."""
    count = counted(
        sum(item.kind != "element" for item in diagram.items), "requirement", "requirements"
    )
    names = {item.name: flat(item.text) for item in diagram.items}
    told = [
        f"{names[each.source]} {each.kind} {names[each.target]}" for each in diagram.relationships
    ]
    return tell(f"Requirement diagram of {count}", told, names.values())
