"""Agentflow diagrams are read as Mermaid reads them: as flowcharts with words of their own."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.agentflow.model import Agentflow


def model(text: str) -> Agentflow:
    found = parse(f"agentflow-beta {text}\n", "a.mmd")
    assert isinstance(found, Agentflow)
    return found


def test_flows_hold_their_steps_and_have_a_title_only_in_brackets() -> None:
    found = model('LR\nflow a["Sales team"]\nb --> c\nend\nflow d\ne\nend\nflow\nf\nend')
    assert found.direction == "LR"
    assert [(flow.id, flow.title, flow.members) for flow in found.groups] == [
        *(("a", "Sales team", ("b", "c")), ("d", "", ("e",)), ("subGraph2", "", ("f",))),
    ]


@pytest.mark.parametrize(
    ("link", "line", "head", "text"),
    [
        ("-->", "solid", "arrow", ""),
        ("--x", "solid", "cross", ""),
        ("-.-", "dotted", "none", ""),
        ("-- box -->", "solid", "arrow", "box"),
        ("-.-|why|", "dotted", "none", "why"),
    ],
)
def test_links_go_on_refer_or_fail(link: str, line: str, head: str, text: str) -> None:
    (edge,) = model(f"\na {link} b").edges
    assert (edge.line, edge.head, edge.text) == (line, head, text)


def test_what_is_global_belongs_to_no_flow_wherever_it_is_named() -> None:
    found = model("\nflow f\na --> b\nend\nflow g\nglobal\nb\nc\nend\nc --> d\nend")
    assert [flow.members for flow in found.groups] == [("a",), ("d",)]


def test_attributes_are_kept_for_steps_flows_and_connectors() -> None:
    found = model(
        '\nconnector c["C"]@{ protocol: http }\nflow f["F"]@{ view: collapsed, model: m }\n'
        'a@{ shape: tool, params: "x", retry: 2 }\nend\na["One"]@{\n returns: "y",\n}'
    )
    assert found.details == {
        "c": {"protocol": "http"},
        "f": {"model": "m"},
        "a": {"params": "x", "retry": "2", "returns": "y"},
    }
    assert (found.connectors, found.collapsed) == (("c",), ("f",))
    assert [(node.id, node.text, node.shape) for node in found.nodes] == [
        *(("c", "C", None), ("a", "One", "square")),
    ]


def test_comments_may_stand_behind_statements_and_inside_words() -> None:
    found = model('\na["50 %% off"] --> b %% why\nb[one %% two\nthree]@{ x: "%% y" }')
    assert [node.text for node in found.nodes] == ["50 %% off", "one\nthree"]
    assert found.details == {"b": {"x": "%% y"}}


def test_words_of_flowcharts_are_names() -> None:
    assert [node.id for node in model("\ngraph --> flowchart").nodes] == ["graph", "flowchart"]


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("\na --- b", "2:3", "never end"),
        ("\na ==> b", "2:3", "a link"),
        ("\na -.-> b", "2:6", "the name of a node"),
        ("\nflow f", "2:1", "this flow is never closed"),
        ("\nend", "2:1", "no flow is open"),
        ("\nglobal x\nend", "2:8", "the end of the line"),
        ("\nconnector", "2:10", "the name of the connector"),
        ("\nsubgraph s\na\nend", "2:10", "a link"),
        ("\na@{ shape: Tool }", "2:12", "no shape is called"),
        ("\na@{ x: 1, x: 2 }", "2:11", "given twice"),
        ("\nflow", "2:1", "never closed"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        model(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
