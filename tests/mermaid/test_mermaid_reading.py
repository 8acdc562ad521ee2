"""From a text to the reader of its kind."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.keywords import KINDS
from diagramkit.mermaid.reading import MAX_CHARACTERS, drawn_keywords


def refusal(text: str) -> Diagnostic:
    with pytest.raises(DiagramError) as caught:
        parse(text, "a.mmd")
    (found,) = caught.value.diagnostics
    return found


@pytest.mark.parametrize("word", sorted(set(KINDS) - set(drawn_keywords())))
def test_a_kind_that_is_not_drawn_is_refused_by_name(word: str) -> None:
    found = refusal(f"{word}\n")
    assert found.code == "undrawn"
    assert found.message.startswith(f'diagrams of the kind "{word}" are not drawn')
    assert "flowchart" in found.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no diagram; expected one that begins with"),
        ("   \n\n", "no diagram; expected one that begins with"),
        ("%% only a comment\n", "no diagram; expected one that begins with"),
        ("flowchrt LR\nA", '"flowchrt" begins no diagram, did you mean "flowchart"?'),
        ("A --> B", '"A" begins no diagram; expected one of'),
        ("Flowchart LR\nA", '"Flowchart" begins no diagram, did you mean "flowchart"?'),
        ("---\ntitle: x\ngraph LR\nA", "front matter that is not closed"),
        ("--\ngraph LR\nA", '"--" begins no diagram'),
    ],
)
def test_what_begins_no_diagram_is_refused(text: str, message: str) -> None:
    assert refusal(text).message.startswith(message)


@pytest.mark.parametrize(
    ("yaml", "line", "column", "message"),
    [
        ("title: [a", 2, 10, "expected ',' or ']', but got the end"),
        ("a: b: c", 2, 5, "mapping values are not allowed here"),
        ("title: !!python/object/apply:os.system [ls]", 2, 8, "unknown tag"),
        ("a: 1\na: 2", 3, 1, 'the key "a" is given twice'),
        ("x: " + "[" * 5_000, 2, 1, ""),
        ("x: " + "y" * 40_000, 2, 1, "more than 40000 characters of YAML"),
    ],
)
def test_front_matter_that_is_no_yaml_is_refused(
    yaml: str, line: int, column: int, message: str
) -> None:
    found = refusal(f"---\n{yaml}\n---\ngraph LR\nA")
    assert found.code == "mermaid-config"
    assert found.message.startswith(f"the front matter is not readable as YAML: {message}")
    if message:
        assert str(found.location) == f"a.mmd:{line}:{column}"


def test_aliases_in_front_matter_are_not_expanded() -> None:
    steps = "".join(f"a{i}: &a{i} [{f'*a{i - 1},' * 9}]\n" for i in range(1, 9))
    assert parse(f"---\na0: &a0 x\n{steps}title: T\n---\ngraph LR\nA").title == "T"


def test_a_text_as_long_as_is_allowed_is_read() -> None:
    start = "graph LR\nA["
    assert parse(start + "x" * (MAX_CHARACTERS - len(start) - 1) + "]").nodes[0].id == "A"


def test_a_longer_text_is_refused() -> None:
    found = refusal("graph LR\n" + " " * MAX_CHARACTERS)
    assert found.code == "mermaid-limit"
    assert str(MAX_CHARACTERS) in found.message


def test_the_place_of_an_error_counts_from_where_the_text_stands() -> None:
    with pytest.raises(DiagramError) as caught:
        parse("graph LR\nA -> B\n", "notes.md", 41)
    assert str(caught.value).startswith("notes.md:42:3: ")
