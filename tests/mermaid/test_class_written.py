"""A class diagram that is written by the grammar is read back as it was meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.class_diagram.model import (
    Class,
    ClassDiagram,
    End,
    Member,
    Namespace,
    Note,
    Relation,
)
from diagramkit.mermaid.kinds.flowchart.model import Direction

HEADS: dict[End, str] = {
    "none": "",
    "extension": "|>",
    "dependency": ">",
    "aggregation": "o",
    "composition": "*",
}
TAILS: dict[End, str] = {**HEADS, "extension": "<|", "dependency": "<"}
DIRECTIONS: tuple[Direction, ...] = ("TB", "BT", "LR", "RL")
WORDS = "ABCxyz 0159äßé図()[]|.,?@%$'+=/-^"
QUOTED = WORDS + ":;{}~"


def texts(alphabet: str) -> st.SearchStrategy[str]:
    """Words with single spaces between them."""
    text = st.text(alphabet, min_size=1, max_size=12)
    return text.map(lambda text: " ".join(text.split())).filter(
        lambda text: text not in ("", "none")
    )


@dataclass(frozen=True)
class Written:
    """A class diagram, and the lines of a source that say it."""

    diagram: ClassDiagram
    lines: tuple[str, ...]


@st.composite
def members(draw: st.DrawFn) -> tuple[Member, str]:
    sign = draw(st.sampled_from(["", "+", "-", "#", "~"]))
    kind = draw(st.sampled_from(["", "$", "*"]))
    word = draw(
        st.sampled_from(["x", "String name", "sizes: List<int>", "f()", "f(a: Map<K,V>): int"])
    )
    written = word.replace("<", "~").replace(">", "~")
    return Member(word, sign, kind == "$", kind == "*"), f"{sign}{written}{kind}"


@st.composite
def classes(draw: st.DrawFn, number: int, namespace: str | None) -> tuple[Class, list[str]]:
    name = draw(st.sampled_from(["C{}", "my-c{}", "a.c{}", "c_{}", "図{}", "é{}"])).format(number)
    text, label = name, ""
    if draw(st.booleans()):
        text = draw(texts(QUOTED))
        label = f'["{text}"]'
    annotation = draw(st.sampled_from(["", "interface", "value object"]))
    drawn = draw(st.lists(members(), max_size=3))
    lines = [f"  {line}" for _, line in drawn]
    lines += [f"  <<{annotation}>>"] if annotation else []
    attributes = tuple(one for one, line in drawn if ")" not in line)
    methods = tuple(one for one, line in drawn if ")" in line)
    style = draw(st.sampled_from(["", "c"])) if lines else ""
    found = Class(
        name,
        text,
        "",
        (annotation,) if annotation else (),
        attributes,
        methods,
        namespace,
        (style,) if style else (),
    )
    mark = f":::{style}" if style else ""
    return found, [f"class {name}{label}{mark} {{", *lines, "}"]


@st.composite
def relations(draw: st.DrawFn, names: list[str]) -> tuple[Relation, str]:
    source, target = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    tail, head = draw(st.sampled_from(list(TAILS))), draw(st.sampled_from(list(HEADS)))
    line = draw(st.sampled_from(["solid", "dotted"]))
    ends = draw(st.lists(st.one_of(st.just(""), texts(QUOTED)), min_size=2, max_size=2))
    label = draw(st.one_of(st.just(""), texts(WORDS)))
    first, second = (f' "{words}"' if words else "" for words in ends)
    body = f"{TAILS[tail]}{'--' if line == 'solid' else '..'}{HEADS[head]}"
    found = Relation(source, target, label, line, tail, head, ends[0], ends[1])
    return found, f"{source}{first} {body}{second} {target}{f' : {label}' if label else ''}"


@st.composite
def diagrams(draw: st.DrawFn) -> Written:
    direction = draw(st.sampled_from(DIRECTIONS))
    lines = [f"direction {direction}"]
    boxes: list[Class] = []
    spaces: list[Namespace] = []
    notes: list[Note] = []
    for number in range(draw(st.integers(1, 4))):
        space = f"n{number}" if draw(st.booleans()) else None
        box, written = draw(classes(number, space))
        boxes.append(box)
        if space:
            spaces.append(Namespace(space, space))
            lines += [f"namespace {space} {{", *written, "}"]
        else:
            lines += written
        if draw(st.booleans()):
            words = draw(texts(QUOTED))
            notes.append(Note(f"note{len(notes)}", words, box.id))
            lines.append(f'note for {box.id} "{words}"')
    drawn = [draw(relations([box.id for box in boxes])) for _ in range(draw(st.integers(0, 4)))]
    lines += [line for _, line in drawn]
    diagram = ClassDiagram(
        direction,
        tuple(boxes),
        notes=tuple(notes),
        relations=tuple(one for one, _ in drawn),
        namespaces=tuple(spaces),
    )
    return Written(diagram, tuple(lines))


def without_places(diagram: ClassDiagram) -> ClassDiagram:
    return replace(
        diagram,
        classes=tuple(replace(each, location=None) for each in diagram.classes),
        notes=tuple(replace(each, location=None) for each in diagram.notes),
        relations=tuple(replace(each, location=None) for each in diagram.relations),
        namespaces=tuple(replace(each, location=None) for each in diagram.namespaces),
    )


@given(diagrams(), st.sampled_from(["\n", "\r\n", "\n\n  ", "\n%% comment\n"]))
def test_a_class_diagram_is_read_back_as_it_was_written(written: Written, between: str) -> None:
    found = parse(between.join(["classDiagram", *written.lines]))
    assert without_places(found) == written.diagram
