"""Relations between classes: ends, lines, cardinalities, labels."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.class_diagram.model import ClassDiagram, Relation
from diagramkit.mermaid.limits import MAX_AT_ONE

ENDS = {"<|": "extension", "<": "dependency", "*": "composition", "o": "aggregation", "": "none"}
MIRRORED = {"<|": "|>", "<": ">"}


def diagram(statements: str) -> ClassDiagram:
    found = parse(f"classDiagram\n{statements}\n")
    assert isinstance(found, ClassDiagram)
    return found


def relation(statement: str) -> Relation:
    return diagram(statement).relations[0]


@pytest.mark.parametrize("written", ENDS)
def test_the_end_at_the_first_class(written: str) -> None:
    assert relation(f"A {written}-- B").tail == ENDS[written]


@pytest.mark.parametrize("written", ENDS)
def test_the_end_at_the_second_class(written: str) -> None:
    assert relation(f"A --{MIRRORED.get(written, written)} B").head == ENDS[written]


@pytest.mark.parametrize("first", ENDS)
@pytest.mark.parametrize("second", ENDS)
def test_a_relation_may_have_ends_of_any_two_kinds(first: str, second: str) -> None:
    found = relation(f"A {first}..{MIRRORED.get(second, second)} B")
    assert (found.tail, found.head, found.line) == (ENDS[first], ENDS[second], "dotted")


@pytest.mark.parametrize(("written", "line"), [("--", "solid"), ("..", "dotted")])
def test_the_line_of_a_relation(written: str, line: str) -> None:
    assert relation(f"A {written}> B").line == line


def test_spaces_around_a_relation_do_not_count() -> None:
    assert relation("A<|--B") == relation("A <|-- B")


@pytest.mark.parametrize(
    ("written", "tail", "head"),
    [
        ('A "1" --> "many" B', "1", "many"),
        ('A "0..*" -- B', "0..*", ""),
        ('A -- "*" B', "", "*"),
        ('A "" -- "1" B', "", "1"),
        ('A "none" -- "1" B', "", "1"),
    ],
)
def test_the_words_at_the_ends(written: str, tail: str, head: str) -> None:
    found = relation(written)
    assert (found.tail_text, found.head_text) == (tail, head)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("A --> B : uses", "uses"),
        ("A --> B: uses it often", "uses it often"),
        ('A --> B : "uses"', '"uses"'),
        ("A --> B : one<br/>two", "one\ntwo"),
        ("A --> B", ""),
    ],
)
def test_the_label_of_a_relation(written: str, text: str) -> None:
    assert relation(written).text == text


def test_a_relation_makes_its_classes_in_the_order_of_its_names() -> None:
    assert [each.id for each in diagram("B --> A\nA --> C").classes] == ["B", "A", "C"]


def test_a_relation_is_where_its_first_class_stands() -> None:
    assert str(relation("  A --> B").location) == "<string>:2:3"


def test_a_class_may_be_related_to_itself() -> None:
    found = relation("A --> A : next")
    assert (found.source, found.target) == ("A", "A")


@pytest.mark.parametrize(
    ("written", "source", "target"),
    [("bar ()-- A", "interface0", "A"), ("A --() bar", "A", "interface0")],
)
def test_behind_a_lollipop_is_an_interface(written: str, source: str, target: str) -> None:
    found = diagram(written)
    assert [(each.id, each.text) for each in found.interfaces] == [("interface0", "bar")]
    assert (found.relations[0].source, found.relations[0].target) == (source, target)
    assert [each.id for each in found.classes] == ["A"]


def test_a_lollipop_at_both_ends_joins_two_classes() -> None:
    found = diagram("A ()--() B")
    assert found.interfaces == ()
    assert [each.id for each in found.classes] == ["A", "B"]


def test_a_name_behind_two_lollipops_is_two_interfaces() -> None:
    assert len(diagram("x ()-- A\nx ()-- B").interfaces) == 2


def test_more_relations_of_one_class_than_are_allowed_are_refused() -> None:
    with pytest.raises(DiagramError, match=f"a class has {MAX_AT_ONE} links at most"):
        diagram("".join(f"A --> n{number}\n" for number in range(MAX_AT_ONE + 1)))
