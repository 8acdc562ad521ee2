"""`classDef`, `class`, `:::`, `style`, `linkStyle`, `click`."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Node


def chart(statements: str) -> Flowchart:
    return parse(f"flowchart LR\n{statements}\n")


def node_a(statements: str) -> Node:
    return next(node for node in chart(statements).nodes if node.id == "A")


@pytest.mark.parametrize(
    ("statements", "classes"),
    [
        ("A:::c", ("c",)),
        ("A[x]:::c", ("c",)),
        ("A:::c --> B", ("c",)),
        ("A\nclass A c", ("c",)),
        ("A --> B\nclass B,A c", ("c",)),
        ("A\nclass A c;", ("c",)),
        ("A:::c\nclass A d", ("c", "d")),
        ("A:::two-part", ("two-part",)),
        ("class A c\nA", ()),
        ("A\nclass B c", ()),
        ('A\nclick A "https://example.org"', ("clickable",)),
    ],
)
def test_the_classes_of_a_node(statements: str, classes: tuple[str, ...]) -> None:
    assert node_a(statements).classes == classes


def test_a_class_may_be_given_to_a_link_by_its_name() -> None:
    assert chart("A e1@--> B\nclass e1 c").edges[0].classes == ("c",)


def test_a_class_may_be_given_to_a_link_by_the_name_mermaid_gives_it() -> None:
    found = chart("A --> B\nA --> B\nclass L_A_B_0 c\nclass L_A_B_2 d")
    assert [edge.classes for edge in found.edges] == [("c",), ("d",)]


@pytest.mark.parametrize(
    ("written", "styles"),
    [
        ("c fill:#fff", {"c": (("fill", "#fff"),)}),
        ("c fill:#fff;", {"c": (("fill", "#fff"),)}),
        ("c fill:#fff,stroke:#333", {"c": (("fill", "#fff"), ("stroke", "#333"))}),
        ("c fill: #fff, stroke: red", {"c": (("fill", "#fff"), ("stroke", "red"))}),
        ("c stroke-dasharray: 5 5", {"c": (("stroke-dasharray", "5 5"),)}),
        (r"c stroke-dasharray: 5\,5", {"c": (("stroke-dasharray", "5,5"),)}),
        ("c,d fill:red", {"c": (("fill", "red"),), "d": (("fill", "red"),)}),
        ("default fill:red", {"default": (("fill", "red"),)}),
        ("c stroke-width:1.5px", {"c": (("stroke-width", "1.5px"),)}),
        ("c bold,fill:red", {"c": (("fill", "red"),)}),
    ],
)
def test_a_class_is_defined(written: str, styles: dict[str, tuple[tuple[str, str], ...]]) -> None:
    assert chart(f"classDef {written}").class_styles == styles


def test_a_class_defined_twice_has_both_definitions() -> None:
    found = chart("classDef c fill:red\nclassDef c stroke:blue").class_styles
    assert found["c"] == (("fill", "red"), ("stroke", "blue"))


def test_a_style_is_given_to_a_node() -> None:
    style = node_a("A\nstyle A fill:#f9f,stroke-width:4px").style
    assert style == (("fill", "#f9f"), ("stroke-width", "4px"))


def test_a_style_for_a_new_name_makes_a_node() -> None:
    assert node_a("style A fill:red").style == (("fill", "red"),)


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        ("0 stroke:red", (("stroke", "red"),), ()),
        ("0,1 stroke:red", (("stroke", "red"),), (("stroke", "red"),)),
        ("1 interpolate basis stroke:red", (), (("stroke", "red"),)),
        ("1 interpolate basis", (), ()),
        ("default stroke:red", (("stroke", "red"),), (("stroke", "red"),)),
        ("default interpolate basis stroke:red", (("stroke", "red"),), (("stroke", "red"),)),
        ("1 stroke:red\nlinkStyle 1 stroke:blue", (), (("stroke", "blue"),)),
    ],
)
def test_links_are_styled_by_their_number(
    written: str, first: tuple[tuple[str, str], ...], second: tuple[tuple[str, str], ...]
) -> None:
    found = chart(f"A --> B --> C\nlinkStyle {written}")
    assert [edge.style for edge in found.edges] == [first, second]


def test_the_style_of_one_link_comes_after_that_of_all() -> None:
    found = chart("A --> B\nlinkStyle 0 color:red\nlinkStyle default stroke:blue")
    assert found.edges[0].style == (("stroke", "blue"), ("color", "red"))


@pytest.mark.parametrize(
    ("written", "link", "tooltip"),
    [
        ('"https://example.org/a?b=1#c"', "https://example.org/a?b=1#c", None),
        ('"http://example.org"', "http://example.org", None),
        ('"mailto:me@example.org"', "mailto:me@example.org", None),
        ('"HTTPS://example.org"', "HTTPS://example.org", None),
        ('href "https://example.org"', "https://example.org", None),
        ('"https://example.org" "Go there"', "https://example.org", "Go there"),
        ('"https://example.org" _blank', "https://example.org", None),
        ('href "https://example.org" "Go" _self', "https://example.org", "Go"),
        ('"javascript:alert(1)"', None, None),
        ('"JaVaScRiPt:alert(1)" "Tip"', None, "Tip"),
        ('"data:text/html,x"', None, None),
        ('"#106;avascript:alert(1)"', None, None),
        ('" javascript:x"', None, None),
        ('"file:///etc/passwd"', None, None),
        ('"/relative"', "/relative", None),
        ('"https://example.org/<b>"', None, None),
        ("call f()", None, None),
        ('call f(1, "two") "Tip"', None, "Tip"),
        ('f "Tip"', None, "Tip"),
        ("f", None, None),
    ],
)
def test_a_click(written: str, link: str | None, tooltip: str | None) -> None:
    node = node_a(f"A\nclick A {written}")
    assert (node.link, node.tooltip) == (link, tooltip)


def test_a_click_may_be_for_several_nodes() -> None:
    found = chart('A --> B\nclick A,B "https://example.org"')
    assert [node.link for node in found.nodes] == ["https://example.org"] * 2
