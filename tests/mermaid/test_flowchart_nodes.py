"""Nodes of a flowchart: names, shapes, labels, attributes."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import Node
from diagramkit.mermaid.kinds.flowchart.shapes import NAMES


def only_node(statement: str) -> Node:
    (node,) = parse(f"flowchart LR\n{statement}\n").nodes
    return node


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("A", None),
        ("A[x]", "square"),
        ("A(x)", "round"),
        ("A{x}", "diamond"),
        ("A((x))", "circle"),
        ("A(((x)))", "doublecircle"),
        ("A{{x}}", "hexagon"),
        ("A([x])", "stadium"),
        ("A[[x]]", "subroutine"),
        ("A[(x)]", "cylinder"),
        ("A>x]", "odd"),
        ("A(-x-)", "ellipse"),
        ("A[/x/]", "lean_right"),
        ("A[\\x\\]", "lean_left"),
        ("A[/x\\]", "trapezoid"),
        ("A[\\x/]", "inv_trapezoid"),
        ("A[|borders:lt|x]", "rect"),
    ],
)
def test_brackets_say_the_shape(written: str, shape: str | None) -> None:
    assert only_node(written).shape == shape


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_of_a_shape_is_kept_as_mermaid_reports_it(name: str) -> None:
    assert only_node(f"A@{{ shape: {name} }}").shape == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a-b", "a-b"),
        ("a.b", "a.b"),
        ("a_b", "a_b"),
        ("1", "1"),
        ("1a", "1a"),
        ("a,b", "a,b"),
        ("a:b", "a:b"),
        ("a&b", "a&b"),
        ("a/b", "a/b"),
        ("a*b", "a*b"),
        ("#a", "#a"),
        ("a!?+%$'", "a!?+%$'"),
        ("-a", "-a"),
        ("v", "v"),
        ("default", "default"),
        ("End", "End"),
        ("endpoint", "endpoint"),
        ("graphs", "graphs"),
        ("classy", "classy"),
        ("strasse", "strasse"),
        ("Größe", "Größe"),
        ("图", "图"),
        ("노드1", "노드1"),
    ],
)
def test_a_name_may_be(written: str, name: str) -> None:
    assert only_node(written).id == name


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("A", "A"),
        ("A[two words]", "two words"),
        ("A[  spaced   out  ]", "spaced out"),
        ('A["in (brackets) [too] {and} |pipes|"]', "in (brackets) [too] {and} |pipes|"),
        ('A["quoted" and bare]', "quoted and bare"),
        ('A["one\ntwo"]', "one\ntwo"),
        ("A[one\ntwo]", "one\ntwo"),
        ("A[one<br>two<br/>three<BR />four]", "one\ntwo\nthree\nfour"),
        (r"A[one\ntwo]", "one\ntwo"),
        ('A["#quot;said#quot;"]', '"said"'),
        ('A["#9829; #35;1 &amp; &lt;b&gt;"]', "♥ #1 & <b>"),
        ("A[<b>bold</b> <i class='x'>kept</i>]", "bold kept"),
        ("A[fa:fa-car car]", "fa:fa-car car"),
        ('A["$$x^2$$ is x squared"]', "$$x^2$$ is x squared"),
        ('A["`**bold** and _slanted_`"]', "bold and slanted"),
        ('A["`one\ntwo`"]', "one\ntwo"),
        ('A["**not** Markdown"]', "**not** Markdown"),
        ('A[" "]', ""),
        ("A[pass@K]", "pass@K"),
        ("A[GRPO, pass@K,<br/>DeepSeek-R1]", "GRPO, pass@K,\nDeepSeek-R1"),
        ("A[me@here.org]", "me@here.org"),
        ("A[/the path/]", "the path"),
        ("A[/a/b/c/]", "a/b/c"),
        ("A[end]", "end"),
        ("A[a -- b --> c]", "a -- b --> c"),
        ("A[50% of x; y = 2]", "50% of x; y = 2"),
        ("A[日本語 한국어 🙂]", "日本語 한국어 🙂"),
        ("A[|borders:lt|words]", "words"),
    ],
)
def test_the_words_of_a_node_are_those_the_reader_sees(written: str, words: str) -> None:
    assert only_node(written).text == words


@pytest.mark.parametrize(
    ("attributes", "words", "shape"),
    [
        ('label: "Two words"', "Two words", None),
        ("label: plain", "plain", None),
        ('label: "**bold**"', "bold", None),
        ('label: "**stars**", labelType: "text"', "**stars**", None),
        ('shape: cyl, label: "DB"', "DB", "cyl"),
        ('shape: "cyl"', "A", "cyl"),
        ('icon: "fa:user"', "", None),
        ('icon: "fa:user", label: "User"', "User", None),
        ('img: "https://example.org/a.png", w: 60', "", None),
        ("", "A", None),
        ("label: null", "A", None),
        ('\n  label: "on lines"\n  shape: doc\n', "on lines", "doc"),
        ('label: "two\n   lines"', "two\nlines", None),
        ("constraint: on, w: 10, h: 10, pos: t, form: square", "A", None),
        ('label: "with } and ^"', "with } and ^", None),
    ],
)
def test_attributes_say_words_and_shape(attributes: str, words: str, shape: str | None) -> None:
    node = only_node(f"A@{{ {attributes} }}")
    assert (node.text, node.shape) == (words, shape)


def test_attributes_come_after_brackets() -> None:
    node = only_node("A[old]@{ shape: cyl }")
    assert (node.text, node.shape) == ("old", "cyl")


def test_a_later_label_replaces_an_earlier_one() -> None:
    node = only_node("A[first]\nA(second)")
    assert (node.text, node.shape) == ("second", "round")


def test_a_later_mention_leaves_a_label_alone() -> None:
    assert only_node("A[first]\nA").text == "first"


def test_nodes_come_in_the_order_they_are_first_mentioned() -> None:
    chart = parse("graph TD\nB --> A & C\nD --> B\n")
    assert [node.id for node in chart.nodes] == ["B", "A", "C", "D"]


def test_a_node_knows_where_it_is_first_mentioned() -> None:
    chart = parse("graph TD\n  A --> Bee\n  Bee[x]\n", "a.mmd", 10)
    assert str(chart.nodes[1].location) == "a.mmd:11:9"


@pytest.mark.parametrize("between", [";", "\n", " ;\n", "\n\n  \n", ";;"])
def test_statements_are_parted_by(between: str) -> None:
    chart = parse(f"graph TD\nA{between}B\n")
    assert [node.id for node in chart.nodes] == ["A", "B"]
