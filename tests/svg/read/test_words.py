"""Lines of words: where they begin, how far they reach, how they are cut up."""

from __future__ import annotations

import pytest

from diagramkit.scene import Text
from svg.read.reading import reading

FONT = 'font-family="Arial" font-size="20"'
HALLO = 45.576  # “Hallo” in Arial at 20


def texts(body: str) -> list[Text]:
    return reading(body).scene.texts


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_the_anchor_says_where_words_stand(anchor: str, share: float) -> None:
    (text,) = texts(f'<text x="100" y="50" text-anchor="{anchor}" {FONT}>Hallo</text>')
    assert text.rect.x == pytest.approx(100 - share * HALLO, abs=0.05)


def test_white_space_is_shown_once() -> None:
    (text,) = texts(f"<text {FONT}>\n  one\n  two  </text>")
    assert text.text == "one two"


def test_a_tspan_with_a_place_is_a_line_of_its_own() -> None:
    body = f'<text x="10" y="20" {FONT}>one<tspan x="10" dy="24">two</tspan></text>'
    assert [(text.text, text.x, text.y) for text in texts(body)] == [
        ("one", 10, 20),
        ("two", 10, 44),
    ]


def test_a_tspan_of_another_look_follows_in_the_same_line() -> None:
    body = f'<text x="10" y="20" {FONT}>Hallo<tspan font-weight="700">!</tspan></text>'
    assert [text.x for text in texts(body)] == pytest.approx([10, 10 + HALLO], abs=0.05)


def test_a_line_of_two_looks_is_centred_as_one() -> None:
    words = 'Ha<tspan fill="#d9392e">llo</tspan>'
    body = f'<text x="100" y="20" text-anchor="middle" {FONT}>{words}</text>'
    first, last = texts(body)
    assert first.rect.x == pytest.approx(100 - HALLO / 2, abs=0.05)
    assert last.rect.right == pytest.approx(100 + HALLO / 2, abs=0.05)


def test_a_place_for_each_letter_makes_one_line() -> None:
    (text,) = texts(f'<text x="10 30 50" y="20" {FONT}>abc</text>')
    assert (text.rect.x, text.rect.right) == pytest.approx((10, 60), abs=0.1)


def test_a_given_length_is_kept() -> None:
    (text,) = texts(f'<text x="10" y="20" textLength="90" {FONT}>Hallo</text>')
    assert text.width == 90


def test_letter_spacing_makes_words_wider() -> None:
    (text,) = texts(f'<text letter-spacing="2" {FONT}>Hallo</text>')
    assert text.width == pytest.approx(HALLO + 10, abs=0.05)


@pytest.mark.parametrize(
    ("baseline", "drop"), [("middle", 5.2), ("central", 6.9), ("hanging", 14.5)]
)
def test_the_baseline_moves_words_down(baseline: str, drop: float) -> None:
    (text,) = texts(f'<text y="50" dominant-baseline="{baseline}" {FONT}>Hallo</text>')
    assert text.y - 50 == pytest.approx(drop, abs=0.1)


def test_turned_words_take_the_room_that_they_are_turned_into() -> None:
    (text,) = texts(f'<text x="100" y="200" transform="rotate(-90 100 200)" {FONT}>Hallo</text>')
    assert text.turn == pytest.approx(-90)
    assert text.rect.height == pytest.approx(HALLO, abs=0.05)
    assert text.rect.bottom == pytest.approx(200, abs=0.05)


def test_words_of_a_foreign_object_are_kept_and_named() -> None:
    body = (
        '<foreignObject x="10" y="10" width="100" height="40">'
        '<div xmlns="http://www.w3.org/1999/xhtml">one<br/>two</div></foreignObject>'
    )
    found = reading(body)
    assert [text.text for text in found.scene.texts] == ["one", "two"]
    assert all("foreign" in source.effects for source in found.sources.values())


def test_a_family_that_is_not_at_hand_is_said_to_be_a_guess() -> None:
    found = reading(
        '<text y="20" font-family="Comic Sans MS">a</text><text y="40" font-family="Arial">a</text>'
    )
    assert [source.is_guess for source in found.sources.values()] == [True, False]
