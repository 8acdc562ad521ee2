"""Lines from a box to itself: each with its own room, and its words with theirs."""

from __future__ import annotations

import pytest

from .pictures import draw, lines, room

LONG = "words that take a line or two"
EACH_WAY = pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])


@EACH_WAY
@pytest.mark.parametrize("box", ["A", "A{Ready?}", "A((x))", "A[one<br/>two<br/>three]"])
def test_the_words_of_two_loops_stand_apart(direction: str, box: str) -> None:
    picture = draw(
        lines(direction, box, f"A -->|{LONG}| A", "A -->|again| A", "A --> B", "A --> C")
    )
    assert picture.faults == []
    first, second = (room(picture.label("A", "A", number)) for number in (0, 1))
    assert not first.overlaps(second)


@EACH_WAY
def test_a_frame_grows_for_the_words_of_loops(direction: str) -> None:
    members = ("subgraph G", "A --> B", f"B -->|{LONG}| B", "B -->|again| B", "end", "B --> C")
    picture = draw(lines(direction, *members))
    assert picture.faults == []
    for number in (0, 1):
        assert picture.rect("G").grown(-8).contains(room(picture.label("B", "B", number)))


@EACH_WAY
def test_words_higher_than_their_loop_stand_clear_of_the_box(direction: str) -> None:
    words = "<br/>".join(["one line", "another one"] * 3)
    picture = draw(lines(direction, f"A -->|{words}| A", "B --> A", "A --> C"))
    assert picture.faults == []
    assert not room(picture.label("A", "A")).overlaps(picture.rect("A"))


@EACH_WAY
def test_a_loop_of_a_group_has_its_words_outside_of_the_frame(direction: str) -> None:
    picture = draw(lines(direction, "subgraph G", "A --> B", "end", f"G -->|{LONG}| G", "G --> C"))
    assert picture.faults == []
    assert not room(picture.label("G", "G")).overlaps(picture.rect("G"))


def test_a_box_with_one_loop_is_as_large_as_without() -> None:
    plain, looped = (draw(lines("TB", "A --> B", *more)) for more in ((), ("A -->|x| A",)))
    assert plain.rect("A").size == looped.rect("A").size
