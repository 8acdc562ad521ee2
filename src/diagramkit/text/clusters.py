"""Grapheme clusters: what a reader takes for one character, and the room it takes at least."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

# The room of a cluster that no font at hand has, in ems. Colour emoji are drawn by the reader's
# machine; of those in use Segoe UI Emoji is the widest.
NARROW = 0.6
HALF = 0.5
FULL = 1.0
EMOJI = 1.38

_EMOJI_SELECTOR = "\ufe0f"
_HALF_WIDTH_KANA = range(0xFF61, 0xFFA0)
# A mark after the last of them belongs to it.
_ASCII = re.compile("[ -~]+(?=[ -~])")


def clusters(text: str) -> Iterator[str]:
    """Split into characters with the marks, joiners, selectors and Korean letters that belong to
    them, by Unicode annex 29. Joined, the parts are the text again."""
    if text.isascii() or _singles().fullmatch(text):
        yield from text
        return
    # Takes 40 ms to import, which few diagrams need.
    from icu4py.breakers import CharacterBreaker

    yield from CharacterBreaker(text, "en")


@cache
def _singles() -> re.Pattern[str]:
    """Letters and signs that nothing joins: with none but these, each character is a cluster."""
    return re.compile(
        "[\x00-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200b\u2010-\u2027\u2030-\u205e\u2070-\u20cf"
        "\u2100-\u2bff\u2e80-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3\uff01-\uff9d]*"
    )


def pieces(text: str) -> Iterator[str]:
    """Split as `clusters` do, but leave stretches of ASCII in one piece, which is faster."""
    place = 0
    for stretch in _ASCII.finditer(text):
        yield from clusters(text[place : stretch.start()])
        yield stretch[0]
        place = stretch.end()
    yield from clusters(text[place:])


def is_wide(cluster: str) -> bool:
    """Whether a cluster takes a full em in East Asian type (Unicode annex 11, W and F)."""
    return unicodedata.east_asian_width(cluster[0]) in "WF"


def is_emoji(cluster: str) -> bool:
    """Whether a reader's machine draws the cluster from its colour font."""
    first = ord(cluster[0])
    pictured = 0x1F000 <= first < 0x20000 or (0x2300 <= first < 0x2E80 and is_wide(cluster))
    return pictured or _EMOJI_SELECTOR in cluster


def is_ignorable(character: str) -> bool:
    """Whether a character shows nothing by itself: joiners, selectors, direction marks."""
    code = ord(character)
    selector = 0xFE00 <= code < 0xFE10 or 0xE0000 <= code < 0xE1000
    return selector or unicodedata.category(character) == "Cf"


@lru_cache(maxsize=4096)
def room(cluster: str) -> float:
    """The ems that a cluster takes where no font says it; none for what shows nothing."""
    if is_emoji(cluster):
        return EMOJI
    if all(is_ignorable(character) for character in cluster):
        return 0.0
    if ord(cluster[0]) in _HALF_WIDTH_KANA:
        return HALF
    # Signs, and letters of which only East Asian fonts have all, are full-width there.
    is_sign = unicodedata.category(cluster[0])[0] in "SN"
    is_east_asian = unicodedata.east_asian_width(cluster[0]) in "WFAH"
    return FULL if is_sign or is_east_asian else NARROW
