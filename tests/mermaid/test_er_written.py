"""An ER diagram that is written by the grammar is read back as it was meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.er.model import (
    Attribute,
    Cardinality,
    Entity,
    EntityDiagram,
    Relationship,
)
from diagramkit.mermaid.kinds.flowchart.model import Direction, Group

TAILS: dict[Cardinality, tuple[str, ...]] = {
    "zero-or-one": ("|o", "one or zero ", "zero or one "),
    "one": ("||", "one ", "only one "),
    "zero-or-more": ("}o", "zero or more ", "many(0) ", "0+ "),
    "one-or-more": ("}|", "one or many ", "many(1) ", "1+ "),
}
HEADS: dict[Cardinality, tuple[str, ...]] = {
    "zero-or-one": ("o|", " one or zero"),
    "one": ("||", " only one"),
    "zero-or-more": ("o{", " many"),
    "one-or-more": ("|{", " one or more"),
}
DIRECTIONS: tuple[Direction, ...] = ("TB", "BT", "LR", "RL")
QUOTED = "ABCxyz 0159äßé図()[]{}|.,:;?@$'+=/-~^"


def texts(alphabet: str) -> st.SearchStrategy[str]:
    """Words with single spaces between them."""
    text = st.text(alphabet, min_size=1, max_size=12)
    return text.map(lambda text: " ".join(text.split())).filter(bool)


@dataclass(frozen=True)
class Written:
    """An ER diagram, and the lines of a source that say it."""

    diagram: EntityDiagram
    lines: tuple[str, ...]


@st.composite
def attributes(draw: st.DrawFn) -> tuple[Attribute, str]:
    kind = draw(st.sampled_from(["int", "varchar(20)", "string[]", "Map<K, V>", "date?"]))
    name = draw(st.sampled_from(["id", "first-name", "*x", "größe"]))
    keys = tuple(draw(st.lists(st.sampled_from(["PK", "FK", "UK"]), max_size=2)))
    comment = draw(st.one_of(st.just(""), texts(QUOTED.replace("~", ""))))
    words = [kind.replace("<", "~").replace(">", "~"), name]
    words += [draw(st.sampled_from([",", ", "])).join(keys)] if keys else []
    words += [f'"{comment}"'] if comment else []
    return Attribute(kind, name, keys, comment), " ".join(words)


@st.composite
def entities(draw: st.DrawFn, number: int) -> tuple[Entity, list[str]]:
    name = draw(st.sampled_from(["E{}", "L-{}", "s.{}t", '"a b{}"', "図{}", "{}"])).format(number)
    id_, text, alias = name.strip('"'), name.strip('"'), ""
    if draw(st.booleans()):
        text = draw(texts(QUOTED))
        alias = f'["{text}"]'
    drawn = draw(st.lists(attributes(), max_size=3))
    classes = draw(st.sampled_from([(), ("c",), ("c", "d")]))
    mark = f":::{','.join(classes)}" if classes else ""
    block = ["{", *(line for _, line in drawn), "}"] if drawn else []
    found = Entity(id_, text, tuple(one for one, _ in drawn), classes)
    return found, [f"{name}{alias}{mark}{block[0] if block else ''}", *block[1:]]


@st.composite
def relationships(draw: st.DrawFn, names: list[str]) -> tuple[Relationship, str]:
    source, target = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    tail, head = draw(st.sampled_from(list(TAILS))), draw(st.sampled_from(list(HEADS)))
    line = draw(st.sampled_from(["solid", "dotted"]))
    body = {"solid": ["--", " to "], "dotted": ["..", ".-", "-.", " optionally to "]}[line]
    label = draw(st.one_of(st.just(""), texts(QUOTED)))
    first, second = draw(st.sampled_from(TAILS[tail])), draw(st.sampled_from(HEADS[head]))
    found = Relationship(source, target, label, tail, head, line)
    written = f"{first}{draw(st.sampled_from(body))}{second}"
    return found, f'"{source}" {written} "{target}" : "{label}"'


@st.composite
def diagrams(draw: st.DrawFn) -> Written:
    direction = draw(st.sampled_from(DIRECTIONS))
    lines = [f"direction {direction}"]
    boxes: list[Entity] = []
    groups: list[Group] = []
    for number in range(draw(st.integers(1, 4))):
        box, written = draw(entities(number))
        boxes.append(box)
        if draw(st.booleans()):
            groups.append(Group(f"G{number}", "Some title", (box.id,)))
            lines += [f"subgraph G{number} [Some title]", *written, "end"]
        else:
            lines += written
    drawn = [draw(relationships([box.id for box in boxes])) for _ in range(draw(st.integers(0, 4)))]
    lines += [line for _, line in drawn]
    diagram = EntityDiagram(direction, tuple(boxes), tuple(one for one, _ in drawn), tuple(groups))
    return Written(diagram, tuple(lines))


def without_places(diagram: EntityDiagram) -> EntityDiagram:
    return replace(
        diagram,
        entities=tuple(replace(each, location=None) for each in diagram.entities),
        relationships=tuple(replace(each, location=None) for each in diagram.relationships),
        groups=tuple(replace(each, location=None) for each in diagram.groups),
    )


@given(diagrams(), st.sampled_from(["\n", "\r\n", "\n\n  ", "\n%% comment\n"]))
def test_an_er_diagram_is_read_back_as_it_was_written(written: Written, between: str) -> None:
    found = parse(between.join(["erDiagram", *written.lines]))
    assert without_places(found) == written.diagram
