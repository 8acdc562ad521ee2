"""The language of words, as far as their letters tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

LATIN = "en"
"""Of words in Latin letters, which do not tell."""
SHARE = 0.1
"""Letters of a script that are so much of all letters tell the language: technical words are
written in Latin letters everywhere."""
# In this order: Japanese has Han beside its kana, Korean texts may have some.
_SCRIPTS = {
    "ko": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]"),
    "ja": re.compile("[\u3041-\u30fa\u30fd-\u30ff]"),
    "zh": re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "th": re.compile("[\u0e01-\u0e4e]"),
    "he": re.compile("[\u0590-\u05f4]"),
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "el": re.compile("[\u0386-\u03ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "und-Cyrl": re.compile("[\u0400-\u052f]"),
}


def language(texts: Iterable[str]) -> str:
    """The language tag (BCP 47) of words: that of their script, `en` for Latin letters; Cyrillic
    ones alone say which script it is."""
    words = " ".join(texts)
    if words.isascii():
        return LATIN
    least = SHARE * sum(map(str.isalpha, words))
    found = (tag for tag, script in _SCRIPTS.items() if len(script.findall(words)) > least)
    return next(found, LATIN)
