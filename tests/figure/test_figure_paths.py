"""What paths lead to, and who is joined with whom."""

from __future__ import annotations

import pytest

from diagramkit import DiagramError
from diagramkit.figure import Box, Cells, Column, Panel, Row, read
from diagramkit.figure.connection import parse
from diagramkit.figure.names import End, Names, PathError, pairs

TREE = Row(
    Panel("MHA", row=[Cells(["Q1", "Q2"], name="q"), Cells(["KV"], name="kv")]),
    Panel("MQA", row=[Cells(["Q1", "Q2"], name="q")]),
    Column(Box("Input X"), Box("Output")),
)


def found(path: str) -> list[tuple[str, str | None]]:
    return [(end.part.called, end.side) for end in Names(TREE).ends(path)]


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("mha", [("mha", None)]),
        ("mha.q", [("q", None)]),
        ("mha.q/Q2", [("q2", None)]),
        ("kv", [("kv", None)]),
        ("mha.q/*", [("q1", None), ("q2", None)]),
        ("input-x", [("input-x", None)]),
        ("Input X", [("input-x", None)]),
        ("output.left", [("output", "left")]),
        ("output, input-x.top", [("output", None), ("input-x", "top")]),
        ("mqa.q1", [("q1", None)]),
    ],
)
def test_a_path_leads_to(path: str, ends: list[tuple[str, str | None]]) -> None:
    assert found(path) == ends


@pytest.mark.parametrize("path", ["q", "nothing", "mha.left.q", "output/*", "*/q", ""])
def test_a_path_leads_to_nothing(path: str) -> None:
    with pytest.raises(PathError):
        found(path)


def test_a_name_inside_the_container_of_the_connector_is_meant_first() -> None:
    scope = TREE.row[1].parts[0]
    assert Names(TREE).ends("q", scope)[0].part is scope.parts[0]


@pytest.mark.parametrize(
    ("count", "joined"),
    [
        ((2, 2), [(0, 0), (1, 1)]),
        ((4, 1), [(0, 0), (1, 0), (2, 0), (3, 0)]),
        ((4, 2), [(0, 0), (1, 0), (2, 1), (3, 1)]),
        ((1, 3), [(0, 0), (0, 1), (0, 2)]),
        ((3, 2), [(0, 0), (1, 0), (2, 1)]),
    ],
)
def test_ends_are_joined_one_by_one_or_shared_out(
    count: tuple[int, int], joined: list[tuple[int, int]]
) -> None:
    sources = [End(Box(str(place)), None) for place in range(count[0])]
    targets = [End(Box(str(place)), None) for place in range(count[1])]
    made = [
        (sources.index(one), targets.index(two))
        for one, two in pairs(sources, targets, everyone=False)
    ]
    assert made == joined


@pytest.mark.parametrize(
    ("text", "line", "heads"),
    [
        ("a -> b", "solid", "end"),
        ("a <- b", "solid", "start"),
        ("a <-> b", "solid", "both"),
        ("a -- b", "solid", "none"),
        ("a ..> b", "dashed", "end"),
        ("a <.. b", "dashed", "start"),
        ("a <..> b", "dashed", "both"),
        ("a .. b", "dashed", "none"),
    ],
)
def test_an_arrow_says_the_line_and_the_heads(text: str, line: str, heads: str) -> None:
    (link,) = parse(text)
    assert (link.source, link.target, link.line, link.heads) == ("a", "b", line, heads)


def test_a_chain_is_several_connectors_and_its_words_go_to_the_last() -> None:
    made = [(link.source, link.target, link.label) for link in parse("a -> b/* ..> c: and: so")]
    assert made == [("a", "b/*", ""), ("b/*", "c", "and: so")]


def test_every_one_of_several_is_joined_with_every_other_where_that_is_said() -> None:
    figure = read(
        "figure: f\ntitle: T\ndesc: D\nrow: [{cells: [a, b], name: x}, {cells: [c, d], name: y}]\n"
        "connect: [{from: x/*, to: y/*, join: all}]\n"
    )
    joined = [(link.source.part.called, link.target.part.called) for link in figure.found.links]
    assert joined == [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]


def test_more_lines_than_a_figure_can_hold_are_refused() -> None:
    cells = [f"c{place}" for place in range(40)]
    with pytest.raises(DiagramError, match="1000 lines between parts at most"):
        read(
            f"figure: f\ntitle: T\ndesc: D\nrow: [{{cells: {cells}, name: x}}, "
            f"{{cells: {cells}, name: y}}]\nconnect: [{{from: x/*, to: y/*, join: all}}]\n"
        )
