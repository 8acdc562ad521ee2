"""ER diagrams: entities as ruled compartments without fill, lines with crow's feet between them.

Entities are records of a graph, relationships its lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import chain

from diagramkit.diagnostics import counted
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.description import flat, tell
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.layout.graph.label import shown
from diagramkit.layout.graph.record import Mark, Record, Relation, Row
from diagramkit.mermaid.kinds.er import model as said
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.text.styled import one_line
from diagramkit.theme.model import Theme

_MARKS: dict[said.Cardinality, Mark] = {
    "zero-or-one": "zero-or-one",
    "one": "one",
    "zero-or-more": "zero-or-more",
    "one-or-more": "one-or-more",
    "parent": "none",
}
_TYPE, _COMMENT = 0, 3


def lay_out(
    diagram: said.EntityDiagram,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place an ER diagram; arguments and errors as for `layout.lay_out`.

    It is no wider than a page shows it at full size, where its words and lines allow that.
    """
    chart = graph_of(diagram)
    lay = partial(lay_out_graph, chart, classes=classes, default_role=default_role, path=path)
    whole, read = lay(theme), theme.page.reading_width
    if not read < whole.size.width <= theme.page.max_width:
        return whole
    narrow = lay(theme.replace(page=theme.page.replace(max_width=read)))
    if narrow.size.width > read:
        return whole
    others = chain((replace(one, theme=theme) for one in narrow.others), [whole])
    return replace(narrow, theme=theme, others=others)


def graph_of(diagram: said.EntityDiagram) -> Flowchart:
    """The boxes, lines and groups of an ER diagram."""
    return diagram.as_flowchart(
        tuple(map(_record, diagram.entities)),
        tuple(map(_relation, diagram.relationships)),
        diagram.groups,
        _description(diagram),
    )


def _record(entity: said.Entity) -> Record:
    """An entity with a row for each attribute: type, name, keys and comment, as far as any of its
    attributes has one."""
    rows = [
        (each.type, each.name, ", ".join(each.keys), each.comment) for each in entity.attributes
    ]
    columns = [place for place in range(_COMMENT + 1) if any(row[place] for row in rows)]
    return Record(
        entity.id,
        shown(entity.text),
        classes=entity.classes,
        style=entity.style,
        location=entity.location,
        compartments=(tuple(_row(row, columns) for row in rows),) if rows else (),
        muted=tuple(place for place, column in enumerate(columns) if column in (_TYPE, _COMMENT)),
    )


def _row(row: tuple[str, ...], columns: list[int]) -> Row:
    return Row(tuple(one_line(shown(row[column])) for column in columns))


def _relation(relationship: said.Relationship) -> Relation:
    return Relation(
        relationship.source,
        relationship.target,
        relationship.text,
        line=relationship.line,
        location=relationship.location,
        tail_mark=_MARKS[relationship.tail],
        head_mark=_MARKS[relationship.head],
    )


def _description(diagram: said.EntityDiagram) -> str:
    """The diagram in words, for readers who cannot see it: its relationships in source order."""
    names = {each.id: flat(each.text) for each in diagram.entities}
    names.update({group.id: flat(group.title) for group in diagram.groups})
    told = [_sentence(each, names) for each in diagram.relationships]
    count = counted(len(diagram.entities), "entity", "entities")
    return tell(f"ER diagram of {count}", told, names.values())


def _sentence(each: said.Relationship, names: Mapping[str, str]) -> str:
    """`one Customer places zero or more Order`."""
    tail, head = each.tail.replace("-", " "), each.head.replace("-", " ")
    verb = flat(each.text) or "with"
    return f"{tail} {names[each.source]} {verb} {head} {names[each.target]}"
