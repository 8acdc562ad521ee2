"""Requirement diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.requirement.model import RequirementDiagram

TWO = "requirement a {\n}\nelement b {\n}\n"


def requirements(text: str) -> RequirementDiagram:
    model = parse(f"requirementDiagram\n{text}\n", "a.mmd")
    assert isinstance(model, RequirementDiagram)
    return model


def test_a_requirement_has_its_fields_in_source_order() -> None:
    (item,) = requirements(
        'functionalRequirement the name {\nid: 1.2\nRISK: High\ntext: "a, b"\nverifyMethod: test\n}'
    ).items
    assert (item.name, item.kind) == ("the name", "functional requirement")
    assert item.fields == (
        ("id", "1.2"),
        ("risk", "high"),
        ("text", "a, b"),
        ("verified by", "test"),
    )


def test_relationships_run_either_way() -> None:
    found = requirements(f"{TWO}a - traces -> b\na <- copies - b").relationships
    assert [(one.source, one.kind, one.target) for one in found] == [
        ("a", "traces", "b"),
        ("b", "copies", "a"),
    ]


def test_classes_and_styles_reach_what_is_there_already() -> None:
    model = requirements(
        f"class a early\n{TWO}classDef default fill:pink\nclass a,b hot\na:::cold\n"
        "requirement c:::warm {\n}\nstyle b color:red\nclassDef hot stroke:red,fill:blue"
    )
    assert [item.classes for item in model.items] == [("hot", "cold"), ("hot",), ("warm",)]
    assert model.items[1].style == (("fill", "pink"), ("color", "red"))
    assert model.class_styles == {"hot": (("stroke", "red"), ("fill", "blue"))}


def test_the_first_of_a_name_counts() -> None:
    model = requirements("requirement a {\nid: 1\n}\nrequirement a {\nid: 2\n}")
    assert [item.fields for item in model.items] == [(("id", "1"),)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("requirement a {\nid 1\n}", "a.mmd:3:4: expected a colon after"),
        ("requirement a {\nid: 1", 'a.mmd:2:15: this "{" is never closed'),
        ("requirement a {", 'a.mmd:2:15: this "{" is never closed'),
        ("requirement a {\nrisk: huge\n}", "a.mmd:3:7: expected one of low, medium, high"),
        ("requirement a {\ntype: x\n}", "a.mmd:3:1: expected one of id, text, risk"),
        ("requirement a {\ntext: a, b\n}", "a.mmd:3:8: expected the end of the line"),
        ("requirement a {\ntext: test it\n}", 'a.mmd:3:7: expected words after "text:"'),
        ("requirement test {\n}", "a.mmd:2:13: expected the name of the requirement"),
        (f"{TWO}a - likes -> b", "a.mmd:6:5: expected one of contains, copies"),
        (f"{TWO}a - traces - b", 'a.mmd:6:12: expected "->" after the relationship'),
        (f"{TWO}a - traces -> c", "a.mmd:6:15: no requirement and no element is called"),
        ("title a", "a.mmd:2:1: Mermaid reads no title here"),
        ("}", "a.mmd:2:1: expected a requirement, an element or a relationship"),
    ],
)
def test_what_mermaid_does_not_read_is_refused_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        requirements(text)
    assert str(caught.value).startswith(wanted)
