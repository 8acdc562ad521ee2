"""How wide words are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.text import TextStyle, measure, missing, outlines
from diagramkit.text.fonts import cjk_face, faces

SANS = ("Inter", "Arial", "sans-serif")
MONO = ("JetBrains Mono", "Menlo", "monospace")
needs_cjk = pytest.mark.skipif(cjk_face() is None, reason="needs the extra cjk")


def style(size: float = 14, weight: int = 400, families: tuple[str, ...] = SANS) -> TextStyle:
    return TextStyle(families, size, weight)


def width(text: str, *families: str, weight: int = 400, size: float = 14) -> float:
    return measure(text, style(size, weight, families))


def test_a_word_has_the_width_that_its_font_says() -> None:
    # Advances of Arial's `A`, `W` and `i` are 1366, 1933 and 455 of 2048 units.
    assert width("A", "Arial", size=2048) == 1366
    assert width("W", "Arial", size=2048) == 1933
    assert width("iii", "Arial", size=2048) == 3 * 455


def test_kerning_counts() -> None:
    assert width("AV", "Inter") < width("A", "Inter") + width("V", "Inter")


@pytest.mark.parametrize("text", ["Transformer basics", "Illness", "WWW", "é → ü", "pass@K"])
def test_the_widest_font_of_the_stack_counts(text: str) -> None:
    alone = [width(text, name) for name in ("Inter", "Arimo")]
    assert width(text, "Inter", "Arimo") == width(text, "Arimo", "Inter") == max(alone)


def test_either_font_can_be_the_widest() -> None:
    # Else one font alone would do.
    assert width("Transformer", "Inter") > width("Transformer", "Arimo")
    assert width("____", "Inter") < width("____", "Arimo")


@pytest.mark.parametrize("text", ["GPU memory", "?"])
def test_inter_counts_with_and_without_its_optical_sizes(text: str) -> None:
    # A program that knows no optical sizes sets type of 28 as twice that of 14; others do not.
    assert width(text, "Inter", size=28) >= 2 * width(text, "Inter", size=14)
    assert outlines(text, style(28, families=("Inter",)))[1] <= width(text, "Inter", size=28)


def test_between_regular_and_bold_arial_has_bold_only() -> None:
    regular, semibold, bold = (width("Weights", "Arial", weight=w) for w in (500, 600, 700))
    assert regular < semibold == bold


def test_inter_has_every_weight() -> None:
    regular, semibold, bold = (width("Weights", "Inter", weight=w) for w in (400, 600, 700))
    assert regular < semibold < bold


@pytest.mark.parametrize("families", [MONO, ("Menlo", "monospace"), ("Consolas",)])
def test_code_is_six_tenths_of_an_em_a_character(families: tuple[str, ...]) -> None:
    assert measure("for i in x:", style(10, families=families)) == pytest.approx(11 * 6)


def test_a_stack_of_unknown_fonts_is_measured_in_inter() -> None:
    assert width("Words", "Papyrus", "fantasy") == width("Words", "Inter")


@pytest.mark.parametrize("name", ["arial", "Helvetica Neue", "LIBERATION SANS", "sans-serif"])
def test_fonts_with_the_metrics_of_arimo_are_measured_in_it(name: str) -> None:
    assert faces((name,)) == faces(("Arimo",))


def test_nothing_is_no_width() -> None:
    assert measure("", style()) == 0


@pytest.mark.parametrize("text", ["한국어", "漢字仮", "汉语简", "ひらが", "ＡＢ，"])
@pytest.mark.parametrize("weight", [400, 700])
def test_east_asian_characters_are_an_em_wide(text: str, weight: int) -> None:
    assert measure(text, style(20, weight)) == 60


def test_decomposed_korean_is_as_wide_as_composed() -> None:
    assert measure(unicodedata.normalize("NFD", "한글"), style()) == measure("한글", style())


def test_a_composed_letter_of_the_font_may_come_in_parts() -> None:
    assert measure("cafe\u0301", style()) == pytest.approx(measure("café", style()))


letters = st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc", "Cf"])


@given(st.text(letters, max_size=20), st.sampled_from([12.0, 14.0, 22.0, 40.0]))
def test_no_word_is_drawn_wider_than_it_was_measured(text: str, size: float) -> None:
    assert outlines(text, style(size))[1] <= measure(text, style(size)) + 1e-6


@needs_cjk
@pytest.mark.parametrize("weight", [400, 700])
def test_no_character_of_the_cjk_font_is_wider_than_it_was_measured(weight: int) -> None:
    sizes = style(100, weight)
    blocks = [range(0x2000, 0x3400), range(0x4E00, 0x4F00), range(0xAC00, 0xAD00)]
    blocks += [range(0xF900, 0xF940), range(0xFE30, 0xFFEF), range(0x20000, 0x20010)]
    letters = "LNPSZ"  # what stands by itself
    characters = [
        chr(code)
        for block in blocks
        for code in block
        if unicodedata.category(chr(code))[0] in letters
    ]
    wider = [
        character
        for character in characters
        if outlines(character, sizes)[1] > measure(character, sizes) + 1e-6
    ]
    assert wider == []


def test_every_character_that_no_font_has_is_named_once() -> None:
    assert missing("𓀀 abc 𓀀 𓀂 𓀃", SANS) == ["𓀀", "𓀂", "𓀃"]


def test_nothing_is_missing_from_the_words_of_europe() -> None:
    assert missing("Größe, ça va, Łódź, ελληνικά, кириллица → 1 × 2 – 3 … “a”", SANS) == []


@needs_cjk
@pytest.mark.parametrize("text", ["한국어 노트", "ひらがなカナ", "简体中文", "繁體中文", "𠮷野家"])
def test_nothing_is_missing_from_east_asian_words(text: str) -> None:
    assert missing(text, SANS) == []
