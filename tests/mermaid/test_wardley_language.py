"""Wardley maps are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.wardley.model import Wardley

TWO = "component A [0.5, 0.2]\ncomponent B [0.25, 40.0]\n"


def wardley(text: str, notices: list[Diagnostic] | None = None) -> Wardley:
    model = parse(f"wardley-beta\n{text}\n", "a.mmd", 1, notices)
    assert isinstance(model, Wardley)
    return model


def test_places_are_shares_or_per_cent() -> None:
    places = [one.at for one in wardley(TWO).components.values()]
    assert [(one.visibility, one.evolution) for one in places] == [(0.5, 0.2), (0.25, 0.4)]


def test_names_have_spaces_and_hyphens_or_stand_in_quotes() -> None:
    model = wardley('component real-time use (all) [0.5, 0.5]\ncomponent "note it" [0.5, 0.5]')
    assert list(model.components) == ["real-time use (all)", "note it"]


@pytest.mark.parametrize(
    ("link", "label", "flow", "is_dashed"),
    [
        ("A -> B", "", "", False),
        ("A -.-> B ; why", "why", "", True),
        ("A +> B", "", "forward", False),
        ("A+<>B", "", "both", False),
        ("A +'asks'< B", "asks", "backward", False),
        ("A --> B +>", "", "forward", False),
    ],
)
def test_links_have_labels_and_flows(link: str, label: str, flow: str, is_dashed: bool) -> None:
    (found,) = wardley(TWO + link).links
    assert (found.source, found.target) == ("A", "B")
    assert (found.label, found.flow, found.is_dashed) == (label, flow, is_dashed)


def test_components_say_how_they_are_had_and_what_holds_them_back() -> None:
    text = "component A [0.5, 0.5] (buy) (inertia)\ncomponent B [0.5, 0.5] label [-1, 2] inertia"
    one, other = wardley(text).components.values()
    assert (one.strategy, one.has_inertia, other.strategy, other.has_inertia) == (
        *("buy", True),
        *("", True),
    )


def test_parts_of_a_pipeline_are_linked_by_their_names() -> None:
    model = wardley(f"{TWO}pipeline A {{\n  component X [0.3]\n  component Y [0.6]\n}}\nY -> B")
    assert model.pipelines == {"A": ["A_X", "A_Y"]}
    assert model.links[0].source == "A_Y"


def test_stages_have_names_and_ends() -> None:
    model = wardley("evolution Genesis@0.2 / Concept -> Custom@1.0")
    assert [(one.name, one.end) for one in model.stages] == [
        ("Genesis / Concept", 0.2),
        ("Custom", 1),
    ]


@pytest.mark.parametrize("text", ["A -> C", "evolve C 0.5"])
def test_what_names_no_component_is_left_out_and_told(text: str) -> None:
    notices: list[Diagnostic] = []
    model = wardley(TWO + text, notices)
    assert (model.links, model.evolves) == ([], {})
    assert [one.code for one in notices] == ["wardley-left-out"]


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("A B", "2:4", "an arrow and the component"),
        ("component A [1, 0.5]", "2:14", "a number with a point"),
        ("component A [150.0, 0.5]", "2:14", "from 0 to 1"),
        ("component label it [0.5, 0.5]", "2:11", "names that begin with a keyword"),
        ("component Tea 2 [0.5, 0.5]", "2:15", 'expected "["'),
        ("component A [0.5, 0.5] (buy) label [1, 2]", "2:30", "the end of the line"),
        ("component A [0.5, 0.5] (buy) (buy)", "2:31", "build, buy"),
        ("evolution A", "2:12", '"->" and a further stage'),
        ("pipeline Z {\n component X [0.3]\n}", "2:10", "a pipeline is of a component"),
        ("note x [0.5, 0.5]", "2:6", "the words of the note in quotes"),
        ("size [width, height]", "2:7", "the width of the map"),
        ("component Ü [0.5, 0.5]", "2:11", "the name of a component"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        wardley(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
