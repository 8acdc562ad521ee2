"""The messages of a sequence diagram: arrows, words, activations, numbers, notes."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.model import Activation, Item, Message, Note, Sequence

ARROWS = {
    "->": ("none", "none"),
    "->>": ("none", "arrow"),
    "<<->>": ("arrow", "arrow"),
    "-x": ("none", "cross"),
    "-)": ("none", "open"),
    "-|\\": ("none", "half-top"),
    "-|/": ("none", "half-bottom"),
    "-\\\\": ("none", "stick-top"),
    "-//": ("none", "stick-bottom"),
    "/|-": ("half-top", "none"),
    "\\|-": ("half-bottom", "none"),
    "//-": ("stick-top", "none"),
    "\\\\-": ("stick-bottom", "none"),
}


def read(*lines: str) -> tuple[Item, ...]:
    diagram = parse("\n".join(("sequenceDiagram", *lines)))
    assert isinstance(diagram, Sequence)
    return diagram.items


def message(line: str) -> Message:
    first = read(line)[0]
    assert isinstance(first, Message)
    return first


def messages(*lines: str) -> list[Message]:
    return [item for item in read(*lines) if isinstance(item, Message)]


@pytest.mark.parametrize(("arrow", "ends"), ARROWS.items())
@pytest.mark.parametrize(("dashes", "line"), [("-", "solid"), ("--", "dotted")])
def test_an_arrow_has_a_line_and_two_ends(
    arrow: str, ends: tuple[str, str], dashes: str, line: str
) -> None:
    found = message(f"A{arrow.replace('-', dashes)}B: x")
    assert (found.line, found.tail, found.head) == (line, *ends)


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("A->>B: x", ("A", "B")),
        ("  Ann Lee ->> Bob  : x", ("Ann Lee", "Bob")),
        ("kv-cache->>gpu-0: x", ("kv-cache", "gpu-0")),
        ("A->>A: x", ("A", "A")),
        ("f(x)->>B: x", ("f(x)", "B")),
        ("1->>2: x", ("1", "2")),
        ("ending->>notes: x", ("ending", "notes")),
        ("A=B->>토큰: x", ("A=B", "토큰")),
        ("a/b->>a\\b: x", ("a/b", "a\\b")),
        ("A-XB: x", ("A", "B")),
        ("#quot;A#quot;->>B: x", ('"A"', "B")),
    ],
)
def test_names_may_have_spaces_and_signs(line: str, ends: tuple[str, str]) -> None:
    found = message(line)
    assert (found.source, found.target) == ends


@pytest.mark.parametrize(
    ("words", "text", "wrap"),
    [
        (": x", "x", None),
        (":x  y ", "x y", None),
        (":", "", None),
        (": end", "end", None),
        (": one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour", None),
        (": Bearer <JWT> #lt;i#gt;", "Bearer <JWT> <i>", None),
        (": a#59; b #35; c #9829;", "a; b # c ♥", None),
        (": \\n stays", "\\n stays", None),
        (": x # a comment", "x", None),
        (": 50%% done", "50%% done", None),
        (":wrap: long words", "long words", True),
        (": :nowrap: long words", "long words", False),
        (": unwrap: words", "unwrap: words", None),
        (": a: b -->> c", "a: b -->> c", None),
    ],
)
def test_a_message_says_words(words: str, text: str, wrap: bool | None) -> None:
    found = message(f"A->>B{words}")
    assert (found.text, found.wrap) == (text, wrap)


@pytest.mark.parametrize(
    ("line", "central"),
    [
        ("A->>B: x", (False, False)),
        ("A->>()B: x", (False, True)),
        ("A()->>B: x", (True, False)),
        ("A ()-->>() B: x", (True, True)),
    ],
)
def test_a_circle_may_stand_at_either_end(line: str, central: tuple[bool, bool]) -> None:
    assert message(line).central == central


def test_a_sign_before_the_target_begins_and_ends_activations() -> None:
    items = read("A->>+B: x", "A->>+B: y", "B-->>-A: z")
    assert [item for item in items if isinstance(item, Activation)] == [
        Activation("B", begins=True),
        Activation("B", begins=True),
        Activation("B", begins=False),
    ]
    assert isinstance(items[0], Message)


def test_activations_have_statements_of_their_own() -> None:
    items = read("activate B", "A->>B: x", "deactivate B")
    assert items[0] == Activation("B", begins=True)
    assert items[2] == Activation("B", begins=False)


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("A->A:",), [""]),
        (("autonumber", "A->A:", "A->A:"), ["1", "2"]),
        (("autonumber 10", "A->A:", "A->A:"), ["10", "11"]),
        (("autonumber 10 5", "A->A:", "A->A:"), ["10", "15"]),
        (("autonumber 1.5 .25", "A->A:", "A->A:", "A->A:"), ["1.5", "1.75", "2"]),
        (("autonumber 10.1 0.01", "A->A:", "A->A:"), ["10.1", "10.11"]),
        # What is not shown is counted, and so is what came before.
        (("A->A:", "autonumber", "A->A:"), ["", "2"]),
        (("autonumber", "A->A:", "autonumber off", "A->A:", "autonumber", "A->A:"), ["1", "", "3"]),
        (("autonumber 5 5", "A->A:", "autonumber 2", "A->A:", "A->A:"), ["5", "2", "3"]),
        (("autonumber 0 0", "A->A:", "A->A:"), ["1", "2"]),
        (("autonumber 5 2", "A->A:", "autonumber", "A->A:"), ["5", "7"]),
        (("autonumber", "loop x", "A->A:", "end", "A->A:"), ["2"]),
    ],
)
def test_numbers_begin_and_step_as_they_are_told(
    lines: tuple[str, ...], numbers: list[str]
) -> None:
    assert [each.number for each in messages(*lines)] == numbers


def test_the_settings_may_show_numbers() -> None:
    text = (
        "---\nconfig:\n  sequence:\n    showSequenceNumbers: true\n---\nsequenceDiagram\nA->>B: x"
    )
    (item,) = parse(text).items
    assert item.number == "1"


@pytest.mark.parametrize(
    ("line", "placement", "participants", "text"),
    [
        ("Note left of A: x", "left", ("A",), "x"),
        ("note RIGHT OF A: x", "right", ("A",), "x"),
        ("Note over A: x", "over", ("A",), "x"),
        ("Note over Ann Lee , B: x<br>y", "over", ("Ann Lee", "B"), "x\ny"),
        ("Note over B,A: x", "over", ("B", "A"), "x"),
        ("Note over A,A: x", "over", ("A",), "x"),
        ("Note over A:", "over", ("A",), ""),
    ],
)
def test_a_note_stands_beside_one_or_over_one_or_two(
    line: str, placement: str, participants: tuple[str, ...], text: str
) -> None:
    (note,) = read(line)
    assert isinstance(note, Note)
    assert (note.placement, note.participants, note.text) == (placement, participants, text)


def test_a_note_may_be_wrapped() -> None:
    (note,) = read("Note over A: wrap: x")
    assert isinstance(note, Note)
    assert (note.text, note.wrap) == ("x", True)


def test_statements_may_share_a_line() -> None:
    assert len(messages("A->>B: x; B->>A: y;", "loop z; end")) == 2


@pytest.mark.parametrize("line", ["# why", "%% why", "% why", "  %%why", "A%% why", ";", "("])
def test_comments_and_stray_signs_say_nothing(line: str) -> None:
    assert len(messages("A->>B: x", line, "B->>A: y")) == 2


def test_a_message_knows_where_it_stands() -> None:
    place = message("  A->>B: x").location
    assert place
    assert (place.line, place.column) == (2, 3)
