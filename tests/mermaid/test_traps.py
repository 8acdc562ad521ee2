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


def words(source: str) -> list[str]:
    return [text.text for text in render(source).scene.texts]


def test_icons_are_left_out_with_one_warning() -> None:
    drawing = render("flowchart LR\nA[fa:fa-car Drive] --> B[fab:fa-github Fork]\n")
    assert [text.text for text in drawing.scene.texts] == ["Drive", "Fork"]
    assert [warning.code for warning in drawing.warnings] == ["icon-left-out"]


def test_the_icon_of_a_topic_is_warned_of() -> None:
    drawing = render("mindmap\nroot\n  A\n  ::icon(fa fa-book)\n")
    assert [warning.code for warning in drawing.warnings] == ["icon-left-out"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("x<sup>2</sup> + y<sup>2</sup>", "x² + y²"),
        ("H<sub>2</sub>O", "H₂O"),
    ],
)
def test_scripts_are_the_characters_that_there_are_for_them(written: str, shown: str) -> None:
    assert words(f'flowchart LR\nA["{written}"]\n') == [shown]


@pytest.mark.parametrize(("tag", "is_below"), [("sub", True), ("sup", False)])
def test_other_scripts_are_set_beside_the_baseline(tag: str, is_below: bool) -> None:
    drawing = render(f'flowchart LR\nA["x<{tag}>out</{tag}> = y"]\n')
    base, script, after = drawing.scene.texts
    assert [base.text, script.text, after.text] == ["x", "out", "= y"]
    assert (script.y > base.y) is is_below
    assert script.size < base.size


def test_a_formula_that_cannot_be_set_is_told_with_the_command_that_is_unknown() -> None:
    drawing = render('flowchart LR\nA["$$\\frac{1}{2}$$"] --> B["$$\\begin{cases} 1$$"]\n')
    assert [warning.code for warning in drawing.warnings] == ["formula-not-set"]
    assert "\\begin" in drawing.warnings[0].message


def test_stars_between_letters_and_brackets_are_times() -> None:
    assert "".join(words('flowchart LR\nA["Waits (S*P vs C), not (1-S)*P"]\n')).count("*") == 2
