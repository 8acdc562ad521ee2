"""What is said of a class diagram that is not one: where, what was found, what was expected."""

from __future__ import annotations

import pytest
from refused import refusal


@pytest.mark.parametrize(
    ("statements", "place", "message"),
    [
        # Relations
        ("A -> B", "2:6", 'expected a line: "--" or "..", found "B"; relations are "-->"'),
        ("A ==> B", "2:3", 'expected the end of the line, found "="; relations are "-->"'),
        ("A -->", "2:6", "expected the name of a class after the relation, found the end of the"),
        ('A "1" B', "2:7", 'expected a line: "--" or "..", found "B"'),
        ("A --> B;", "2:8", 'found ";"; no line ends with ";"'),
        ("A --> B : a::b", "2:12", 'found ":"; a label has no ":" in it'),
        ("A[label] --> B", "2:2", 'found "["; a label stands behind "class": class A["words"]'),
        ("A --> link", "2:7", 'found "link"; "link" is a word of Mermaid, "Link" may name a class'),
        ("“A” --> B", "2:1", 'found "“"; quotes are straight: "'),
        # Classes
        ("class", "2:6", "expected the name of a class, found the end of the line"),
        ("class note", "2:7", '"note" is a word of Mermaid, "Note" may name a class'),
        ("class A : x", "2:9", 'found ": x"; a member is written "A : member", without "class"'),
        ("class A[x]", "2:9", 'expected a label in double quotes, as in ["words"], found "x"'),
        ('class A["x"', "2:12", 'expected "]" after the label, found the end of the line'),
        ("class A {\n x", "2:9", 'this is never closed; expected "}"'),
        ("class A {\n f({x})\n}", "3:4", 'found "{"; a member has no braces in it'),
        ("class A {}}", "2:11", 'expected the end of the line, found "}"'),
        ("class A:::c {}", "2:14", "expected a member; none at all is written without braces"),
        ("class List~List~int~~", "2:17", 'expected the end of the line, found "int"'),
        ("class `A", "2:7", "this ` is never closed"),
        ("class A~T", "2:8", "this ~ is never closed"),
        ("class `note x`", "2:7", "words between ` may not begin with note"),
        ("A : foo)", "2:3", 'a method without "(" before its ")"'),
        # Annotations
        ("<<interface>> A", "2:15", 'no class is called "A" yet; an annotation comes after'),
        ("class Shape\n<<x>> Shap", "3:7", 'no class is called "Shap" yet, did you mean "Shape"?'),
        ("class A\n<<two words>> A", "3:7", 'expected ">>" after the word, found "words"'),
        # Notes and namespaces
        ("note words", "2:6", 'expected words in double quotes, found "words"'),
        ('note "x', "2:6", 'this " is never closed'),
        ('note for "x"', "2:10", 'expected the name of a class, found "x"'),
        ("namespace a {\n}", "3:1", 'expected a class, a note or a namespace, found "}"'),
        ("namespace a {\n class A", "2:1", 'this is never closed; expected "}"'),
        ("namespace a {\nA --> B\n}", "3:1", "relations and members of the form"),
        ("namespace {\n class A\n}", "2:11", 'expected the name of a namespace, found "{"'),
        ("}", "2:1", 'expected a class, a relation, a note or a namespace, found "}"'),
        # Looks
        ("style A", "2:8", "expected a style such as fill:#eee, found the end of the line"),
        ("style my-class fill:#fff", "2:9", 'expected a style such as fill:#eee, found "-"'),
        ("classDef c", "2:11", "expected a style such as fill:#eee"),
        ("cssClass A c", "2:10", "expected names of classes in double quotes"),
        ('click A "https://x.y"', "2:9", 'expected "href" and a link, or "call" and a function'),
        ("click A call f", "2:9", 'expected "href" and a link, or "call" and a function'),
        ("link A https://x.y", "2:13", "expected a link in double quotes"),
    ],
)
def test_an_error(statements: str, place: str, message: str) -> None:
    headline = str(refusal(f"classDiagram\n{statements}\n")).split("\n")[0]
    assert headline.startswith(f"a.mmd:{place}: ")
    assert message in headline


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("classDiagram", "1:13", "expected a class, a relation, a note or a namespace"),
        ("classDiagram LR\nclass A", "1:14", 'expected the end of the line after "classDiagram"'),
    ],
)
def test_an_error_at_the_beginning(text: str, place: str, message: str) -> None:
    headline = str(refusal(text)).split("\n")[0]
    assert headline.startswith(f"a.mmd:{place}: {message}")


def test_a_critical_path_of_an_unknown_class_is_refused() -> None:
    error = refusal("classDiagram\n%% diagram: critical A --> C\nA --> B\n")
    assert 'a.mmd:2:28: no node is called "C"' in str(error)
