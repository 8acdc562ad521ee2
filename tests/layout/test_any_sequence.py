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


@given(sequences())
@COMMON
def test_words_keep_between_two_life_lines(written: Written) -> None:
    picture = drawn(written)
    lives = [picture.life(name) for name in written.participants]
    for text in picture.scene.texts:
        if text.owner.startswith("edge:"):
            assert not [x for x in lives if text.rect.x < x < text.rect.right]
