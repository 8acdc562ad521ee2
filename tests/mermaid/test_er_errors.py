"""What is said of an ER diagram that is not one: where, what was found, what was expected."""

from __future__ import annotations

import pytest
from refused import refusal


@pytest.mark.parametrize(
    ("statements", "place", "message"),
    [
        # Relationships
        ("A --> B", "2:3", "a relationship says how many there are at both ends"),
        ("A ||--o{ B", "2:11", 'found the end of the line; for nothing write : ""'),
        ("A ||--o{ B :", "2:13", "expected what the relationship says, found the end of the line"),
        ("A ||--o{ B : 12", "2:14", "all but a single word stands in double quotes"),
        ("A ||-- B : x", "2:8", 'expected how many there are, as in "||", "o{" or "one or more"'),
        ("A ||-o{ B : x", "2:5", 'expected a line: "--", "..", "to" or "optionally to"'),
        ("A ||--|| : x", "2:10", "expected the name of an entity after the relationship"),
        ("A ||--|| to : x", "2:10", '"to" is a word of Mermaid; in double quotes it is a name'),
        # Attributes
        ("A {\n int id", "2:3", 'this "{" is never closed; expected "}"'),
        ("A {\n int\n}", "4:1", "an attribute is a type and a name, each one word"),
        ("A {\n int id PK FK\n}", "3:12", 'found "FK"; keys have commas between them'),
        ("A {\n int id PK, x\n}", "3:13", 'expected PK, FK or UK, found "x"'),
        ("A {\n int id 7\n}", "3:9", 'expected the type of an attribute or "}", found "7"'),
        ("A {\n `int id\n}", "3:2", "this ` is never closed"),
        # Entities
        ("A[two words]", "2:7", 'several words stand in quotes: ["two words"]'),
        ("A:::", "2:5", "expected the name of a class of styles"),
        ("A;B", "2:2", 'expected an entity or a relationship, found ";"'),
        ('"A', "2:1", "expected an entity or a relationship"),
        ("one", "2:1", '"one" is a word of Mermaid; in double quotes it is a name'),
        # Groups and looks
        ("subgraph a\nB", "2:1", 'this subgraph is never closed; expected "end"'),
        ("subgraph a [x\nend", "2:14", 'expected "]" after the title'),
        ("end", "2:1", 'an "end" that ends nothing'),
        ("class A", "2:8", "expected the name of a class of styles"),
        ("style A", "2:8", "expected a style such as fill:#eee, found the end of the line"),
        ("style A fill:rgb(1)", "2:17", 'expected the end of the line, found "("'),
        ("style A fill:#fff \nB ||--|| C : x", "3:3", "a space at the end of a line of style"),
    ],
)
def test_an_error(statements: str, place: str, message: str) -> None:
    headline = str(refusal(f"erDiagram\n{statements}\n")).split("\n")[0]
    assert headline.startswith(f"a.mmd:{place}: ")
    assert message in headline


def test_a_critical_path_of_an_unknown_entity_is_refused() -> None:
    error = refusal("erDiagram\n%% diagram: critical A --> C\nA ||--|| B : x\n")
    assert 'a.mmd:2:28: no node is called "C"' in str(error)
