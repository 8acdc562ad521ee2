"""Class diagrams: classes as ruled compartments without fill, parents before their children.

Classes are records of a graph, namespaces its groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from diagramkit.diagnostics import counted
from diagramkit.layout.description import flat, tell
from diagramkit.layout.graph.label import shown
from diagramkit.layout.graph.record import Mark, Record, Relation, Row
from diagramkit.mermaid.kinds.class_diagram import model as said
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group, Node
from diagramkit.text.styled import joined

_MARKS: dict[said.End, Mark] = {
    "none": "none",
    "extension": "triangle",
    "dependency": "arrow",
    "aggregation": "diamond",
    "composition": "filled-diamond",
    "lollipop": "lollipop",
}


def graph_of(diagram: said.ClassDiagram) -> Flowchart:
    """The boxes, lines and groups of a class diagram.

    A parent is above its children where the diagram runs down, and left of them where it runs to
    the right, whichever of them the relation names first.
    """
    relations = diagram.relations
    if diagram.direction in ("TB", "LR"):
        relations = tuple(_parent_first(relation) for relation in relations)
    names = _Names.of(diagram)
    either_way = replace(diagram, hints=diagram.hints.either_way())
    return either_way.as_flowchart(
        (
            *(_record(each) for each in diagram.classes),
            *(_note(each, names) for each in diagram.notes),
            *(_interface(each, names) for each in diagram.interfaces),
        ),
        (
            *(_edge(relation, names) for relation in relations),
            *(_tie(note, note.target, names) for note in diagram.notes if note.target is not None),
        ),
        _groups(diagram, names),
        _description(diagram),
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that notes, interfaces and namespaces have in the graph, by their ids: where a
    class is called so, or one of the others, dots come behind it."""

    notes: dict[str, str]
    interfaces: dict[str, str]
    spaces: dict[str, str]

    @classmethod
    def of(cls, diagram: said.ClassDiagram) -> _Names:
        taken = {each.id for each in diagram.classes}
        return cls(
            _apart(taken, [each.id for each in diagram.notes]),
            _apart(taken, [each.id for each in diagram.interfaces]),
            _apart(taken, [each.id for each in diagram.namespaces]),
        )


def _apart(taken: set[str], ids: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ids:
        found[name] = name
        while found[name] in taken:
            found[name] += "."
        taken.add(found[name])
    return found


def _record(each: said.Class) -> Record:
    members = [[_row(member) for member in rows] for rows in (each.attributes, each.methods)]
    return Record(
        each.id,
        _title(each),
        classes=each.classes,
        style=each.style,
        link=each.link,
        tooltip=each.tooltip,
        location=each.location,
        kicker=", ".join(each.annotations),
        compartments=tuple(tuple(rows) for rows in members if rows),
        muted=(0,),
    )


def _title(each: said.Class) -> str:
    return joined((shown(each.text), f"<{each.type}>" if each.type else ""), "")


def _row(member: said.Member) -> Row:
    """A member in two columns, the first for its visibility. Where print has italics for what is
    abstract, UML has a word in braces for hands, and for a look without italics."""
    text = joined((member.text, "{abstract}"), " ") if member.is_abstract else member.text
    return Row((member.visibility, text), member.is_static)


def _note(note: said.Note, names: _Names) -> Node:
    return Node(names.notes[note.id], note.text, classes=("note",), location=note.location)


def _interface(interface: said.Interface, names: _Names) -> Node:
    name = names.interfaces[interface.id]
    return Node(name, interface.text, "text", location=interface.location)


def _parent_first(relation: said.Relation) -> said.Relation:
    if relation.head != "extension" or relation.tail == "extension":
        return relation
    return replace(
        relation,
        source=relation.target,
        target=relation.source,
        tail=relation.head,
        head=relation.tail,
        tail_text=relation.head_text,
        head_text=relation.tail_text,
    )


def _edge(relation: said.Relation, names: _Names) -> Relation:
    source, target = relation.source, relation.target
    if relation.tail == "lollipop" and relation.head == "none":
        source = names.interfaces[source]
    elif relation.head == "lollipop" and relation.tail == "none":
        target = names.interfaces[target]
    return Relation(
        source,
        target,
        relation.text,
        line=relation.line,
        location=relation.location,
        tail_mark=_MARKS[relation.tail],
        head_mark=_MARKS[relation.head],
        tail_text=relation.tail_text,
        head_text=relation.head_text,
    )


def _tie(note: said.Note, target: str, names: _Names) -> Edge:
    """The line between a note and its class, which comes after it as in Mermaid."""
    return Edge(names.notes[note.id], target, line="dotted", head="none", location=note.location)


def _groups(diagram: said.ClassDiagram, names: _Names) -> tuple[Group, ...]:
    """A group for each namespace."""
    members: dict[str, list[str]] = {each.id: [] for each in diagram.namespaces}
    for each in diagram.classes:
        if each.namespace is not None:
            members[each.namespace].append(each.id)
    for note in diagram.notes:
        if note.namespace is not None:
            members[note.namespace].append(names.notes[note.id])
    for space in diagram.namespaces:
        if space.parent is not None:
            members[space.parent].append(names.spaces[space.id])
    return tuple(
        Group(names.spaces[each.id], each.text, tuple(members[each.id]), location=each.location)
        for each in diagram.namespaces
    )


def _description(diagram: said.ClassDiagram) -> str:
    """The diagram in words, for readers who cannot see it: its relations in source order."""
    names = {each.id: flat(_title(each)) for each in diagram.classes}
    names.update({each.id: flat(each.text) for each in diagram.interfaces})
    told = [_sentence(relation, names) for relation in diagram.relations]
    count = counted(len(diagram.classes), "class", "classes")
    return tell(f"Class diagram of {count}", told, names.values())


def _sentence(relation: said.Relation, names: Mapping[str, str]) -> str:
    source, target = names[relation.source], names[relation.target]
    end = relation.head
    if end == "none" and relation.tail != "none":
        source, target, end = target, source, relation.tail
    dotted = relation.line == "dotted"
    verbs: dict[said.End, str] = {
        "none": "with",
        "extension": "implements" if dotted else "inherits from",
        "dependency": "depends on" if dotted else "to",
        "aggregation": "is part of",
        "composition": "is owned by",
        "lollipop": "provides",
    }
    return f"{source} {verbs[end]} {target}"
