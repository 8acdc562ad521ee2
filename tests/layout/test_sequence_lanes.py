"""Where life lines stand, and that words keep to one lane."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit.geometry import Rect

from .pictures import THEME
from .sequence_pictures import SequencePicture, sequence

PEOPLE = tuple("ABCDEF")
INTRODUCED = tuple(f"participant {name}" for name in PEOPLE)
SENTENCE = "a message that has far more to say than there is room for between two life lines"


def pitches(picture: SequencePicture, names: str) -> list[float]:
    lives = [picture.life(name) for name in names]
    return [after - before for before, after in pairwise(lives)]


def in_one_lane(picture: SequencePicture, room: Rect, left: str, right: str) -> bool:
    return picture.life(left) < room.x and room.right < picture.life(right)


def rooms(picture: SequencePicture, source: str, target: str) -> list[Rect]:
    return [text.rect for text in picture.label(source, target)]


def test_life_lines_are_evenly_spaced_where_the_page_allows_it() -> None:
    picture = sequence("A->>B: a longer message", "B->>C: x", "C->>D: y")
    assert len(set(pitches(picture, "ABCD"))) == 1


def test_a_lane_is_32_wider_than_the_words_in_it() -> None:
    picture = sequence(f"A->>B: {'m' * 14}", "B->>A: x")
    [words] = picture.label("A", "B")
    assert 32 <= pitches(picture, "AB")[0] - words.width < 34


def test_lanes_are_as_wide_as_they_have_to_be_where_equal_ones_do_not_fit() -> None:
    lanes = pairwise(PEOPLE)
    picture = sequence(*(f"{a}->>{b}: {'m' * 13 if a == 'C' else 'x'}" for a, b in lanes))
    assert max(pitches(picture, "ABCDEF")) == pitches(picture, "ABCDEF")[2]
    assert picture.scene.width <= 960


@pytest.mark.parametrize(("source", "target", "lane"), [("A", "D", "AB"), ("D", "A", "CD")])
def test_words_stand_in_the_lane_of_the_sender(source: str, target: str, lane: str) -> None:
    picture = sequence(*INTRODUCED, f"{source}->>{target}: {SENTENCE}")
    for room in rooms(picture, source, target):
        assert in_one_lane(picture, room, *lane)


def test_words_end_8_above_their_line() -> None:
    picture = sequence(f"A->>B: {SENTENCE}")
    assert picture.label("A", "B")[-1].y == picture.height("A", "B") - 8


def test_long_words_are_broken_before_the_type_gets_smaller() -> None:
    picture = sequence(*INTRODUCED, *(f"{name}->>F: {SENTENCE}" for name in "ABCD"))
    sizes = {text.size for text in picture.scene.texts if text.owner.startswith("edge:")}
    assert len(picture.label("A", "F")) > 2
    assert sizes == {13}
    assert picture.scene.width <= 960


def test_the_type_is_compact_where_breaking_words_is_not_enough() -> None:
    names = [f"Worker{number}" for number in range(9)]
    messages = [f"{a}->>{b}: x" for a, b in pairwise(names)]
    picture = sequence(*messages)
    assert {text.size for text in picture.label(names[0], names[1])} == {12}
    assert picture.scene.width <= 960


def test_a_diagram_that_cannot_fit_is_warned_of() -> None:
    names = [f"Participant{number}" for number in range(20)]
    picture = sequence(*(f"participant {name}" for name in names))
    assert picture.scene.width > 960
    assert picture.warnings == ["too-wide"]


def test_words_that_ask_not_to_be_wrapped_stay_in_one_line_where_they_fit() -> None:
    picture = sequence(f"A->>B: nowrap: {SENTENCE}")
    assert len(picture.label("A", "B")) == 1


def test_a_single_long_word_widens_its_lane_before_it_is_broken() -> None:
    picture = sequence(*INTRODUCED, *(f"{name}->>F: unmistakableness" for name in "ABCDE"))
    assert [text.text for text in picture.label("A", "F")] == ["unmistakableness"]


def test_the_words_of_a_message_to_oneself_stand_right_of_it() -> None:
    picture = sequence("A->>A: think", "A->>B: x")
    loop = picture.edge("A", "A")
    [words] = picture.label("A", "A")
    assert words.rect.x == max(point.x for point in loop.points) + 8
    assert words.rect.right < picture.life("B")


def test_boxes_of_participants_are_40_high_and_equally_wide() -> None:
    picture = sequence("participant A as Client", "participant B as KV cache", "A->>B: x")
    sizes = {picture.rect(name).size for name in "AB"}
    assert len(sizes) == 1
    assert sizes.pop().height == 40


def test_a_life_line_stands_below_the_middle_of_its_box() -> None:
    picture = sequence("A->>B: x")
    assert picture.life("B") == picture.center("B").x


def test_participants_with_a_frame_keep_clear_of_others() -> None:
    picture = sequence("box Inside", "participant A", "participant B", "end", "B->>C: x")
    frame = picture.rect("0")
    assert frame.contains(picture.rect("A").union(picture.rect("B")))
    assert frame.right < picture.rect("C").x


FOUR = tuple(f"participant {name}" for name in "ABCD")
CALL = 'loadSnapshotById("snapshot_2024_main_of_all")'


def test_a_long_word_may_use_every_lane_that_its_arrow_crosses() -> None:
    picture = sequence(*FOUR, f"A->>D: {CALL}", "A->>B: x", "B->>C: y", "C->>D: z")
    (line,) = picture.said("edge:A->D:0")
    assert line.text == CALL
    assert line.rect.right > picture.life("B")


def test_a_life_line_is_interrupted_behind_words_over_it() -> None:
    picture = sequence(*FOUR, f"A->>D: {CALL}", "A->>B: x", "B->>C: y", "C->>D: z")
    (line,) = picture.said("edge:A->D:0")
    pieces = picture.marked("life:B").path.pieces()
    assert len(pieces) == 2
    assert not any(
        line.rect.y < y < line.rect.bottom for piece in pieces for y in (piece[0].y, piece[-1].y)
    )
    assert picture.findings == ()


def test_words_do_not_stand_over_a_bar() -> None:
    picture = sequence(
        *FOUR, "A->>+B: x", f"A->>D: {CALL}", "B->>C: y", "C->>D: z", "B-->>-A: done"
    )
    assert picture.findings == ()
    assert all(line.rect.right < picture.life("B") for line in picture.said("edge:A->D:0"))


def test_a_long_word_in_one_lane_widens_it() -> None:
    picture = sequence(f"A->>B: {CALL}")
    assert [line.text for line in picture.said("edge:A->B:0")] == [CALL]


def test_words_of_a_message_to_oneself_run_over_life_lines_rather_than_break_a_word() -> None:
    crowd = [f"participant {name}" for name in "BCDEFGHI"]
    words = "call verify_every_snapshot_of_all(snapshot_2024_main_of_all)"
    picture = sequence("participant A", *crowd, f"A->>A: {words}")
    assert "".join(f"{line.text} " for line in picture.said("edge:A->A:0")).split() == words.split()
    assert picture.findings == ()


def test_no_name_breaks_inside_while_narrower_lanes_have_room_for_it() -> None:
    names = ("SnapshotLoader", "TokenCollector", "KernelCompiler", "GraphScheduler")
    steps = [f"{a}->>{b}: a message of several words" for a, b in pairwise(names * 2)]
    people = [f"participant {name}" for name in (*names, *"EFG")]
    picture = sequence(*people, *steps)
    for name in names:
        assert [line.text for line in picture.said(f"node:{name}")] == [name]


def test_a_name_too_wide_for_its_lane_goes_on_over_life_lines_without_bars() -> None:
    calls = [
        f"{one}->>{other}: load_the_snapshot_of_all_that_{one.lower()}_knows"
        for one, other in pairwise(PEOPLE)
    ]
    picture = sequence(*INTRODUCED, *calls, "A->>C: short words", "C->>F: more short words")
    assert picture.scene.width <= THEME.page.max_width
    shown = {text.text for text in picture.scene.texts}
    assert {call.partition(": ")[2] for call in calls} <= shown


LONG_NAMES = ("OrderSubmissionGateway", "ReservationCoordinator", "PaymentAuthorizationHub") * 3


def crowded() -> SequencePicture:
    people = [f"participant P{place} as {name}" for place, name in enumerate(LONG_NAMES)]
    return sequence(*people, *(f"P{place}->>P{place + 1}: ask" for place in range(8)))


def test_names_too_long_to_stand_side_by_side_stand_whole_on_two_levels() -> None:
    picture = crowded()
    boxes = [picture.rect(f"P{place}") for place in range(9)]
    assert picture.scene.width <= 960
    assert [len(picture.said(f"node:P{place}")) for place in range(9)] == [1] * 9
    assert {box.y for box in boxes[::2]} == {boxes[0].y}
    assert {box.y for box in boxes[1::2]} == {boxes[1].y}
    assert boxes[1].y > boxes[0].bottom


def test_life_lines_of_upper_names_pass_between_the_lower_ones() -> None:
    picture = crowded()
    lower = [picture.rect(f"P{place}") for place in range(1, 9, 2)]
    lives = [picture.life(f"P{place}") for place in range(0, 9, 2)]
    assert not [x for x in lives for box in lower if box.x - 4 < x < box.right + 4]


def test_frames_around_participants_hold_their_names_on_both_levels() -> None:
    people = [f"participant P{place} as {name}" for place, name in enumerate(LONG_NAMES)]
    messages = (f"P{place}->>P{place + 1}: ask" for place in range(8))
    boxed = ["box One", *people[:4], "end", *people[4:6], "box Two", *people[6:], "end"]
    picture = sequence(*boxed, *messages)
    rects = [picture.rect(f"P{place}") for place in range(9)]
    one, two = picture.rect("0"), picture.rect("1")
    assert len({rect.y for rect in rects}) == 2
    assert all(one.contains(rect) for rect in rects[:4])
    assert all(two.contains(rect) for rect in rects[6:])
    assert not any(frame.overlaps(rect) for frame in (one, two) for rect in rects[4:6])


def test_loops_of_the_last_participant_go_left_on_a_narrow_page() -> None:
    picture = sequence(
        "A->>B: ask for a list",
        "B->>C: ask for a longer list",
        "C->>C: looks it up in all of its tables",
        width=360,
    )
    assert picture.scene.width <= 360
    assert all(
        picture.life("B") < room.x and room.right < picture.life("C")
        for room in rooms(picture, "C", "C")
    )
    assert min(point.x for point in picture.edge("C", "C").points) < picture.life("C")


def test_a_long_token_takes_the_room_of_the_page() -> None:
    [line] = sequence(f"A->>B: {'eyJh3bGc5' * 9}").label("A", "B")
    assert line.width > 480
