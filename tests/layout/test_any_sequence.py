"""Whatever a sequence diagram holds, its drawing keeps what a drawing promises."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from diagramkit import render

from .sequence_grammar import Written, sequences
from .sequence_pictures import SequencePicture

COMMON = settings(max_examples=40, deadline=None)


def drawn(written: Written, mode: str = "light") -> SequencePicture:
    return SequencePicture(render(written.source + "\n", mode=mode))


@given(sequences())
@COMMON
def test_everything_that_is_written_is_drawn(written: Written) -> None:
    picture = drawn(written)
    sorts = Counter(item.key.split(":")[0] for item in picture.scene.primitives)
    assert picture.keys("node") == [f"node:{name}" for name in written.participants]
    assert sorts["life"] == len(written.participants)
    assert (sorts["edge"], sorts["note"]) == (written.messages, written.notes)
    assert sorts["fragment"] == written.fragments


@given(sequences(7, 20))
@COMMON
def test_no_drawing_has_a_fault(written: Written) -> None:
    assert drawn(written).faults == []


@given(sequences())
@COMMON
def test_words_keep_between_two_life_lines(written: Written) -> None:
    picture = drawn(written)
    lives = [picture.life(name) for name in written.participants]
    for text in picture.scene.texts:
        if text.owner.startswith("edge:"):
            assert not [x for x in lives if text.rect.x < x < text.rect.right]


@given(sequences())
@COMMON
def test_a_drawing_that_is_too_wide_is_warned_of(written: Written) -> None:
    picture = drawn(written)
    assert (picture.scene.width > 960) is ("too-wide" in picture.warnings)


@given(sequences())
@COMMON
def test_light_and_dark_differ_in_colors_alone(written: Written) -> None:
    light, dark = (drawn(written, mode).scene for mode in ("light", "dark"))
    assert [item.key for item in light.primitives] == [item.key for item in dark.primitives]
    assert [text.rect for text in light.texts] == [text.rect for text in dark.texts]
    assert [box.rect for box in light.boxes] == [box.rect for box in dark.boxes]


@given(sequences())
@COMMON
def test_the_same_source_gives_the_same_bytes(written: Written) -> None:
    assert drawn(written).drawing.svg == drawn(written).drawing.svg


@given(sequences())
@COMMON
def test_every_key_of_a_drawing_is_there_once(written: Written) -> None:
    keys = [item.key for item in drawn(written).scene.primitives]
    assert len(keys) == len(set(keys))
