"""Swimlane diagrams are read as Mermaid reads them: as flowcharts."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.swimlane.model import Swimlanes


def model(text: str) -> Swimlanes:
    found = parse(f"swimlane-beta {text}\n", "a.mmd")
    assert isinstance(found, Swimlanes)
    return found


def test_subgraphs_are_lanes_and_hold_their_steps() -> None:
    found = model("LR\nsubgraph a [Sales team]\nb --> c\nend\nsubgraph d\ne\nend\nc -->|x| e")
    assert found.direction == "LR"
    assert [(lane.id, lane.title, lane.members) for lane in found.groups] == [
        ("a", "Sales team", ("b", "c")),
        ("d", "d", ("e",)),
    ]
    assert [(one.source, one.target, one.text) for one in found.edges] == [
        ("b", "c", ""),
        ("c", "e", "x"),
    ]


def test_hints_critical_and_descriptions_are_those_of_flowcharts() -> None:
    found = model("\naccTitle: T\naccDescr: D\na --> b\n%% diagram: critical a --> b")
    assert (found.direction, found.title, found.description) == ("TB", "T", "D")
    assert found.critical == (("a", "b"),)


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("LR\nsubgraph a\nb", "2:1", "never closed"),
        ("LR\nend", "2:1", "ends nothing"),
        ("LX\na", "1:15", "a direction"),
        ("LR\na -->", "2:6", "the name of a node"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        model(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
