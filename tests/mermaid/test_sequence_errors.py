"""What is said of a sequence diagram that is not one: where, what was found, what was expected."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.cast import MAX_PARTICIPANTS
from diagramkit.mermaid.kinds.sequence.fragments import MAX_DEPTH, MAX_ITEMS

A_NAME = "expected the name of a participant, found "
AN_ARROW = 'an arrow is written "->>" or "-->>"'
SIGNS = 'a name has none of < > : , @ in it, the words behind "as" may'
SEMICOLON = '";" ends a statement; among words it is written "#59;"'
WHOLE = 'a message is written "A->>B: words", all in one line'
START = "expected a message, a participant, a note or a fragment, found "


def refusal(*lines: str) -> DiagramError:
    with pytest.raises(DiagramError) as caught:
        parse("\n".join(("sequenceDiagram", *lines)), "a.mmd")
    return caught.value


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        # Messages
        ("A->>B", "2:6", 'expected ":" and words, found the end of the line'),
        ("Ann", "2:4", f"expected an arrow, found the end of the line; {WHOLE}"),
        ("Ann, Bob", "2:4", f'expected an arrow, found ","; {WHOLE}'),
        ("A=>>B: x", "2:3", f'expected an arrow, found ">"; {AN_ARROW}'),
        ("A--B->>C: x", "2:2", f'expected an arrow, found "-"; {AN_ARROW}'),
        (
            "A->>B: x; y",
            "2:9",
            f"{SEMICOLON} (expected an arrow, found the end of the line)",
        ),
        ("A->>B: x;y;z", "2:9", f'{SEMICOLON} (expected an arrow, found ";")'),
        ("A->>: x", "2:5", f'{A_NAME}": x"'),
        ("A->>end: x", "2:5", f'{A_NAME}"end"; "participant X as end" shows a word of Mermaid '
         "under the name X"),
        ("A->>+()B: x", "2:6", f'{A_NAME}"()"'),
        ("A()->>+B: x", "2:7", f'{A_NAME}"+"'),
        ("->>B: x", "2:1", f'{START}"->>"; {AN_ARROW}'),
        ("1 ->>B: x", "2:1", f'{START}"1"'),
        ("A->>B: x\nsequenceDiagram", "3:1", f'{START}"sequenceDiagram"'),
        # Participants
        ("participant", "2:12", f"{A_NAME}the end of the line"),
        ("participant A, B", "2:13", f'{A_NAME}"A, B"; {SIGNS}'),
        ("participant A: x", "2:13", f'{A_NAME}"A: x"; {SIGNS}'),
        ("participant my-db@{ type: queue }", "2:13", f'{A_NAME}"my-db@{{ type: queue }}"; '
         'a name before "@{" has no space, "-" or "=" in it'),
        ("participant A@{}", "2:16", 'expected "type" or "alias" between the braces'),
        ("participant A@{ type: queue", "2:14", 'this "@{" is never closed; expected "}"'),
        ("participant A@{ type: databse }", "2:23",
         'no type of participant is called "databse", did you mean "database"?'),
        ("participant A@{ type: gpu }", "2:23", 'no type of participant is called "gpu"; there are '
         "participant, actor, boundary, control, entity, database, collections, queue"),
        ("participant A@{\ntype: queue,\nalias: [\n}", "4:9",
         "what stands between the braces is not YAML: "),
        ('participant A@{ "type: queue }', "2:29", "what stands between the braces is not YAML: "),
        ("participant A@{ type: queue } x", "2:31", 'expected the end of the line, found "x"'),
        ("activate A as B\nA->>B: x", "2:12", 'expected the end of the line, found "as B"'),
        ("create B\nA->>B: x", "2:8", 'expected "participant" or "actor" behind "create", '
         'found "B"'),
        ("A->>B: x\ncreate participant B\nA->>B: y", "3:20", '"B" is there already; expected a new '
         "name, which may have the same words: create participant B2 as B"),
        ("create participant B\nB->>A: x", "2:20",
         '"B" is created here; expected that the next message goes to "B"'),
        ("destroy B\nA->>C: x", "2:9",
         '"B" is destroyed here; expected that the next message comes from or goes to "B"'),
        ("activate Bod\nA->>Bob: x", "2:10",
         'no participant is called "Bod", did you mean "Bob"?'),
        ("A->>B: x\ndeactivate B", "3:12", '"B" is not active here; expected "activate" before'),
        ("A->>-B: x", "2:1", '"A" is not active here; expected "activate" before'),
        ("A->>+B: x\nB->>-A: y\nB->>-A: z", "4:1",
         '"B" is not active here; expected "activate" before'),
        # Boxes
        ("box F\nparticipant A", "2:1", 'this box is never closed; expected "end"'),
        ("box F\nA->>B: x\nend", "3:1", 'expected "participant", "actor" or "end" in a box, '
         'found "A"'),
        ("box F\nparticipant A\nend\nbox G\nactor A\nend", "6:7",
         '"A" stands in another box already; one is allowed'),
        # Notes and links
        ("Note A: x", "2:6", 'expected "left of", "right of" or "over", found "A"'),
        ("Note over A,B,C: x", "2:14", 'expected ":" and words, found ","; a note stands over one '
         "or two, or beside one"),
        ("Note left of A,B: x", "2:15", 'expected ":" and words, found ","; a note stands over one '
         "or two, or beside one"),
        ("Note over A", "2:12", 'expected ":" and words, found the end of the line'),
        ("link A", "2:7", 'expected ":" and words, found the end of the line'),
        # Fragments
        ("loop x\nA->>B: y", "2:1", 'this "loop" is never closed; expected "end"'),
        ("alt x\nloop y\nend", "2:1", 'this "alt" is never closed; expected "end"'),
        ("end", "2:1", 'an "end" that ends nothing; expected "loop", "alt" or the like before'),
        ("else x", "2:1", '"else" belongs to "alt", and nothing is open here'),
        ("alt x\nand y\nend", "3:1", '"and" belongs to "par", and "alt" is open here'),
        ("alt x\nloop y\nelse z\nend\nend", "4:1",
         '"else" belongs to "alt", and "loop" is open here'),
        ("par\nA->>B: x\noption y\nend", "4:1",
         '"option" belongs to "critical", and "par" is open here'),
        # Numbers
        ("autonumber on", "2:12", 'expected the end of the line, found "on"'),
        ("autonumber 1 2 3", "2:16", 'expected the end of the line, found "3"'),
        ("autonumber 1.255", "2:12", 'expected the end of the line, found "1.255"'),
        ("autonumber  \nA->>B: x", "2:11", "expected the end of the line, found a space before it"),
    ],
)  # fmt: skip
def test_an_error_names_its_place_what_was_found_and_what_was_expected(
    lines: str, place: str, message: str
) -> None:
    (found,) = refusal(lines).diagnostics
    assert f"{found.location}" == f"a.mmd:{place}"
    assert found.message == message or (message.endswith(": ") and message in found.message)


def test_a_word_that_begins_with_that_of_the_kind_is_another() -> None:
    with pytest.raises(DiagramError, match='expected "sequenceDiagram", found "sequenceDiagrams"'):
        parse("sequenceDiagrams\nA->>B: x")


@pytest.mark.parametrize(
    ("lines", "most"),
    [
        (["A->>B: x"] * (MAX_ITEMS + 1), MAX_ITEMS),
        (["Note over A: x"] * (MAX_ITEMS + 1), MAX_ITEMS),
        (["opt", "end"] * (MAX_ITEMS + 1), MAX_ITEMS),
        (["activate A"] * (MAX_ITEMS + 1), MAX_ITEMS),
        (["opt"] * (MAX_DEPTH + 1), MAX_DEPTH),
        ([f"participant P{number}" for number in range(MAX_PARTICIPANTS + 1)], MAX_PARTICIPANTS),
        ([f"autonumber {'1' * 13}"], 12),
    ],
)
def test_a_limit_that_is_passed_is_named(lines: list[str], most: int) -> None:
    (found,) = refusal(*lines).diagnostics
    assert found.code == "mermaid-limit"
    assert f" {most} " in found.message
    assert found.location


def test_fragments_may_be_as_deep_as_the_limit() -> None:
    assert parse("\n".join(["sequenceDiagram", *["opt"] * MAX_DEPTH, *["end"] * MAX_DEPTH]))
