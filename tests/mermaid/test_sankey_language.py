"""Sankey diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sankey.model import Sankey


def sankey(text: str, notices: list[Diagnostic] | None = None) -> Sankey:
    model = parse(f"sankey\n{text}\n", "a.mmd", 1, notices)
    assert isinstance(model, Sankey)
    return model


def rows(text: str) -> list[tuple[str, str, float]]:
    return [(one.source, one.target, one.value) for one in sankey(text).flows]


def test_a_row_is_a_source_a_target_and_a_value() -> None:
    assert rows("a,b,10\n\n\n b , c, 2.5 units") == [("a", "b", 10), ("b", "c", 2.5)]


def test_fields_in_quotes_hold_commas_quotes_and_lines() -> None:
    assert rows('"a, ""x""",b,1\n"two\nlines",c,2') == [('a, "x"', "b", 1), ("two\nlines", "c", 2)]


def test_nodes_are_in_the_order_of_their_first_row() -> None:
    assert sankey("b,a,1\nc,b,1").nodes == ("b", "a", "c")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a,b,1\nb,a,1", ["a"]),
        ("a,a,1", []),
        ("a,b,-1\nb,c,1", ["b"]),
        ("a,b,1\na,b,2", ["a", "a"]),
    ],
)
def test_flows_that_cannot_be_drawn_are_left_out_and_told(text: str, kept: list[str]) -> None:
    notices: list[Diagnostic] = []
    model = sankey(text, notices)
    assert [flow.source for flow in model.flows] == kept
    left_out = len(text.split("\n")) - len(kept)
    assert [one.code for one in notices] == ["flow-left-out"] * left_out


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("", "1:7", 'expected "sankey" and, below it, a row'),
        ("a,b", "2:4", "a comma and the value"),
        ("a,b,1,2", "2:6", "the end of the row"),
        (",b,1", "2:1", "the source of a flow"),
        ("a,b,", "2:5", "its value"),
        ("a,b,x", "2:5", "a value is a number"),
        ('"",b,1', "2:1", "the source of a flow"),
        ('"a" ,b,1', "2:4", "a comma and the target"),
        ('a"x",b,1', "2:2", "quotes stand around a whole field"),
        ("a,b,1\ntitle x", "3:8", "a comma and the target"),
        ("ä,b,1", "2:1", "no letters but those of ASCII"),
        ("a,b,1e99", "2:5", "at most"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        sankey(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
