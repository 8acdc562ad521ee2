"""Packets as they are drawn."""

from __future__ import annotations

from .pictures import Picture, draw


def picture(text: str) -> Picture:
    return draw(f"packet\n{text}\n")


def said(drawn: Picture) -> list[str]:
    return [text.text for text in drawn.scene.texts]


def test_fields_are_as_wide_as_their_bits() -> None:
    wide, narrow = (box.rect for box in picture('0-15: "a"\n16-23: "b"').scene.boxes)
    assert wide.width == 2 * narrow.width
    assert wide.right == narrow.x


def test_a_field_goes_on_in_the_next_row() -> None:
    first, second = (box.rect for box in picture('+64: "a"').scene.boxes)
    assert first.x == second.x
    assert first.bottom < second.y


def test_a_short_word_stands_upright_in_a_single_bit() -> None:
    drawn = picture('+1: "URG"\n+31: "rest"')
    letters = [text for text in drawn.scene.texts if text.key.startswith("words:0:0")]
    assert [text.text for text in letters] == ["U", "R", "G"]
    assert len({text.x for text in letters}) == 1


def test_a_label_without_room_stands_below_with_its_bits() -> None:
    drawn = picture('+31: "rest"\n+1: "last block of the request"')
    assert "last block of the request" in said(drawn)
    (bits,) = [text for text in drawn.scene.texts if text.key.startswith("bits:")]
    assert (bits.text, bits.y > max(box.rect.bottom for box in drawn.scene.boxes)) == ("31", True)


def test_a_critical_field_is_accent_in_every_row_and_the_others_are_not() -> None:
    drawn = picture('+8: "a"\n+56: "b"\n%% diagram: critical b')
    assert sorted(box.role for box in drawn.scene.boxes) == ["accent", "accent", "cell"]
    assert drawn.faults == []
