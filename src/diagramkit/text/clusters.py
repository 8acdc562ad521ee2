"""Grapheme clusters: what a reader takes for one character, and the room it takes at least."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# The room of a cluster that no font at hand has, in ems. Colour emoji are drawn by the reader's
# machine; of those in use Segoe UI Emoji is the widest.
NARROW = 0.6
HALF = 0.5
FULL = 1.0
EMOJI = 1.38

_JOINER = "\u200d"
_EMOJI_SELECTOR = "\ufe0f"
_LEADING, _VOWEL, _TRAILING = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200)
_SYLLABLES = range(0xAC00, 0xD7A4)
_HALF_WIDTH_KANA = range(0xFF61, 0xFFA0)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)


def clusters(text: str) -> Iterator[str]:
    """Split into characters with the marks, joiners, selectors and Korean letters that belong to
    them; a practical part of Unicode annex 29. Joined, the parts are the text again."""
    if text.isascii():
        yield from text
        return
    cluster = ""
    for character in text:
        if cluster and not _extends(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


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


def _extends(cluster: str, character: str) -> bool:
    code, last = ord(character), ord(cluster[-1])
    if unicodedata.category(character) in ("Mn", "Me", "Mc") or code in _SKIN_TONES:
        return True
    if character in "\u200c\u200d\uff9e\uff9f" or code in _TAGS or cluster[-1] == _JOINER:
        return True
    if code in _FLAG_LETTERS:
        return len(cluster) == 1 and last in _FLAG_LETTERS
    return _is_one_syllable(last, code)


def _is_one_syllable(last: int, code: int) -> bool:
    """Whether two Korean letters belong to one syllable (rules GB6 to GB8)."""
    if code in _VOWEL:
        is_open = last in _SYLLABLES and (last - _SYLLABLES.start) % 28 == 0
        return last in _LEADING or last in _VOWEL or is_open
    if code in _TRAILING:
        return last in _VOWEL or last in _TRAILING or last in _SYLLABLES
    return code in _LEADING and last in _LEADING
