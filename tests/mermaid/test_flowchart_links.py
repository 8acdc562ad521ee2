"""Links of a flowchart: lines, heads, lengths, words, chains, names."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import Edge
from diagramkit.mermaid.limits import MAX_AT_ONE, MAX_LINKS


def edges(statements: str) -> tuple[Edge, ...]:
    return parse(f"flowchart LR\n{statements}\n").edges


def pairs(statements: str) -> list[str]:
    return [edge.source + edge.target for edge in edges(statements)]


@pytest.mark.parametrize(
    ("written", "line", "tail", "head", "length"),
    [
        ("-->", "solid", "none", "arrow", 1),
        ("---", "solid", "none", "none", 1),
        ("--x", "solid", "none", "cross", 1),
        ("--o", "solid", "none", "circle", 1),
        ("<-->", "solid", "arrow", "arrow", 1),
        ("x--x", "solid", "cross", "cross", 1),
        ("o--o", "solid", "circle", "circle", 1),
        ("--->", "solid", "none", "arrow", 2),
        ("---->", "solid", "none", "arrow", 3),
        ("----", "solid", "none", "none", 2),
        ("<--->", "solid", "arrow", "arrow", 2),
        ("-" * 30 + ">", "solid", "none", "arrow", 10),
        ("==>", "thick", "none", "arrow", 1),
        ("===", "thick", "none", "none", 1),
        ("===>", "thick", "none", "arrow", 2),
        ("==x", "thick", "none", "cross", 1),
        ("<==>", "thick", "arrow", "arrow", 1),
        ("-.->", "dotted", "none", "arrow", 1),
        ("-.-", "dotted", "none", "none", 1),
        ("-..->", "dotted", "none", "arrow", 2),
        ("-...-", "dotted", "none", "none", 3),
        ("-.-x", "dotted", "none", "cross", 1),
        ("<-.->", "dotted", "arrow", "arrow", 1),
        ("x-.-x", "dotted", "cross", "cross", 1),
        (".->", "dotted", "none", "arrow", 1),
        ("~~~", "invisible", "none", "none", 1),
        ("~~~~", "invisible", "none", "none", 2),
        ("-->\ufeff", "solid", "none", "arrow", 1),
    ],
)
def test_a_link_in_one_piece(written: str, line: str, tail: str, head: str, length: int) -> None:
    (edge,) = edges(f"A {written} B")
    assert (edge.line, edge.tail, edge.head, edge.length) == (line, tail, head, length)


@pytest.mark.parametrize(
    ("written", "words", "arrow"),
    [
        ("-->|yes|", "yes", ("solid", "none", "arrow", 1)),
        ("--> |yes|", "yes", ("solid", "none", "arrow", 1)),
        ("---|yes|", "yes", ("solid", "none", "none", 1)),
        ('-->|"a (b) | c"|', "a (b) | c", ("solid", "none", "arrow", 1)),
        ('-->|"`**b**`"|', "b", ("solid", "none", "arrow", 1)),
        ("-->|one<br>two|", "one\ntwo", ("solid", "none", "arrow", 1)),
        ("-- yes -->", "yes", ("solid", "none", "arrow", 1)),
        ("--yes-->", "yes", ("solid", "none", "arrow", 1)),
        ("-- two words --->", "two words", ("solid", "none", "arrow", 2)),
        ("-- yes ---", "yes", ("solid", "none", "none", 1)),
        ("-- a-b -->", "a-b", ("solid", "none", "arrow", 1)),
        ('-- "a -- b" -->', "a -- b", ("solid", "none", "arrow", 1)),
        ("-- pass@K -->", "pass@K", ("solid", "none", "arrow", 1)),
        ("<-- both -->", "both", ("solid", "arrow", "arrow", 1)),
        ("x-- both --x", "both", ("solid", "cross", "cross", 1)),
        ("o-- both --o", "both", ("solid", "circle", "circle", 1)),
        ("-- box --x", "box", ("solid", "none", "cross", 1)),
        ("== yes ==>", "yes", ("thick", "none", "arrow", 1)),
        ("== yes ===>", "yes", ("thick", "none", "arrow", 2)),
        ("<== yes ==>", "yes", ("thick", "arrow", "arrow", 1)),
        ("-. yes .->", "yes", ("dotted", "none", "arrow", 1)),
        ("-. yes ..->", "yes", ("dotted", "none", "arrow", 2)),
        ("-. yes .-", "yes", ("dotted", "none", "none", 1)),
        ("-. two-part .->", "two-part", ("dotted", "none", "arrow", 1)),
    ],
)
def test_a_link_with_words(written: str, words: str, arrow: tuple[str, str, str, int]) -> None:
    (edge,) = edges(f"A {written} B")
    assert edge.text == words
    assert (edge.line, edge.tail, edge.head, edge.length) == arrow


@pytest.mark.parametrize(
    ("statement", "ends"),
    [
        ("A-->B", ["AB"]),
        ("A --> B --> C", ["AB", "BC"]),
        ("A & B --> C", ["AC", "BC"]),
        ("A --> B & C", ["AB", "AC"]),
        ("A & B --> C & D", ["AC", "AD", "BC", "BD"]),
        ("A --> B & C --> D", ["AB", "AC", "BD", "CD"]),
        ("A[x] --> B{y} -->|z| C", ["AB", "BC"]),
        ("A:::c --> B:::c", ["AB"]),
        ("A@{ shape: cyl } --> B@{ shape: doc }", ["AB"]),
        ("A --> A", ["AA"]),
        ("A\n  --> B", ["AB"]),
        ("A -->\n  B", ["AB"]),
        ("A---oB", ["AB"]),
        ("A-- x -->B", ["AB"]),
        ("A\t-->\tB", ["AB"]),
        ("A\u3000-->\u00a0\ufeffB", ["AB"]),
    ],
)
def test_a_statement_links(statement: str, ends: list[str]) -> None:
    assert pairs(statement) == ends


def test_nodes_that_are_joined_take_their_own_attributes() -> None:
    chart = parse("graph TD\nA@{ shape: cyl } & B@{ shape: doc } --> C\n")
    assert [node.shape for node in chart.nodes] == ["cyl", "doc", None]


def test_a_link_may_have_a_name() -> None:
    assert edges("A e1@--> B")[0].id == "e1"


def test_a_link_with_words_may_have_a_name() -> None:
    (edge,) = edges("A e1@-- words --> B")
    assert (edge.id, edge.text) == ("e1", "words")


def test_of_several_links_the_last_source_and_first_target_have_the_name() -> None:
    assert [edge.id for edge in edges("A & B e1@--> C & D")] == [None, None, "e1", None]


def test_the_attributes_of_a_link_make_no_node() -> None:
    chart = parse("graph TD\nA e1@--> B\ne1@{ animate: true, curve: linear }\n")
    assert [node.id for node in chart.nodes] == ["A", "B"]


def test_ends_that_do_not_fit_together_are_a_plain_arrow() -> None:
    (edge,) = edges("A x-- words --> B")
    assert (edge.tail, edge.head) == ("none", "arrow")


def test_a_link_knows_where_it_stands() -> None:
    assert str(edges("A --> B")[0].location) == "<string>:2:3"


def test_a_name_before_a_link_is_where_it_stands() -> None:
    assert str(edges("A e1@--> B")[0].location) == "<string>:2:3"


def test_as_many_links_as_are_allowed_are_read() -> None:
    chain = "".join(f"n{number} --> n{number + 1}\n" for number in range(MAX_LINKS))
    assert len(edges(chain)) == MAX_LINKS


def test_one_link_more_is_refused() -> None:
    with pytest.raises(DiagramError, match=f"{MAX_LINKS} links at most") as caught:
        edges("".join(f"n{number} --> n{number + 1}\n" for number in range(MAX_LINKS + 1)))
    assert caught.value.diagnostics[0].code == "mermaid-limit"


def test_more_links_at_one_node_than_are_allowed_are_refused_where_they_begin() -> None:
    with pytest.raises(DiagramError, match=f"{MAX_AT_ONE} links at most") as caught:
        edges("".join(f"A --> n{number}\n" for number in range(MAX_AT_ONE + 1)))
    assert caught.value.diagnostics[0].location is not None
