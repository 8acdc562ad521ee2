"""Lines between a box and a group that it is in: they end at the frame, from within."""

from __future__ import annotations

import pytest

from .pictures import draw, lines, room

WORDS = "words that take a line or two"
EACH_WAY = pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])


@EACH_WAY
@pytest.mark.parametrize("inner", ["TB", "LR"])
def test_words_between_a_box_and_its_group_stand_in_the_frame(direction: str, inner: str) -> None:
    members = ("subgraph G", f"direction {inner}", "A", "B --> C", "end", "C --> D")
    links = (f"A -->|{WORDS}| G", "B -.->|and on| G", "G -->|back| C")
    picture = draw(lines(direction, *members, *links))
    assert picture.faults == []
    for ends in (("A", "G"), ("B", "G"), ("G", "C")):
        assert picture.rect("G").grown(-4).contains(room(picture.label(*ends)))


@EACH_WAY
def test_a_line_to_the_own_group_ends_at_its_frame(direction: str) -> None:
    picture = draw(lines(direction, "subgraph G", "A --> B", "end", f"B -->|{WORDS}| G"))
    end = picture.points("B", "G")[-1]
    frame = picture.rect("G")
    assert min(end.x - frame.x, frame.right - end.x, end.y - frame.y, frame.bottom - end.y) <= 2


def test_words_to_an_outer_group_stand_between_the_frames() -> None:
    groups = ("subgraph O", "subgraph I", "A --> B", "end", "end")
    picture = draw(lines("LR", *groups, f"B -->|{WORDS}| O"))
    words = room(picture.label("B", "O"))
    assert picture.faults == []
    assert picture.rect("O").contains(words)
    assert not picture.rect("I").overlaps(words)
