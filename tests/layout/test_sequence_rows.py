"""How far down everything stands."""

from __future__ import annotations

from itertools import chain

import pytest

from diagramkit.geometry import Rect
from diagramkit.scene import Mark

from .sequence_pictures import sequence

LONG = "words that are broken into several lines because they do not fit into a lane at all"


def test_messages_are_36_apart() -> None:
    picture = sequence("A->>B: one", "B-->>A: two")
    assert picture.height("B", "A") - picture.height("A", "B") == 36


def test_each_further_line_of_words_adds_16() -> None:
    picture = sequence("A->>B: one", "A->>B: two<br/>three<br/>four")
    assert picture.height("A", "B", 1) - picture.height("A", "B") == 36 + 32


def test_words_of_several_lines_begin_beside_the_message_before_them() -> None:
    picture = sequence("A->>B: one", "B->>C: two<br/>three")
    assert picture.height("B", "C") - picture.height("A", "B") == 36


def test_time_runs_down_in_the_order_of_the_source() -> None:
    picture = sequence("A->>B: 1", "C->>D: 2<br/>2", "B->>B: 3", "D->>A: 4", "A->>B: 5")
    pairs = [("A", "B", 0), ("C", "D", 0), ("B", "B", 0), ("D", "A", 0), ("A", "B", 1)]
    heights = [picture.height(*pair) for pair in pairs]
    assert heights == sorted(set(heights))


def test_a_message_to_oneself_goes_24_out_and_16_down() -> None:
    picture = sequence("A->>A: think")
    points = picture.edge("A", "A").points
    assert points[1].x - picture.life("A") == 24
    assert points[-1].y - points[0].y == 16


def test_a_note_stands_beside_its_message_in_a_free_lane() -> None:
    picture = sequence("A->>B: one", "Note right of B: beside", "B->>A: two", "B->>C: three")
    note = picture.part("note:B:0").rect
    assert note.y == picture.height("A", "B")
    assert picture.life("B") < note.x
    assert note.right < picture.life("C")


def test_a_note_in_a_lane_that_is_taken_stands_below_its_message() -> None:
    picture = sequence("A->>B: one", "Note left of B: below", "B->>A: two")
    note = picture.part("note:B:0").rect
    assert picture.height("A", "B") < note.y
    assert note.bottom < picture.height("B", "A")


def test_a_note_over_participants_hides_their_life_lines() -> None:
    picture = sequence("A->>C: one", "B->>B: x", "Note over A,C: over all three")
    note = picture.part("note:A+C:0")
    assert note.paint.fill != "none"
    assert note.rect.x < picture.life("A")
    assert picture.life("C") < note.rect.right


def test_the_words_of_a_note_begin_12_right_of_its_border() -> None:
    picture = sequence("A->>B: one", f"Note right of B: {LONG}")
    lefts = {text.x for text in picture.said("note:B:0")}
    assert lefts == {picture.part("note:B:0").rect.x + 12}


def test_the_next_message_waits_for_the_end_of_a_note_beside_the_one_before() -> None:
    picture = sequence("A->>B: one", f"Note right of B: {LONG} {LONG}", "A->>B: two")
    assert picture.height("A", "B", 1) > picture.part("note:B:0").rect.bottom


def test_a_frame_begins_24_below_the_message_before_it() -> None:
    picture = sequence("A->>B: one", "loop again", "A->>B: two", "end")
    frame = picture.part("fragment:loop:0").rect
    assert frame.y - picture.height("A", "B") == 24
    assert frame.bottom - picture.height("A", "B", 1) == 24


def test_participants_are_named_again_at_the_foot_of_a_high_drawing() -> None:
    picture = sequence(*["A->>B: x"] * 30)
    assert picture.scene.height > 720
    assert picture.keys("foot") == ["foot:A", "foot:B"]
    assert picture.part("foot:B").rect.bottom < picture.scene.height


def test_they_are_named_once_in_a_drawing_that_is_not() -> None:
    assert sequence("A->>B: x").keys("foot") == []


def test_a_participant_that_is_made_has_its_box_at_the_message_that_makes_it() -> None:
    picture = sequence("A->>B: x", "create participant C", "B->>C: hello")
    assert picture.center("C").y == picture.height("B", "C")
    assert picture.edge("B", "C").heads[0].tip.x == picture.rect("C").x - 2


def test_a_life_line_ends_in_a_cross_where_its_participant_does() -> None:
    picture = sequence("A->>B: x", "destroy B", "A-xB: stop", "A->>A: go on")
    [*_, end] = picture.marked("life:B").path.flattened()
    assert end.y == picture.height("A", "B", 1)
    assert picture.keys("end") == ["end:B"]


def test_a_participant_that_has_ended_is_not_named_at_the_foot() -> None:
    picture = sequence("A->>B: x", "destroy B", "A-xB: stop", *["A->>C: x"] * 30)
    assert picture.keys("foot") == ["foot:A", "foot:C"]


