"""Entities: names, aliases, attributes, groups, looks."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.er.model import Attribute, Entity, EntityDiagram


def diagram(statements: str) -> EntityDiagram:
    found = parse(f"erDiagram\n{statements}\n")
    assert isinstance(found, EntityDiagram)
    return found


def first(statements: str) -> Entity:
    return diagram(statements).entities[0]


def attribute(written: str) -> Attribute:
    return first(f"A {{\n  {written}\n}}").attributes[0]


@pytest.mark.parametrize(
    ("written", "name", "text"),
    [
        ("ORDER", "ORDER", "ORDER"),
        ("LINE-ITEM", "LINE-ITEM", "LINE-ITEM"),
        ("schema.table", "schema.table", "schema.table"),
        ('"Line item"', "Line item", "Line item"),
        ("Größe", "Größe", "Größe"),
        ("注文", "注文", "注文"),
        ("12", "12", "12"),
        ("1.5", "1.5", "1.5"),
        ("user", "user", "user"),
        ("total", "total", "total"),
        ("p[Person]", "p", "Person"),
        ('p["A person"]', "p", "A person"),
        ("p [Person]", "p", "Person"),
    ],
)
def test_the_name_and_the_words_of_an_entity(written: str, name: str, text: str) -> None:
    found = first(written)
    assert (found.id, found.text) == (name, text)


def test_the_first_alias_counts() -> None:
    assert first("p\np[First]\np[Second]").text == "First"


def test_entities_are_in_the_order_of_their_first_mention() -> None:
    found = diagram("B ||--|| A : x\nC\nA")
    assert [each.id for each in found.entities] == ["B", "A", "C"]


def test_an_entity_needs_no_line_of_its_own() -> None:
    assert [each.id for each in diagram("A B C").entities] == ["A", "B", "C"]


def test_a_diagram_may_say_nothing() -> None:
    assert diagram("").entities == ()


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("int id", Attribute("int", "id")),
        ("int id PK", Attribute("int", "id", ("PK",))),
        ("int id pk", Attribute("int", "id", ("pk",))),
        ("int id PK, FK,UK", Attribute("int", "id", ("PK", "FK", "UK"))),
        ('int id "a number"', Attribute("int", "id", (), "a number")),
        ('int id PK "a number"', Attribute("int", "id", ("PK",), "a number")),
        ('int id ""', Attribute("int", "id")),
        ("varchar(20) name", Attribute("varchar(20)", "name")),
        ("decimal(10,2) price", Attribute("decimal(10,2)", "price")),
        ("string[] tags", Attribute("string[]", "tags")),
        ("date? born", Attribute("date?", "born")),
        ("List~int~ sizes", Attribute("List<int>", "sizes")),
        ("Map~K, V~ all", Attribute("Map<K, V>", "all")),
        ("`unsigned int` `a name`", Attribute("unsigned int", "a name")),
        ("int *id", Attribute("int", "*id")),
        ("int first-name", Attribute("int", "first-name")),
        ("int größe", Attribute("int", "größe")),
        ("int PKey", Attribute("int", "PKey")),
        ('int id "#quot;x#quot;"', Attribute("int", "id", (), '"x"')),
    ],
)
def test_an_attribute(written: str, wanted: Attribute) -> None:
    assert attribute(written) == wanted


def test_attributes_may_stand_in_one_line() -> None:
    assert [each.name for each in first("A { int a PK int b }").attributes] == ["a", "b"]


def test_an_entity_may_have_no_attributes_between_its_braces() -> None:
    assert first("A {\n}").attributes == ()


def test_attributes_of_a_second_block_come_after_those_of_the_first() -> None:
    found = first("A {\n int a\n}\nA {\n int b\n}")
    assert [each.name for each in found.attributes] == ["a", "b"]


def test_an_alias_and_attributes() -> None:
    found = first('p["A person"] {\n int id\n}')
    assert (found.text, len(found.attributes)) == ("A person", 1)


@pytest.mark.parametrize("direction", ["TB", "BT", "LR", "RL"])
def test_the_direction(direction: str) -> None:
    assert diagram(f"direction {direction}\nA").direction == direction


def test_an_er_diagram_runs_down_if_nothing_else_is_said() -> None:
    assert diagram("A").direction == "TB"


@pytest.mark.parametrize(
    ("statements", "classes"),
    [
        ("A:::c", ("c",)),
        ("A:::c,d", ("c", "d")),
        ("A:::c {\n int id\n}", ("c",)),
        ("A[x]:::c", ("c",)),
        ("A:::c ||--|| B : x", ("c",)),
        ("B ||--|| A:::c : x", ()),
        ("A\nclass A c", ("c",)),
        ("A B\nclass B,A c,d", ("c", "d")),
        ("class A c\nA", ()),
    ],
)
def test_the_classes_of_styles(statements: str, classes: tuple[str, ...]) -> None:
    assert first(statements).classes == classes


def test_a_class_behind_the_second_entity_of_a_relationship() -> None:
    assert diagram("A ||--|| B:::c : x").entities[1].classes == ("c",)


@pytest.mark.parametrize(
    "statement", ["style A fill:#f9f,stroke: blue", "style B,A fill:#f9f, stroke:blue"]
)
def test_a_style(statement: str) -> None:
    assert first(f"A B\n{statement}").style == (("fill", "#f9f"), ("stroke", "blue"))


def test_a_class_of_styles_is_defined() -> None:
    found = diagram("classDef c,d fill:#fff\nclassDef c color:red")
    assert found.class_styles == {
        "c": (("fill", "#fff"), ("color", "red")),
        "d": (("fill", "#fff"),),
    }


def test_a_subgraph_holds_what_is_mentioned_in_it() -> None:
    found = diagram("subgraph S [Sales of all]\nA\nB ||--|| C : x\nend\nD").groups[0]
    assert (found.id, found.title, found.members) == ("S", "Sales of all", ("A", "B", "C"))


def test_a_subgraph_may_stand_in_another() -> None:
    found = diagram("subgraph S\nsubgraph T\nA\nend\nB\nend").groups
    assert [(group.id, group.members) for group in found] == [("S", ("T", "B")), ("T", ("A",))]


def test_a_direction_in_a_subgraph_is_its_own() -> None:
    found = diagram("subgraph S\ndirection LR\nA\nend")
    assert (found.direction, found.groups[0].direction) == ("TB", "LR")


def test_a_subgraph_may_be_an_end_of_a_relationship() -> None:
    found = diagram("subgraph S\nA\nend\nS ||--|| B : x")
    assert [each.id for each in found.entities] == ["A", "B"]
    assert found.relationships[0].source == "S"


def test_the_title_and_the_description() -> None:
    found = diagram("accTitle: A title\naccDescr: Some words\nA")
    assert (found.title, found.description) == ("A title", "Some words")


def test_comments_say_nothing() -> None:
    assert [each.id for each in diagram("%% one\nA\n  %% two\nB").entities] == ["A", "B"]


def test_the_critical_path() -> None:
    assert diagram("%% diagram: critical A --> B\nA ||--|| B : x").critical == (("A", "B"),)
