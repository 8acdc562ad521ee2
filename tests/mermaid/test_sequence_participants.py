"""Who takes part in a sequence diagram: names, words, types, boxes, comings and goings."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.model import Birth, Death, Frame, Message, Sequence


def read(*lines: str) -> Sequence:
    diagram = parse("\n".join(("sequenceDiagram", *lines)))
    assert isinstance(diagram, Sequence)
    return diagram


def participants(*lines: str) -> list[tuple[str, str, str]]:
    return [(each.id, each.text, each.type) for each in read(*lines).participants]


def test_participants_stand_in_the_order_of_their_first_mention() -> None:
    lines = ("participant C", "A->>B: x", "Note over D: y", "participant A", "link E: f @ g")
    assert [each[0] for each in participants(*lines)] == ["C", "A", "B", "D", "E"]


@pytest.mark.parametrize(
    ("line", "participant"),
    [
        ("participant A", ("A", "A", "participant")),
        ("actor A", ("A", "A", "actor")),
        ("PARTICIPANT A", ("A", "A", "participant")),
        ("participant A as Router", ("A", "Router", "participant")),
        ("actor A AS Ann", ("A", "Ann", "actor")),
        ("participant A as two<br/>lines", ("A", "two\nlines", "participant")),
        ("participant A as", ("A", "", "participant")),
        ("participant A as wrap: long words", ("A", "long words", "participant")),
        ("participant A as end", ("A", "end", "participant")),
        ("participant A as #quot;A#quot; <id>", ("A", '"A" <id>', "participant")),
        ("participant KV cache", ("KV cache", "KV cache", "participant")),
        ('participant "KV cache"', ('"KV cache"', '"KV cache"', "participant")),
        ("participant end", ("end", "end", "participant")),
        ("participant kv-cache as C", ("kv-cache", "C", "participant")),
        # The name of an alias is one word; these are names with "as" in them.
        ("participant KV cache as C", ("KV cache as C", "KV cache as C", "participant")),
        ("participant A; participant B", ("A", "A", "participant")),
        ("participant A as Router # why", ("A", "Router", "participant")),
        ("participant A # words, and more", ("A", "A", "participant")),
        ("participant A # B # words: more", ("A # B", "A # B", "participant")),
        ("participant A#quot;", ('A"', 'A"', "participant")),
        ('participant A@{ "type": "database" }', ("A", "A", "database")),
        ("participant A@{ type: queue }", ("A", "A", "queue")),
        ("participant A@{\n  type: queue\n}", ("A", "A", "queue")),
        ("participant A@{\ntype: entity\nalias: E\n}", ("A", "E", "entity")),
        ("participant A@{\ntype: entity # why\nalias: E\n}", ("A", "E", "entity")),
        ('participant A@{ "alias": "Store" }', ("A", "Store", "participant")),
        ('participant A@{"type":"control"} as C', ("A", "C", "control")),
        ('participant A@{"alias":"Store"} as C', ("A", "C", "participant")),
        ('participant A@{"alias":"Store"} as A', ("A", "Store", "participant")),
        ('participant A@{ "type":\t"boundary" }', ("A", "A", "boundary")),
        ("participant A@{ type: null }", ("A", "A", "participant")),
        ('actor A@{ "alias": "Ann" }', ("A", "Ann", "actor")),
        ('actor A@{ "type": "queue" }', ("A", "A", "queue")),
        ("participant A@{ }", ("A", "A", "participant")),
    ],
)
def test_a_participant_has_a_name_words_and_a_type(
    line: str, participant: tuple[str, str, str]
) -> None:
    assert participants(line)[0] == participant


def test_words_that_come_later_replace_those_before_and_keep_the_place() -> None:
    lines = ("A->>B: x", "actor A as Ann")
    assert participants(*lines) == [("A", "Ann", "actor"), ("B", "B", "participant")]


def test_a_later_mention_without_words_changes_nothing() -> None:
    lines = ("participant A as Ann", "actor A", 'participant A@{ "type": "queue" }')
    assert participants(*lines) == [("A", "Ann", "participant")]


@pytest.mark.parametrize(
    ("line", "text", "fill"),
    [
        ("box Aqua Front end", "Front end", "Aqua"),
        ("box lightgreen", "", "lightgreen"),
        ("box transparent Front", "Front", "transparent"),
        ("box rgb(33, 66, 99) Front", "Front", "rgb(33, 66, 99)"),
        ("box rgba(1,2,3,.5)", "", "rgba(1,2,3,.5)"),
        ("box hsl(240deg 100% 50%) Front", "Front", "hsl(240deg 100% 50%)"),
        ("box Front end", "Front end", ""),
        ("box rgbx(1) Front", "rgbx(1) Front", ""),
        ("box wrap: Front", "Front", ""),
        ("box", "", ""),
    ],
)
def test_a_box_has_a_colour_and_words(line: str, text: str, fill: str) -> None:
    assert read(line, "participant A", "end").frames == (Frame(text, ("A",), fill),)


def test_a_box_holds_those_who_are_declared_in_it() -> None:
    diagram = read("A->>B: x", "box F", "participant B", "actor C as Ann", "end", "C->>D: y")
    assert diagram.frames == (Frame("F", ("B", "C")),)


def test_a_box_may_say_who_is_destroyed() -> None:
    assert Death("B") in read("A->>B: x", "box F", "destroy B", "end", "A-xB: y").items


def test_a_box_with_nobody_in_it_is_none() -> None:
    assert read("box F", "end", "A->>B: x").frames == ()


def test_a_created_participant_is_born_right_before_the_message_to_it() -> None:
    items = read("create actor B as Ann", "Note over B: soon", "A->>B: x").items
    assert items[1] == Birth("B")
    assert isinstance(items[2], Message)


def test_a_destroyed_participant_dies_right_before_the_message_from_it_or_to_it() -> None:
    for message in ("A-xB: x", "B-xA: x"):
        items = read("A->>B: x", "destroy B", "Note over B: soon", message).items
        assert items[2] == Death("B")
        assert isinstance(items[3], Message)


def test_a_creation_comes_before_a_destruction() -> None:
    items = read("A->>B: x", "destroy B", "create participant C", "A->>C: x", "A-xB: y").items
    assert [type(item).__name__ for item in items] == [
        *("Message", "Birth", "Message", "Death", "Message"),
    ]


@pytest.mark.parametrize("line", ["create participant B", "destroy A"])
def test_a_promise_that_no_message_keeps_says_nothing(line: str) -> None:
    assert [type(item) for item in read("A->>C: x", line).items] == [Message]


@pytest.mark.parametrize(
    ("lines", "links"),
    [
        (("link A: Docs @ https://example.org/a",), (("Docs", "https://example.org/a"),)),
        (("link A: Mail @ mailto:a@b.org",), (("Mail", "mailto:a@b.org"),)),
        (("link A: Bad @ javascript:alert(1)",), ()),
        (("link A: Nothing",), ()),
        (('links A: {"x": "http://x.org", "y": "data:,"}',), (("x", "http://x.org"),)),
        (("links A: {", "links A: [1]", "links A: 1", f"links A: {'[' * 20_000}"), ()),
        (("properties A: {}", 'details A: {"x": 1}'), ()),
        (
            ("link A: x @ http://x.org", 'links A: {"y": "http://y.org"}'),
            (("x", "http://x.org"), ("y", "http://y.org")),
        ),
        (("link A: x @ http://x.org", "participant A as Ann"), ()),
    ],
)
def test_links_lead_to_the_web_or_to_mail(
    lines: tuple[str, ...], links: tuple[tuple[str, str], ...]
) -> None:
    assert read(*lines).participants[0].links == links


def test_a_participant_knows_where_it_was_mentioned_first() -> None:
    places = [each.location for each in read("A->>Bob: x", "participant A as Ann").participants]
    assert [(place.line, place.column) for place in places if place] == [(2, 1), (2, 5)]