@pytest.mark.parametrize("form", ["plus and minus", "statements"])
def test_a_bar_runs_from_the_message_that_begins_it_to_the_one_that_ends_it(form: str) -> None:
    if form == "statements":
        picture = sequence("A->>B: 1", "activate B", "B->>A: 2", "deactivate B")
    else:
        picture = sequence("A->>+B: 1", "B->>-A: 2")
    corners = picture.marked("bar:B:0").path.flattened()
    assert {point.y for point in corners} == {picture.height("A", "B"), picture.height("B", "A")}
    assert {point.x - picture.life("B") for point in corners} == {-4, 4}


def test_a_bar_on_a_bar_is_set_off_to_the_right() -> None:
    picture = sequence("A->>+B: 1", "A->>+B: 2", "B->>-A: 3", "B->>-A: 4")
    lefts = [picture.marked(f"bar:B:{number}").path.flattened()[0].x for number in (0, 1)]
    assert lefts[1] - lefts[0] == 4


def test_a_message_ends_2_short_of_the_bar_that_it_begins() -> None:
    picture = sequence("A->>+B: 1")
    assert picture.edge("A", "B").heads[0].tip.x == picture.life("B") - 6


def test_a_bar_that_nothing_ends_runs_to_the_end() -> None:
    picture = sequence("A->>+B: 1", "A->>B: 2")
    [*_, end] = picture.marked("life:B").path.flattened()
    assert max(point.y for point in picture.marked("bar:B:0").path.flattened()) == end.y


def test_messages_pass_behind_the_bars_of_others() -> None:
    keys = [item.key for item in sequence("A->>+B: 1", "A->>C: 2").scene.primitives]
    assert keys.index("edge:A->C:0") < keys.index("bar:B:0")


def test_a_number_without_words_keeps_its_distance() -> None:
    picture = sequence("autonumber", "A->>B:", "B->>A:")
    assert picture.height("B", "A") - picture.height("A", "B") == 36


def test_who_ends_with_a_message_to_oneself_lives_until_it_arrives() -> None:
    picture = sequence("A->>B: x", "destroy B", "B->>B: stop")
    [*_, end] = picture.marked("life:B").path.flattened()
    assert end.y == picture.edge("B", "B").points[-1].y
    assert picture.faults == []


@pytest.mark.parametrize("words", ["hello", LONG])
def test_words_keep_clear_of_the_box_that_their_message_makes(words: str) -> None:
    name = "A participant with quite a long name"
    picture = sequence("A->>A: x", f"create participant B as {name}", f"A->>B: {words}")
    assert all(text.rect.right + 8 < picture.rect("B").x for text in picture.label("A", "B"))


def test_nothing_stands_above_what_it_follows() -> None:
    notes = (
        "Note right of B: a<br/>b<br/>c",
        "Note left of A: two<br/>lines",
        "Note right of B: d",
    )
    picture = sequence(
        "A->>B: one", *notes, "B->>A: two", "Note left of A: e", "Note right of B: f"
    )
    first, second = picture.height("A", "B"), picture.height("B", "A")
    tops = [picture.part(key).rect.y for key in picture.keys("note")]
    assert all(top >= first for top in tops)
    assert all(top >= second for top in tops[-2:])


def test_a_bar_begins_below_the_note_before_it() -> None:
    picture = sequence("A->>B: one", "Note over A,B: wait", "activate B", "B->>A: two")
    top = picture.marked("bar:B:0").path.flattened()[0].y
    assert top > picture.part("note:A+B:0").rect.bottom


def test_a_bar_ends_with_the_note_before_its_end() -> None:
    picture = sequence("A->>+B: one", "Note right of B: it works", "deactivate B", "A->>B: two")
    bottom = max(point.y for point in picture.marked("bar:B:0").path.flattened())
    assert bottom == picture.part("note:B:0").rect.bottom


def test_formulas_keep_clear_of_lines_and_stay_in_their_notes() -> None:
    deep = r"$$\frac{1+\frac{1}{2}}{\frac{1}{2}}$$"
    picture = sequence(f"A->>B: {deep}", f"note right of B: one<br/>{deep}<br/>two")
    note, message = sorted(
        (
            Rect.bounding(chain.from_iterable(item.path.pieces()))
            for item in picture.scene.primitives
            if isinstance(item, Mark) and item.key.startswith("formula:")
        ),
        key=lambda rect: -rect.y,
    )
    box = next(box.rect for box in picture.scene.boxes if box.role == "note")
    one, two = (text for text in picture.scene.texts if text.text in ("one", "two"))
    assert message.bottom < picture.height("A", "B")
    assert box.contains(note)
    assert one.y < note.y < note.bottom < two.y
    assert picture.life("B") - picture.life("A") < 160
