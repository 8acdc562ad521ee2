"""Words as outlines."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.text import TextStyle, measure, outlines
from diagramkit.text.fonts import cjk_face, further_faces

SANS = ("Inter", "Arial", "sans-serif")
needs_cjk = pytest.mark.skipif(cjk_face() is None, reason="needs the extra cjk")


def style(size: float = 16, weight: int = 400) -> TextStyle:
    return TextStyle(SANS, size, weight)


def data(text: str, weight: int = 400) -> list[str]:
    return [glyph.data for glyph in outlines(text, style(weight=weight))[0]]


def extent(path: str) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of relative path data without curves."""
    x = y = 0.0
    start = (x, y)
    xs, ys = [], []
    for letter, words in re.findall(r"([a-z])([^a-z]*)", path):
        values = [float(value) for value in words.split()]
        if letter == "z":
            x, y = start
            continue
        x += values[0] if letter in "mlh" else 0
        y += values[-1] if letter in "mlv" else 0
        start = (x, y) if letter == "m" else start
        xs.append(x)
        ys.append(y)
    return min(xs), max(xs), min(ys), max(ys)


def test_a_letter_stands_on_the_baseline_as_high_as_its_font_says() -> None:
    # The capital I of Arial is a bar of 1466 of 2048 units, drawn from 191 to 381.
    glyphs, advance = outlines("I", TextStyle(("Arial",), 2048))
    left, right, top, bottom = extent(glyphs[0].data)
    assert (left, right, top, bottom) == pytest.approx((191, 381, -1409, 0), abs=60)
    assert advance == 569


def test_glyphs_follow_each_other_by_their_advances() -> None:
    glyphs, width = outlines("HHH", TextStyle(("Inter",), 14))
    step = measure("H", TextStyle(("Inter",), 14))
    assert [glyph.x for glyph in glyphs] == pytest.approx([0, step, 2 * step])
    assert width == pytest.approx(3 * step)


def test_blanks_take_room_and_no_ink() -> None:
    glyphs, width = outlines("A \u00a0\u3000B", style())
    assert len(glyphs) == 2
    assert glyphs[1].x > 16
    assert width > glyphs[1].x


def test_bold_has_other_shapes_than_regular() -> None:
    assert data("R", 700) != data("R", 400)


@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_path_data_is_commands_and_numbers_alone(text: str) -> None:
    for item in data(text):
        assert re.fullmatch(r"(?:[mlqchv](?:-?\d+(?:\.\d\d?)? ?)+|z)+", item)


@pytest.mark.parametrize("character", ["\U00013000", "\ufdd0"])
def test_what_no_font_draws_is_left_out_and_keeps_its_room(character: str) -> None:
    assert outlines(character, style()) == ([], measure(character, style()))


needs_further = pytest.mark.skipif(not further_faces(), reason="needs the extras emoji and arabic")


@needs_further
@pytest.mark.parametrize("words", ["🚀", "⚠️", "✅ checked", "نعم", "שלום", "ภาษาไทย", "हिन्दी"])
def test_emoji_and_further_scripts_are_drawn_in_the_room_they_were_measured_with(
    words: str,
) -> None:
    glyphs, width = outlines(words, style())
    assert glyphs
    assert width <= measure(words, style()) + 1e-6


@needs_further
def test_arabic_letters_are_joined() -> None:
    alone = [glyph.data for letter in "نعم" for glyph in outlines(letter, style())[0]]
    joined = [glyph.data for glyph in outlines("نعم", style())[0]]
    assert not set(alone) & set(joined)


@needs_cjk
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("한국어노트", id="Hangul"),
        pytest.param("ひらがな", id="hiragana"),
        pytest.param("カタカナ", id="katakana"),
        pytest.param("汉语训练", id="simplified Han"),
        pytest.param("漢語訓練", id="traditional Han"),
    ],
)
@pytest.mark.parametrize("weight", [400, 700])
def test_east_asian_words_are_drawn_glyph_by_glyph(text: str, weight: int) -> None:
    drawn = data(text, weight)
    boxes = data("ก" * len(text), weight)
    assert len(drawn) == len(text)
    assert not set(drawn) & set(boxes)


@needs_cjk
@pytest.mark.parametrize("text", ["한국어", "かな", "汉语", "漢語"])
def test_east_asian_bold_has_other_shapes_than_regular(text: str) -> None:
    assert data(text, 700) != data(text, 400)


@needs_cjk
def test_decomposed_korean_is_drawn_as_composed() -> None:
    assert data(unicodedata.normalize("NFD", "한글")) == data("한글")


@needs_cjk
def test_han_takes_the_form_of_the_language_around_it() -> None:
    # 直 and 骨 are drawn otherwise in China, in Taiwan, and in Japan.
    japanese, simplified, traditional = (data(text)[0] for text in ("骨の", "骨头这", "骨頭這"))
    assert len({japanese, simplified, traditional}) == 3


@needs_cjk
def test_han_by_itself_has_the_simplified_chinese_form_whatever_the_machine() -> None:
    assert data("骨")[0] == data("骨头这")[0]


def test_hebrew_runs_from_right_to_left_and_latin_beside_it_does_not() -> None:
    alone = {letter: data(letter)[0] for letter in "אבab"}
    assert data("ab אב ab") == [alone[letter] for letter in "abבאab"]


def test_words_in_hebrew_stand_in_order_from_right_to_left() -> None:
    first, second = data("אב"), data("גד")
    assert data("אב גד") == [*second, *first]
