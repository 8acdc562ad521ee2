"""C4 diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.c4.model import C4Diagram


def c4(*statements: str, scope: str = "C4Context") -> C4Diagram:
    model = parse("\n".join([scope, *statements, ""]), "a.mmd")
    assert isinstance(model, C4Diagram)
    return model


def refusal(*statements: str) -> str:
    with pytest.raises(DiagramError) as caught:
        parse("\n".join(["C4Context", *statements, ""]), "a.mmd")
    return str(caught.value).split("\n")[0]


@pytest.mark.parametrize("scope", ["Context", "Container", "Component", "Dynamic", "Deployment"])
def test_the_first_word_says_the_scope(scope: str) -> None:
    assert c4('Person(a, "A")', scope=f"C4{scope}").scope == scope


@pytest.mark.parametrize(
    ("written", "kind", "form", "is_external"),
    [
        ("Person", "person", "box", False),
        ("Person_Ext", "person", "box", True),
        ("SystemDb", "system", "database", False),
        ("ContainerQueue_Ext", "container", "queue", True),
        ("Component", "component", "box", False),
    ],
)
def test_an_element_is_of_the_kind_it_is_called(
    written: str, kind: str, form: str, is_external: bool
) -> None:
    (element,) = c4(f'{written}(a, "A")').elements
    assert (element.kind, element.form, element.is_external) == (kind, form, is_external)


def test_containers_have_a_technology_before_their_description_and_systems_have_none() -> None:
    box, system = c4('Container(a, "A", "Go", "serves")', 'System(b, "B", "stores")').elements
    assert (box.technology, box.description) == ("Go", "serves")
    assert (system.technology, system.description) == ("", "stores")


def test_an_argument_with_a_name_counts_by_its_name() -> None:
    (element,) = c4('Container(a, "A", $descr="serves", $tags="x+y")').elements
    assert (element.technology, element.description, element.tags) == ("", "serves", ("x", "y"))


@pytest.mark.parametrize("written", ['(a, , "d")', '(a, "", "d")', '(a,,"d")'])
def test_an_empty_argument_keeps_its_place(written: str) -> None:
    (element,) = c4(f"System{written}").elements
    assert (element.text, element.description) == ("", "d")


def test_boundaries_hold_what_stands_between_their_braces() -> None:
    drawn = c4(
        'Boundary(b, "B") {',
        'Person(a, "A")',
        'System_Boundary(c, "C")',
        "{",
        'System(d, "D")',
        "}",
        "}",
    )
    assert [(each.id, each.members) for each in drawn.boundaries] == [
        ("b", ("a", "c")),
        ("c", ("d",)),
    ]


def test_a_deployment_node_has_a_type_and_a_description() -> None:
    (node,) = c4('Node(n, "N", "Ubuntu", "runs it") {', 'Container(a, "A")', "}").boundaries
    assert (node.title, node.type, node.description) == ("N", "Ubuntu", "runs it")


@pytest.mark.parametrize(
    ("written", "way", "side"),
    [
        ("Rel", "forward", None),
        ("BiRel", "both", None),
        ("Rel_Back", "back", None),
        ("Rel_U", "forward", "up"),
        ("Rel_Right", "forward", "right"),
    ],
)
def test_relationships_say_where_they_point(written: str, way: str, side: str | None) -> None:
    (line,) = c4('Person(a, "A")', 'System(b, "B")', f'{written}(a, b, "uses")').relationships
    assert (line.source, line.target, line.way, line.side) == ("a", "b", way, side)


def test_the_index_of_a_relationship_is_passed_over() -> None:
    (line,) = c4('Person(a, "A")', 'System(b, "B")', 'RelIndex(9, a, b, "uses")').relationships
    assert (line.source, line.target, line.text) == ("a", "b", "uses")


def test_colours_reach_elements_and_relationships() -> None:
    drawn = c4(
        'Person(a, "A")',
        'System(b, "B")',
        'Rel(a, b, "uses")',
        'UpdateElementStyle(a, $bgColor="grey", $borderColor="red")',
        'UpdateRelStyle(a, b, $lineColor="blue", $offsetX="9")',
    )
    assert drawn.elements[0].style == (("fill", "grey"), ("stroke", "red"))
    assert drawn.relationships[0].style == (("stroke", "blue"),)


def test_a_relationship_without_words_is_left_out_and_told() -> None:
    notices: list[Diagnostic] = []
    text = 'C4Context\nPerson(a, "A")\nSystem(b, "B")\nRel(a, "b")\n'
    model = parse(text, "a.mmd", notices=notices)
    assert isinstance(model, C4Diagram)
    assert model.relationships == ()
    assert [(each.code, each.location and each.location.line) for each in notices] == [
        ("c4-relationship", 4)
    ]


def test_critical_paths_name_elements() -> None:
    drawn = c4('Person(a, "A")', 'System(b, "B")', "%% diagram: critical a --> b")
    assert drawn.critical == (("a", "b"),)


@pytest.mark.parametrize(
    ("statements", "wanted"),
    [
        (['Persn(a, "A")'], 'a.mmd:2:1: "Persn" is no word of C4 diagrams, did you mean "Person"?'),
        (['Person (a, "A")'], 'a.mmd:2:8: expected "(" without a space before it'),
        (["Person(a, Anna)"], "a.mmd:2:15: words without quotes go on to the next comma"),
        (['Person(a, "A'], "a.mmd:2:10: this quote has no other one"),
        (['Person(a, "A"'], 'a.mmd:2:7: this "(" is never closed'),
        (['Boundary(b, "B") {', "}"], "a.mmd:3:1: expected an element inside of the boundary"),
        (['Boundary(b, "B") {', 'Person(a, "A")'], "a.mmd:2:1: this boundary is never closed"),
        (['Person(a, "A")', "}"], 'a.mmd:3:1: a "}" that ends nothing'),
        (['Person(a, "A")', 'Rel(a, bb, "x")'], 'a.mmd:3:1: no element is called "bb"'),
        (['Person(a, "A") Person(b, "B")'], "a.mmd:2:16: expected the end of the line"),
        ([], "expected an element"),
    ],
)
def test_what_mermaid_does_not_read_is_refused_with_its_place(
    statements: list[str], wanted: str
) -> None:
    assert wanted in refusal(*statements)


def test_boundaries_too_deep_in_each_other_are_refused() -> None:
    opened = [f'Boundary(b{level}, "B") {{' for level in range(600)]
    assert "more than 500 deep" in refusal(*opened, 'Person(a, "A")', *["}"] * 600)
