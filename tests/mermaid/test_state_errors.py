"""What is said of a state diagram that is not one: where, what was found, what was expected."""

from __future__ import annotations

import pytest
from refused import headline

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse

STATEMENT = "expected a state, a transition or a note"
ARROW = 'a transition is written "-->", with a state before and behind it in its line'
ONE_WORD = 'the name of a state is one word; others stand in double quotes: "two words" as name'
NOTE = 'expected ":" and words, or lines of words and a line "end note"'
COLON = (
    "one description stands behind a state or a transition; it has no semicolon and no two colons "
    "in a row: write #59; and #58;"
)
BRACE = "the braces of a state open behind its name and the word state: state A {"


@pytest.mark.parametrize(
    ("statements", "place", "message"),
    [
        ("A -> B", "2:3", f'{STATEMENT}, found "-"; {ARROW}'),
        ("--> B", "2:1", f'{STATEMENT}, found "-->"; {ARROW}'),
        ("A -->", "2:6", "expected the state that the transition leads to, found the end of the "
         "line"),
        ("A --> B : x :: y", "2:13", f'{STATEMENT}, found ":: y"; {COLON}'),
        ("A\n: x", "3:1", f'{STATEMENT}, found ": x"; {COLON}'),
        ("a-b --> c", "2:2", f'{STATEMENT}, found "-"; a name has no "-", a description may: '
         'state "on-line" as online'),
        ('"A b" --> C', "2:1", f'{STATEMENT}, found "A b"; words in double quotes belong to a '
         'state: state "words" as name'),
        ("default --> A", "2:1", f'{STATEMENT}, found "default"; "default" is a word of Mermaid, '
         '"my_default" may name a state'),
        ("A:::", "2:5", "expected the name of a class, found the end of the line"),
        # Braces
        ("state A {\n B", "2:7", 'this state is never closed; expected "}"'),
        ("A {\n B\n}", "2:3", f'{STATEMENT}, found "{{"; {BRACE}'),
        ("state {\n}", "2:7", f'expected the name of a state, found "{{"; {BRACE}'),
        ("state two words {\n}", "2:7", ONE_WORD),
        ("state A\nstate B {\n}", "2:7", 'a "state" without braces above a line with "{", which '
         'Mermaid takes for a name of two words; leave the word "state" out here'),
        ("state A{\n B\n}\nA : one\nA : two", "2:7", '"A" has states inside, and then one '
         "description at most"),
        # Declared names
        ("state foo as bar", "2:11", 'words before "as" stand in double quotes'),
        ("state A\nas --> B", "2:8", 'a line that begins with "as" below a "state", which Mermaid '
         "takes for one"),
        ('state "x" as', "2:13", "expected the name of the state, found the end of the line"),
        ('state "x', "2:7", "this double quote is never closed"),
        ('state "" as x', "2:7", "no words between these double quotes"),
        ('state "x" y', "2:11", 'expected "as" and the name of the state, found "y"'),
        # Notes
        ("note left A : x", "2:6", 'expected "left of" or "right of" and a state, found "left"'),
        ("note left of : x", "2:13", "expected the name of a state, found the end of the line"),
        ("note left of A", "2:15", NOTE),
        ("note right of A\n words", "2:16", NOTE),
        ('note "x"', "2:6", 'expected words in double quotes, "as" and a name'),
        # Looks
        ("classDef", "2:9", "expected the name of a class, other than default, and a style, found "
         "the end of the line"),
        ('click A "x"', "2:12", "expected words to show, in double quotes, found the end of the "
         "line"),
        ("click A href x", "2:14", 'expected an address in double quotes, found "x"'),
        ("scale 300", "2:7", 'expected a width, as in: scale 350 width, found "300"'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_at_its_place(statements: str, place: str, message: str) -> None:
    assert headline(f"stateDiagram-v2\n{statements}") == f"a.mmd:{place}: {message}"


def test_a_third_version_is_refused() -> None:
    with pytest.raises(DiagramError, match='expected "stateDiagram-v2" or "stateDiagram" in a'):
        parse("stateDiagram-v3\nA")


def test_states_too_deep_inside_one_another_are_refused() -> None:
    with pytest.raises(DiagramError, match="more than 500 deep"):
        parse("stateDiagram-v2\n" + "".join(f"state s{n} {{\n" for n in range(501)) + "}\n" * 501)


def test_states_put_too_deep_by_mentions_are_refused() -> None:
    statements = (f"state s{n} {{\ns{n + 1}\n}}\n" for n in range(502))
    with pytest.raises(DiagramError, match="more than 500 deep"):
        parse("stateDiagram-v2\n" + "".join(statements))


def test_too_many_transitions_are_refused() -> None:
    with pytest.raises(DiagramError, match="2000 links at most"):
        parse("stateDiagram-v2\n" + "".join(f"a{n} --> b{n}\n" for n in range(2_001)))


def test_too_many_transitions_at_one_state_are_refused() -> None:
    with pytest.raises(DiagramError, match="500 links at most"):
        parse("stateDiagram-v2\n" + "".join(f"a --> b{n}\n" for n in range(501)))
