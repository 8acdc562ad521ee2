"""Where lines break."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.text import TextStyle, measure, unbroken, wrap
from diagramkit.text.clusters import clusters

STYLE = TextStyle(("Inter", "Arial", "sans-serif"), 14)


def wrapped(text: str, *, fits: str) -> list[str]:
    """`text` in lines as wide as the words `fits`."""
    return wrap(text, STYLE, measure(fits, STYLE))


def test_what_fits_stays_on_one_line() -> None:
    assert wrapped("Transformer basics", fits="Transformer basics") == ["Transformer basics"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", STYLE, 100) == [""]


def test_space_around_and_between_words_collapses() -> None:
    assert wrap("  a \t\n b  ", STYLE, 100) == ["a b"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Transformer variants", ["Transformer", "variants"]),
        ("Position/normalisation", ["Position/", "normalisation"]),
        ("attention,position", ["attention,", "position"]),
        ("Transformer-based", ["Transformer-", "based"]),
    ],
)
def test_lines_break_at_spaces_and_after_slash_comma_and_hyphen(
    text: str, lines: list[str]
) -> None:
    assert wrapped(text, fits="normalisation") == lines


@pytest.mark.parametrize(
    "text", ["1,000,000", "1/2", "GPT-4", "-1", "Kubernetes", "no\u00a0break", "a\u202fb"]
)
def test_numbers_names_and_held_words_stay_whole(text: str) -> None:
    lines = wrapped(f"x {text} y", fits=text)
    assert text in lines


@pytest.mark.parametrize("sign", ["/", "&", "+", "|"])
def test_a_lone_sign_does_not_begin_a_line(sign: str) -> None:
    assert wrapped(f"attention {sign} values", fits=f"attention {sign}") == [
        f"attention {sign}",
        "values",
    ]


def test_a_word_too_wide_by_itself_breaks_at_its_seams_first() -> None:
    text = "torch.distributed.fsdp.FullySharded"
    assert wrapped(text, fits="fsdp.FullyMM") == ["torch.", "distributed.", "fsdp.", "FullySharded"]


def test_a_word_too_wide_without_seams_breaks_between_characters() -> None:
    assert wrapped("m" * 10, fits="mmm") == ["mmm", "mmm", "mmm", "m"]


def test_a_character_too_wide_stands_alone() -> None:
    assert wrap("MMM", STYLE, 1) == ["M", "M", "M"]


def test_a_mark_is_never_parted_from_its_letter() -> None:
    text = "q\u0303" * 6
    assert wrapped(text, fits="q\u0303" * 4) == ["q\u0303" * 4, "q\u0303" * 2]


def test_lines_are_of_nearly_equal_width() -> None:
    assert wrapped("one two three four five", fits="one two three four") == [
        "one two three",
        "four five",
    ]


def test_no_short_word_is_left_alone_on_the_last_line() -> None:
    assert wrapped("tokens per sequence verifications of it", fits="verifications of") == [
        "tokens per",
        "sequence",
        "verifications",
        "of it",
    ]


def test_empty_brackets_stay_with_their_name() -> None:
    assert wrapped("relayMessage()", fits="relayMessage") != ["relayMessage", "()"]


def test_japanese_breaks_between_phrases() -> None:
    assert wrapped("ファイルを読み込んでキャッシュする", fits="漢" * 8) == [
        "ファイルを読み",
        "込んで",
        "キャッシュする",
    ]


def test_thai_breaks_between_words() -> None:
    assert wrapped("ปัญญาประดิษฐ์ภาษาไทย", fits="ปัญญาประดิษฐ์") == ["ปัญญาประดิษฐ์", "ภาษาไทย"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("機械学習模型", ["機械学", "習模型"]),
        ("汉语训练模型", ["汉语训", "练模型"]),
        ("ひらがなかな", ["ひらが", "なかな"]),
        ("使用CPU训", ["使用", "CPU", "训"]),
    ],
)
def test_han_and_kana_break_between_any_two_characters(text: str, lines: list[str]) -> None:
    assert wrapped(text, fits="漢漢漢") == lines


@pytest.mark.parametrize("closing", "。、」）ーっャ々!,.")
def test_no_line_begins_with_what_closes_or_prolongs(closing: str) -> None:
    lines = wrapped(f"機械学{closing}習模型", fits="漢漢漢")
    assert not any(line.startswith(closing) for line in lines)


@pytest.mark.parametrize("opening", "「（【(")
def test_no_line_ends_with_what_opens(opening: str) -> None:
    lines = wrapped(f"機械{opening}学習模型", fits="漢漢漢")
    assert not any(line.endswith(opening) for line in lines)


def test_a_voicing_mark_stays_with_its_kana() -> None:
    text = unicodedata.normalize("NFD", "ががががが")
    assert all(line.startswith("か") for line in wrapped(text, fits="漢漢"))


def test_korean_breaks_between_words() -> None:
    assert wrapped("모델 병렬화와 파이프라인", fits="파이프라인") == [
        "모델",
        "병렬화와",
        "파이프라인",
    ]


@pytest.mark.parametrize("word", ["GPU를", "漢字는", "모델(model)은"])
def test_a_korean_word_with_latin_or_han_stays_whole(word: str) -> None:
    assert word in wrapped(f"큰 {word} 쓴다", fits=word)


def test_a_korean_word_too_wide_by_itself_breaks_between_syllables() -> None:
    assert wrapped("초거대언어모델", fits="초거대언") == ["초거대언", "어모델"]


words = st.text(st.sampled_from("abcWi.,-/@_ 12漢字か、。「」한글é\u0301\u00a0🚀👍🏽"), max_size=60)
widths = st.floats(min_value=15, max_value=200)


@given(words, widths)
def test_no_line_is_wider_than_allowed_unless_it_is_one_character(text: str, width: float) -> None:
    for line in wrap(text, STYLE, width):
        assert measure(line, STYLE) <= width or len(list(clusters(line))) == 1


@given(words, widths)
def test_lines_lose_nothing_but_spaces(text: str, width: float) -> None:
    joined = "".join(wrap(text, STYLE, width))
    assert joined.replace(" ", "") == text.replace(" ", "")


@given(words, widths)
def test_a_line_wrapped_again_stays_as_it_is(text: str, width: float) -> None:
    for line in wrap(text, STYLE, width):
        assert wrap(line, STYLE, width) == [line]


short = st.lists(st.sampled_from(["a", "word", "漢字か。", "값이", "and/or", "x-y", "1,5", "&"]))
room = st.floats(min_value=50, max_value=200)


@given(short.map(" ".join), room, room)
def test_more_room_needs_no_more_lines_where_no_word_is_broken(
    text: str, one: float, other: float
) -> None:
    narrow, wide = sorted((one, other))
    assert len(wrap(text, STYLE, wide)) <= len(wrap(text, STYLE, narrow))


def test_what_is_kept_whole_can_be_asked_for() -> None:
    assert unbroken("max_tokens, well-known/path") == ["max_tokens,", "well-", "known/", "path"]


def test_and_so_can_the_pieces_that_long_words_are_broken_into() -> None:
    assert unbroken("max_tokens KVCache", inner=True) == ["max_", "tokens", "KVCache"]
    assert unbroken("blockTable", inner=True) == ["block", "Table"]


def test_a_number_is_not_parted_from_its_unit() -> None:
    lines = wrapped("It takes as much as 250 ms in all", fits="much as 250 m")
    assert not any(line.endswith("250") for line in lines)


def test_a_call_too_wide_for_a_line_breaks_at_its_brackets() -> None:
    lines = wrapped('fetch_prompt(name="summarize_text")', fits='name="summarize_text")M')
    assert lines == ["fetch_prompt(", 'name="summarize_text")']


def test_no_opening_bracket_stands_alone_on_a_line() -> None:
    lines = wrapped("[Server\\SharedDb].[Test]", fits="Server\\SharedDb].")
    assert lines == ["[Server\\", "SharedDb].[Test]"]


@pytest.mark.parametrize(
    ("lang", "text", "fits", "lines"),
    [
        (
            "de",
            "Datenschutzgrundverordnung",
            "Datenschutzgrund",
            ["Datenschutz-", "grundverordnung"],
        ),
        ("ko", "漢字漢字漢字 漢字漢字", "漢字漢字漢字", ["漢字漢字漢字", "漢字漢字"]),
        ("zh", "漢字漢字漢字 漢字漢字", "漢字漢字漢字", ["漢字漢字漢", "字 漢字漢字"]),
        ("fr", "vraiment continuer ?", "vraiment continuer", ["vraiment", "continuer ?"]),
        ("fr", "le mot « seul » ici", "le mot « seul", ["le mot", "« seul » ici"]),
    ],
)
def test_lines_break_by_the_rules_of_the_language(
    lang: str, text: str, fits: str, lines: list[str]
) -> None:
    style = STYLE._replace(lang=lang)
    assert wrap(text, style, measure(fits, style) + 1) == lines
