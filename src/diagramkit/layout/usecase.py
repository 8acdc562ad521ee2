"""Use case diagrams: actors as thin boxes that say so, use cases with round ends, boundaries as
frames around them, dashed lines for what includes or extends.

What generalizes has a hollow triangle, JSON is a ruled table, notes stand beside what they are for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from diagramkit.diagnostics import counted
from diagramkit.layout.description import flat, tell
from diagramkit.layout.graph.beside import Beside
from diagramkit.layout.graph.label import shown
from diagramkit.layout.graph.record import Record, Relation, Row, Titled
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group, Node
from diagramkit.mermaid.kinds.usecase.model import Item, Note, Relationship, UseCases
from diagramkit.text.styled import joined, one_line


def graph_of(diagram: UseCases) -> Flowchart:
    """The boxes, lines and frames of a use case diagram."""
    notes = list(_notes(diagram))
    hosts = {note.host: note.id for note in notes}
    ties = [Edge(note.host, note.id, line="dotted", head="none") for note in notes]
    return diagram.as_flowchart(
        (*map(_box, diagram.items), *notes),
        (*map(_line, diagram.relationships), *ties),
        tuple(_with_notes(group, hosts) for group in diagram.groups),
        _describe(diagram),
    )


def _with_notes(group: Group, notes: Mapping[str, str]) -> Group:
    """A boundary that holds the notes of what it holds; `notes` are their ids by their hosts."""
    own = tuple(notes[name] for name in group.members if name in notes)
    return replace(group, members=(*group.members, *own))


def _box(item: Item) -> Node:
    own = item.classes, item.style
    text = shown(item.text) or item.id
    if item.kind == "json":
        rows = tuple(Row((name, one_line(shown(said)))) for name, said in item.fields)
        return Record(
            item.id,
            text,
            None,
            *own,
            location=item.location,
            kicker="JSON",
            compartments=(rows,) if rows else (),
            muted=(0,),
        )
    shape = "rect" if item.is_box or item.kind == "actor" else "stadium"
    return Titled(
        item.id, flat(item.text) or item.id, shape, *own, location=item.location, kicker=_said(item)
    )


def _said(item: Item) -> str:
    """What sort of item it is: that of an actor is always said."""
    sort = "actor" if item.kind == "actor" else "use case" if item.is_business else ""
    sort = f"business {sort}" if item.is_business else sort
    return " · ".join(filter(None, (sort, f"«{flat(item.stereotype)}»" if item.stereotype else "")))


def _line(each: Relationship) -> Edge:
    ends = each.source, each.target
    if each.sort == "generalization":
        return Relation(*ends, head_mark="triangle", location=each.location)
    if each.sort == "extend":
        # What extends a use case comes after it, as it does in time.
        words = f"«{each.sort}»"
        return Edge(*ends[::-1], words, "dotted", tail="arrow", head="none", location=each.location)
    if each.sort == "include":
        return Edge(*ends, f"«{each.sort}»", "dotted", location=each.location)
    return Edge(
        *ends,
        each.text,
        tail=each.tail,
        head=each.head,
        length=each.length,
        location=each.location,
    )


def _notes(diagram: UseCases) -> Iterator[Beside]:
    """A box for all notes of an item."""
    taken = {item.id for item in diagram.items} | {group.id for group in diagram.groups}
    found: dict[str, list[Note]] = {}
    for note in diagram.notes:
        found.setdefault(note.target, []).append(note)
    for target, own in found.items():
        name = f"{target}--note"
        while name in taken:
            name += "-"
        text = joined((note.text for note in own), "\n")
        yield Beside(name, text, "rect", ("note",), location=own[0].location, host=target)


def _describe(diagram: UseCases) -> str:
    """The diagram in words: its relationships in source order."""
    cases = sum(item.kind == "usecase" for item in diagram.items)
    names = {item.id: flat(item.text) or item.id for item in diagram.items}
    told: Iterable[str] = [
        f"{names[one.source]} {_VERBS.get(one.sort, 'to')} {names[one.target]}"
        for one in diagram.relationships
    ]
    opening = f"Use case diagram of {counted(cases, 'use case', 'use cases')}"
    return tell(opening, list(told), names.values())


_VERBS = {"include": "includes", "extend": "extends", "generalization": "is a kind of"}
