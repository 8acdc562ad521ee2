"""What everything in a sequence diagram looks like."""

from __future__ import annotations

import pytest

from diagramkit import load_theme

from .sequence_pictures import sequence

THEME = load_theme("editorial")


def test_a_request_is_a_solid_line_with_a_filled_head() -> None:
    line = sequence("A->>B: x").edge("A", "B")
    assert (line.role, line.paint.dash, line.heads[0].filled) == ("main-edge", (), True)


def test_a_reply_is_dashed_and_its_words_are_muted() -> None:
    picture = sequence("A-->>B: x")
    assert picture.edge("A", "B").paint.dash == (5, 4)
    assert picture.label("A", "B")[0].color == THEME.light.muted


@pytest.mark.parametrize(
    ("arrow", "heads", "filled"),
    [
        ("->", 0, None),
        ("->>", 1, True),
        ("<<->>", 2, True),
        ("-x", 1, False),
        ("-)", 1, False),
        ("-|\\", 1, True),
        ("-|/", 1, True),
        ("-//", 1, False),
        ("-\\\\", 1, False),
    ],
)
def test_each_arrow_has_its_head(arrow: str, heads: int, filled: bool | None) -> None:
    found = sequence(f"A{arrow}B: x").edge("A", "B").heads
    assert len(found) == heads
    assert {head.filled for head in found} == ({filled} if heads else set())


@pytest.mark.parametrize(("arrow", "above"), [("-|\\", True), ("-|/", False)])
def test_half_a_head_is_above_or_below_its_line(arrow: str, above: bool) -> None:
    picture = sequence(f"A{arrow}B: x")
    [head] = picture.edge("A", "B").heads
    ys = [point.y for point in head.outline.flattened()]
    assert (min(ys) < head.tip.y) is above
    assert (max(ys) > head.tip.y) is not above


def test_heads_point_at_each_other_s_life_line_whichever_way_the_message_goes() -> None:
    picture = sequence("A->>B: x", "B->>A: y")
    assert picture.edge("A", "B").heads[0].tip.x == picture.life("B") - 2
    assert picture.edge("B", "A").heads[0].tip.x == picture.life("A") + 2


def test_a_ring_marks_an_end_in_the_middle_of_a_life_line() -> None:
    picture = sequence("A->>()B: x")
    assert picture.keys("ring") == ["ring:A->B:0:1"]
    assert picture.edge("A", "B").heads[0].tip.x == picture.life("B") - 6


def test_a_critical_message_is_accent_and_its_participants_are_not() -> None:
    picture = sequence("A->>B: one", "B->>A: two", "%% diagram: critical 2")
    line = picture.edge("B", "A")
    assert (line.role, line.paint.stroke_width) == ("accent-edge", 2.2)
    assert picture.label("B", "A")[0].weight == 600
    assert {picture.box(name).role for name in "AB"} == {"primary"}


def test_too_many_critical_messages_are_warned_of() -> None:
    messages = ["A->>B: x"] * 6
    few, many = (sequence(*messages, f"%% diagram: critical {span}") for span in ("3-4", "3-5"))
    assert (few.warnings, many.warnings) == ([], ["accent-overused"])


def test_a_number_stands_quietly_before_the_words() -> None:
    picture = sequence("autonumber 10 5", "A->>B: one", "B->>A: two")
    number, words = picture.label("B", "A")
    assert (number.text, number.color) == ("15", THEME.light.muted)
    assert number.rect.right < words.rect.x
    assert number.y == words.y


def test_life_lines_are_thin_muted_and_dotted() -> None:
    paint = sequence("A->>B: x").marked("life:A").paint
    assert (paint.stroke, paint.stroke_width, paint.dash) == (THEME.light.muted, 1, (2, 4))


def test_an_actor_has_round_ends() -> None:
    assert sequence("actor A", "A->>B: x").box("A").radius == 20


@pytest.mark.parametrize(
    "kind", ["boundary", "control", "entity", "database", "collections", "queue"]
)
def test_each_type_of_participant_can_be_told_from_a_plain_one(kind: str) -> None:
    picture = sequence(f'participant A@{{ "type": "{kind}" }}', "A->>B: x")
    special, plain = picture.box("A"), picture.box("B")
    assert (special.outline, special.details) != (plain.outline, plain.details)
    assert picture.faults == []


def test_further_lines_of_a_name_are_set_below_its_title() -> None:
    picture = sequence("participant A as Router<br/>one a node", "A->>B: x")
    title, second = picture.words("A")
    assert (title.weight, second.weight) == (600, 400)


def test_a_name_leads_where_its_link_does() -> None:
    picture = sequence("participant A", "link A: Docs @ https://example.org/", "A->>B: x")
    assert picture.box("A").link == "https://example.org/"


def test_a_group_of_participants_is_framed_and_named() -> None:
    picture = sequence("box Core", "participant A", "end", "A->>B: x")
    assert [text.text for text in picture.said("group:0")] == ["Core"]


def test_the_heading_of_the_source_names_the_drawing() -> None:
    assert sequence("title What happens", "A->>B: x").scene.title == "What happens"


def test_a_drawing_is_told_to_those_who_cannot_see_it() -> None:
    picture = sequence(
        "participant A as Client", "A->>B: POST", "B-->>A:", "loop x", "B->>B: go", "end"
    )
    assert picture.scene.description == (
        "Sequence of 3 messages between 2 participants. Client to B: POST; B to Client; B to B: go."
    )


def test_light_and_dark_have_the_same_geometry() -> None:
    source = ("autonumber", "A->>+B: x", "loop y", "B-->>-A: z", "Note over A,B: n", "end")
    light, dark = (sequence(*source, mode=mode).scene for mode in ("light", "dark"))
    assert [box.rect for box in light.boxes] == [box.rect for box in dark.boxes]
    assert [line.points for line in light.connectors] == [line.points for line in dark.connectors]
