"""Railroad diagrams are read as Mermaid reads them, in all four notations."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.railroad.model import Node, Railroad


def railroad(notation: str, text: str) -> Railroad:
    model = parse(f"railroad{notation}-beta\n{text}\n", "a.mmd")
    assert isinstance(model, Railroad)
    return model


def shape(node: Node) -> object:
    if not node.parts:
        return f"{node.kind[0]}:{node.text}"
    times = (node.least, node.most) if node.kind == "repeat" else ()
    return (node.kind, *times, *map(shape, node.parts))


@pytest.mark.parametrize(
    ("notation", "text", "found"),
    [
        ("", 'a = sequence(terminal("x"), nonterminal("b"));', ("sequence", "t:x", "r:b")),
        ("", 'a = choice(special("x"), optional(nonterminal("b")));',
         ("choice", "s:x", ("optional", "r:b"))),
        ("", 'a = zeroOrMore(oneOrMore(terminal("x")));',
         ("repeat", 0, None, ("repeat", 1, None, "t:x"))),
        ("-ebnf", "a ::= 'x' , b | c;", ("choice", ("sequence", "t:x", "r:b"), "r:c")),
        ("-ebnf", "a = [b] {c} (d);",
         ("sequence", ("optional", "r:b"), ("repeat", 0, None, "r:c"), "r:d")),
        ("-ebnf", "a = b+ - c (* no *);", ("sequence", ("repeat", 1, None, "r:b"), "t:-", "r:c")),
        ("-ebnf", "a = ? what it is ?;", "s:what it is"),
        ("-abnf", 'a = 2*3b / "x" [c];',
         ("choice", ("repeat", 2, 3, "r:b"), ("sequence", "t:x", ("optional", "r:c")))),
        ("-abnf", "a = *1b 4c %x41-5A;",
         ("sequence", ("optional", "r:b"), ("repeat", 4, 4, "r:c"), "t:%x41-5A")),
        ("-peg", "a <- !b &('x' / c)* . # no\n;",
         ("sequence", "s:!b", 's:&("x" / c)*', "s:any character")),
    ],
)  # fmt: skip
def test_expressions_are_read(notation: str, text: str, found: object) -> None:
    assert shape(railroad(notation, text).rules[0].definition) == found


def test_titles_stand_before_the_rules() -> None:
    model = railroad("-ebnf", "title Numbers\naccTitle: N\naccDescr: D\na = b;")
    assert (model.heading, model.title, model.description) == ("Numbers", "N", "D")


@pytest.mark.parametrize(
    ("notation", "text", "place", "wanted"),
    [
        ("-ebnf", "a = b", "2:6", "a semicolon at the end"),
        ("-ebnf", "a = ;", "2:5", "a name, words in quotes or a bracket"),
        ("-ebnf", "a = (b;", "2:7", '")"'),
        ("-ebnf", "a = b;\ntitle T", "3:1", "titles stand before all rules"),
        ("-ebnf", "a? = b;", "2:2", '"=" or "::="'),
        ("-abnf", "a = b; words", "2:13", "a semicolon at the end"),
        ("-peg", "a = b;", "2:3", '"<-"'),
        ("", "a = terminal(x);", "2:14", "words in quotes"),
        ("", "sequence = terminal('x');", "2:1", "the name of a rule"),
        ("", "a = b;", "2:5", "an expression such as"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(
    notation: str, text: str, place: str, wanted: str
) -> None:
    with pytest.raises(DiagramError) as caught:
        railroad(notation, text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)


def test_depth_is_bounded() -> None:
    with pytest.raises(DiagramError, match="levels deep at most"):
        railroad("-ebnf", f"a = {'(' * 60}b{')' * 60};")
