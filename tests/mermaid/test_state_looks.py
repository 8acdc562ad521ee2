"""Classes, styles, links and words for the whole of a state diagram."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.state.model import State, StateDiagram


def read(*statements: str) -> StateDiagram:
    model = parse("\n".join(["stateDiagram-v2", *statements]))
    assert isinstance(model, StateDiagram)
    return model


def state(diagram: StateDiagram, name: str) -> State:
    return next(each for each in diagram.states if each.id == name)


def test_a_class_definition_holds_its_declarations() -> None:
    found = read("classDef hot fill:#f00,color:white,font-weight:bold")
    assert found.class_styles == {
        "hot": (("fill", "#f00"), ("color", "white"), ("font-weight", "bold"))
    }


@pytest.mark.parametrize(
    "statements",
    [
        ("A", "class A hot"),
        ("class A hot", "A"),
        ("A", "B", "class B, A hot"),
        ("A:::hot",),
        ("A:::hot --> B",),
        ("B --> A:::hot : words",),
        ("state X {", "A:::hot", "}"),
        ("state X {", "A", "class A hot", "}"),
    ],
)
def test_a_state_has_its_classes(statements: tuple[str, ...]) -> None:
    assert state(read(*statements), "A").classes == ("hot",)


def test_a_composite_has_its_classes() -> None:
    assert read("state A {", "B", "}", "class A hot").composites[0].classes == ("hot",)


def test_a_style_is_taken_and_a_later_one_takes_its_place() -> None:
    found = read("A", "style A fill:#f00", "style B,A stroke:#0f0,stroke-width:2px")
    assert state(found, "A").style == (("stroke", "#0f0"), ("stroke-width", "2px"))


@pytest.mark.parametrize("statement", ["class A hot", "style A fill:#f00"])
def test_looks_make_no_state(statement: str) -> None:
    assert read(statement).states == ()


def test_a_state_links_to_an_address_and_says_more() -> None:
    found = state(read("A", 'click A "https://example.org" "More of it"'), "A")
    assert (found.link, found.tooltip) == ("https://example.org", "More of it")


def test_a_link_may_be_written_with_href() -> None:
    found = state(read("A", 'click A href "https://example.org"'), "A")
    assert (found.link, found.tooltip) == ("https://example.org", None)


def test_an_address_that_is_no_web_page_is_dropped() -> None:
    assert state(read("A", 'click A href "javascript:alert(1)"'), "A").link is None


def test_the_title_is_taken() -> None:
    assert read("accTitle: A life", "A").title == "A life"


@pytest.mark.parametrize("form", ["accDescr: From here on", "accDescr {\n From here on\n}"])
def test_the_description_is_taken(form: str) -> None:
    assert read(form, "A").description == "From here on"


def test_the_front_matter_gives_a_title() -> None:
    model = parse("---\ntitle: A life\n---\nstateDiagram-v2\nA")
    assert isinstance(model, StateDiagram)
    assert model.title == "A life"


def test_a_critical_path_names_states() -> None:
    found = read("%% diagram: critical A --> B", "A --> B")
    assert found.critical == (("A", "B"),)


def test_a_critical_path_may_begin_at_the_start_and_end_at_the_end() -> None:
    found = read("%% diagram: critical [*] --> A --> [*]", "[*] --> A", "A --> [*]")
    assert found.critical == (("root_start", "A", "root_end"),)


def test_a_critical_path_of_unknown_states_is_refused() -> None:
    with pytest.raises(DiagramError, match='no node is called "Bee", did you mean "Beer"'):
        read("%% diagram: critical A --> Bee", "A --> Beer")
