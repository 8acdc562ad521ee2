"""Fragments: how far they reach, and where their words stand."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Path
from diagramkit.scene import Mark

from .sequence_pictures import SequencePicture, sequence


def rules(picture: SequencePicture) -> list[float]:
    """The heights of the rules between sections."""
    marks = [item for item in picture.scene.primitives if isinstance(item, Mark)]
    return [_top(mark.path) for mark in marks if mark.role == "section"]


def _top(path: Path) -> float:
    return path.flattened()[0].y


@pytest.mark.parametrize("kind", ["loop", "alt", "opt", "par", "critical", "break"])
def test_a_plate_in_the_corner_names_a_fragment(kind: str) -> None:
    picture = sequence(f"{kind} words", "A->>B: x", "end")
    key = f"fragment:{kind}:0"
    plate, frame = picture.part(f"tag:{key}").rect, picture.part(key).rect
    assert (plate.x, plate.y, plate.height) == (frame.x, frame.y, 22)
    assert [text.text for text in picture.said(f"tag:{key}")] == [kind]


def test_the_words_of_a_fragment_begin_12_right_of_its_first_life_line() -> None:
    picture = sequence("loop until EOS", "B->>C: x", "end", "A->>B: y")
    [words] = picture.said("fragment:loop:0")
    assert words.x == picture.life("B") + 12
    assert words.rect.right < picture.life("C")


def test_a_frame_takes_in_the_participants_of_its_messages_and_no_others() -> None:
    picture = sequence("A->>B: x", "opt words", "B->>C: y", "end", "C->>D: z")
    frame = picture.part("fragment:opt:0").rect
    assert picture.life("A") < frame.x < picture.life("B")
    assert picture.life("C") < frame.right < picture.life("D")


def test_a_frame_takes_in_what_stands_beside_its_last_life_line() -> None:
    picture = sequence("loop again", "A->>B: x", "B->>B: a loop with words", "end", "B->>C: y")
    frame = picture.part("fragment:loop:0").rect
    assert frame.contains(picture.label("B", "B")[0].rect)


def test_a_frame_in_a_frame_stands_8_inside() -> None:
    picture = sequence("loop one", "A->>B: x", "opt two", "A->>B: y", "end", "end")
    outer, inner = (picture.part(f"fragment:{kind}:0").rect for kind in ("loop", "opt"))
    assert inner.x - outer.x == outer.right - inner.right == 8


def test_frames_below_each_other_are_equally_wide() -> None:
    picture = sequence(
        "loop one", "A->>B: x", "opt two", "A->>B: y", "end", "end", "alt three", "A->>B: z", "end"
    )
    one, other = (picture.part(f"fragment:{kind}:0").rect for kind in ("loop", "alt"))
    assert (one.x, one.right) == (other.x, other.right)


@pytest.mark.parametrize(
    ("kind", "further"), [("alt", "else"), ("par", "and"), ("critical", "option")]
)
def test_a_dashed_rule_begins_each_further_section(kind: str, further: str) -> None:
    picture = sequence(f"{kind} one", "A->>B: x", f"{further} two", "A->>B: y", "end")
    [rule] = rules(picture)
    assert picture.height("A", "B") < rule < picture.height("A", "B", 1)
    said = [text.text for text in picture.said(f"fragment:{kind}:0")]
    assert said == ["one", further, "two"]


def test_a_rect_is_a_tint_of_the_theme_below_everything_else() -> None:
    picture = sequence("rect rgb(200, 220, 255)", "A->>B: x", "end")
    first = picture.scene.primitives[0]
    assert first.key == "fragment:rect:0"
    assert picture.part("fragment:rect:0").paint.fill == "#F3EFE7"


def test_the_colors_of_the_source_are_kept_where_they_are_asked_for() -> None:
    picture = sequence("rect rgb(200, 220, 255)", "A->>B: x", "end", colors="source")
    assert picture.part("fragment:rect:0").paint.fill == "#c8dcff"


@pytest.mark.parametrize(
    ("color", "fill"),
    [("AliceBlue", "aliceblue"), ("hsl(1, 2%, 3%)", "#F3EFE7"), ("x", "#F3EFE7"), ("", "#F3EFE7")],
)
def test_a_color_is_kept_if_it_is_one(color: str, fill: str) -> None:
    picture = sequence(f"rect {color}", "A->>B: x", "end", colors="source")
    assert picture.part("fragment:rect:0").paint.fill == fill


def test_a_color_that_lets_the_ground_through_is_mixed_with_it() -> None:
    picture = sequence("rect rgba(0, 0, 0, .5)", "A->>B: x", "end", colors="source")
    assert picture.part("fragment:rect:0").paint.fill == "#7a7875"


def test_a_fragment_in_which_nothing_happens_is_as_wide_as_the_one_around_it() -> None:
    picture = sequence("loop one", "A->>B: y", "opt none", "end", "end", "B->>C: x")
    assert picture.part("fragment:loop:0").rect.right < picture.life("C")


def test_many_frames_in_each_other_stay_apart() -> None:
    depth = 12
    nested = [f"loop {number}" for number in range(depth)]
    picture = sequence("A->>B: x", *nested, "B->>C: y", *["end"] * depth)
    lefts = [picture.part(f"fragment:loop:{number}").rect.x for number in range(depth)]
    assert lefts == sorted(set(lefts))
    assert picture.faults == []


@pytest.mark.parametrize("kind", ["loop", "rect"])
def test_a_fragment_without_anybody_is_not_drawn(kind: str) -> None:
    picture = sequence(kind, "end")
    assert picture.scene.primitives == ()
