"""Where lines end in scripts whose words no spaces part: Thai, Lao, Burmese, Khmer; Han, kana and
full-width signs. Text in ASCII asks for none of the patterns, which take long to compile."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

# No line begins with what prolongs a sound or with a small kana; Japanese breaks between phrases.
_STRICT, _BY_PHRASES = "@lb=strict", "@lb=strict;lw=phrase"
_KANA = "[\u3041-\u30ff]"
_HANGUL = "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]"


def is_unspaced(text: str) -> bool:
    """Whether a character of the text is of such a script."""
    return not text.isascii() and _unspaced().search(text) is not None


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3100-\u312f\u3190-\u9fff"
        "\ua9e0-\uaa7f\uf900-\ufaff\uff01-\uffef\U00020000-\U0003ffff]"
    )


def primary(lang: str) -> str:
    """The language of a tag without its script and country."""
    return lang.partition("-")[0].lower()


def phrases(word: str, lang: str) -> list[str]:
    """A word parted where its script and language let a line end: between the phrases of Japanese,
    the words of Thai, beside Han; Korean, and a word with Korean letters, stays whole."""
    if not is_unspaced(word) or re.search(_HANGUL, word):
        return [word]
    language = primary(lang) or ("ja" if re.search(_KANA, word) else "en")
    if language == "ko":
        return [word]
    ends = _ends_of_lines(word, language + _STRICT)
    if language == "ja":
        by_phrases = _ends_of_lines(word, language + _BY_PHRASES)
        ends = [end for end in ends if end in by_phrases]
    return [word[start:end] for start, end in pairwise([0, *ends])]


def all_breaks(word: str) -> list[str]:
    """The parts of a word between all line breaks of Unicode annex 14. A word of Latin, Greek or
    Cyrillic letters is given back whole."""
    if not is_unspaced(word):
        return [word]
    return [word[start:end] for start, end in pairwise([0, *_ends_of_lines(word, "en" + _STRICT)])]


def _ends_of_lines(word: str, locale: str) -> list[int]:
    from icu4py.breakers import LineBreaker  # takes 40 ms, which few diagrams need

    return [end for _, end in LineBreaker(word, locale).segments()]
