"""Relationships: how many there are at both ends, in signs and in words, and what they say."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.er.model import Relationship
from diagramkit.mermaid.limits import MAX_AT_ONE

CARDINALITIES = {
    "zero-or-one": ("|o", "o|", "zero or one", "one or zero"),
    "one": ("||", "one", "only one"),
    "zero-or-more": ("}o", "o{", "zero or more", "zero or many", "many(0)", "many", "0+"),
    "one-or-more": ("}|", "|{", "one or more", "one or many", "many(1)", "1+"),
    "parent": ("u",),
}
EACH = [(kind, written) for kind, forms in CARDINALITIES.items() for written in forms]


def relationship(statement: str) -> Relationship:
    return parse(f"erDiagram\n{statement}\n").relationships[0]


@pytest.mark.parametrize(("kind", "written"), EACH)
def test_how_many_there_are_at_the_first_entity(kind: str, written: str) -> None:
    assert relationship(f"A {written}--|| B : x").tail == kind


@pytest.mark.parametrize(("kind", "written"), [each for each in EACH if each[0] != "parent"])
def test_how_many_there_are_at_the_second_entity(kind: str, written: str) -> None:
    assert relationship(f"A ||--{written} B : x").head == kind


@pytest.mark.parametrize("written", ["ONE or ZERO", "Zero Or One"])
def test_capital_letters_do_not_count(written: str) -> None:
    assert relationship(f"A {written} to one B : x").tail == "zero-or-one"


def test_a_one_before_a_line_or_a_name_is_exactly_one() -> None:
    found = relationship("A 1 to 1 B : x")
    assert (found.tail, found.head) == ("one", "one")


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("--", "solid"),
        (" to ", "solid"),
        ("..", "dotted"),
        (".-", "dotted"),
        ("-.", "dotted"),
        (" optionally to ", "dotted"),
    ],
)
def test_a_relationship_that_identifies_is_solid(written: str, line: str) -> None:
    assert relationship(f"A ||{written}|| B : x").line == line


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("places", "places"),
        ('"liable for"', "liable for"),
        ('""', ""),
        ('"one<br/>two"', "one\ntwo"),
        ('"50% of"', "50% of"),
        ('"a #quot;b#quot;"', 'a "b"'),
    ],
)
def test_what_a_relationship_says(written: str, text: str) -> None:
    assert relationship(f"A ||--|| B : {written}").text == text


def test_a_relationship_in_words() -> None:
    found = relationship("CAR one or more optionally to zero or one DRIVER : allows")
    assert (found.source, found.target, found.text) == ("CAR", "DRIVER", "allows")
    assert (found.tail, found.head, found.line) == ("one-or-more", "zero-or-one", "dotted")


@pytest.mark.parametrize(("first", "second"), [('"a b"', "B"), ("12", "1.5"), ("A", "A")])
def test_the_ends_of_a_relationship(first: str, second: str) -> None:
    found = relationship(f"{first} ||--o{{ {second} : x")
    assert (found.source, found.target) == (first.strip('"'), second)


def test_a_relationship_is_where_its_first_entity_stands() -> None:
    assert str(relationship("  A ||--|| B : x").location) == "<string>:2:3"


def test_more_relationships_of_one_entity_than_are_allowed_are_refused() -> None:
    with pytest.raises(DiagramError, match=f"an entity has {MAX_AT_ONE} links at most"):
        relationship("".join(f"A ||--|| n{number} : x\n" for number in range(MAX_AT_ONE + 1)))
