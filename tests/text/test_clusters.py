"""Grapheme clusters and the room they are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.text.clusters import EMOJI, clusters, room


@pytest.mark.parametrize(
    "cluster",
    [
        pytest.param("e\u0301", id="letter and accent"),
        pytest.param("\u0915\u093f", id="Devanagari consonant and spacing vowel"),
        pytest.param("\u1112\u1161\u11ab", id="Korean letters of one syllable"),
        pytest.param("\ud558\u11ab", id="Korean syllable and final letter"),
        pytest.param("\u845b\U000e0100", id="Han and variation selector"),
        pytest.param("か\u3099", id="kana and voicing mark"),
        pytest.param("ｶ\uff9e", id="half-width kana and voicing mark"),
        pytest.param("👩\u200d💻", id="joined emoji"),
        pytest.param("👍🏽", id="emoji and skin tone"),
        pytest.param("⚠\ufe0f", id="sign in emoji form"),
        pytest.param("🇰🇷", id="flag"),
        pytest.param("🏴\U000e0067\U000e0062\U000e007f", id="flag of a region"),
    ],
)
def test_what_reads_as_one_character_is_one_cluster(cluster: str) -> None:
    assert list(clusters(f"a{cluster}b")) == ["a", cluster, "b"]


@pytest.mark.parametrize("text", ["ab", "한국", "漢字", "가ᄂ", "한ᅡ", "🇰🇷🇯🇵"])
def test_neighbours_stay_apart(text: str) -> None:
    assert len(list(clusters(text))) == 2


@given(st.text())
def test_clusters_joined_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("cluster", "ems"),
    [("漢", 1), ("한", 1), ("か", 1), ("，", 1), ("ｶ", 0.5), ("ก", 0.6), ("①", 1), ("\u200b", 0)],
)
def test_room_follows_east_asian_width(cluster: str, ems: float) -> None:
    assert room(cluster) == ems


@pytest.mark.parametrize("cluster", ["🚀", "✅", "⚠\ufe0f", "👩\u200d💻", "🇰🇷", "1\ufe0f\u20e3"])
def test_an_emoji_takes_the_room_of_one_emoji(cluster: str) -> None:
    assert room(cluster) == EMOJI
