"""Signs that end a statement or begin a comment among words, and messages that name them."""

from __future__ import annotations

import pytest

from diagramkit import DiagramError, render
from diagramkit.mermaid.generics import generics


def message(source: str) -> tuple[str, int]:
    """What is said of a source that cannot be read, and in which column."""
    with pytest.raises(DiagramError) as caught:
        render(source)
    found = caught.value.diagnostics[0]
    assert found.location
    return found.message, found.location.column


def test_a_semicolon_among_words_is_named_as_the_trap() -> None:
    said, column = message("sequenceDiagram\nA->>B: open box; count notes\n")
    assert "#59;" in said
    assert column == 16


def test_a_hash_that_cuts_words_off_is_warned_of() -> None:
    (warning,) = render("sequenceDiagram\nA->>B: close issue #42 now\n").warnings
    assert warning.code == "words-cut-off"
    assert "#35;" in warning.message


@pytest.mark.parametrize("statement", ["loop until #5 is done", "Note over A: see #5"])
def test_a_hash_in_other_words_is_warned_of_too(statement: str) -> None:
    end = "\nend" if statement.startswith("loop") else ""
    drawing = render(f"sequenceDiagram\nA->>B: hello\n{statement}{end}\n")
    assert [warning.code for warning in drawing.warnings] == ["words-cut-off"]


def test_a_colour_before_a_semicolon_is_read_as_one() -> None:
    render("flowchart LR\nA --> B\nlinkStyle 0 color:#0cf;\n")


def test_no_private_character_stands_in_a_message() -> None:
    said, _ = message("flowchart LR\nA --> B\nlinkStyle 0 #0cf; #quot;\n")
    assert not any("\ue000" <= character <= "\uf8ff" for character in said)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Map~Key, List~Row~~ rows", "Map<Key, List<Row>> rows"),
        ("Either~List~Row~, Fault~", "Either<List<Row>, Fault>"),
        ("Map~List~A~, List~B~~", "Map<List<A>, List<B>>"),
        ("List~int~ position", "List<int> position"),
        ("List~List~int~~", "List<List<int>>"),
        ("A~B~ and C~D~", "A<B> and C<D>"),
        ("half~open", "half~open"),
    ],
)
def test_types_of_types_are_nested_as_they_are_meant(written: str, shown: str) -> None:
    assert generics(written) == shown
