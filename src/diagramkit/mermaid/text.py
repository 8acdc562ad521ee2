"""What Mermaid counts as white space, and small helpers on text that need it."""

from __future__ import annotations

import re

SPACES = " \t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space of JavaScript's `\\s` but the line break, ready for a character class."""

WHITE = rf"[{SPACES}\n]"
"""A pattern for one character of white space, as Mermaid's own grammar means it."""

WHITE_CHARACTERS = "\n \t\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""The same characters, ready for `str.strip`, whose own idea of white space is another."""

_WHITE = frozenset(WHITE_CHARACTERS)
_LETTERS = re.compile(r"[^\W\d_\x00-\x7f\U00010000-\U0010ffff]+")


def is_white(character: str) -> bool:
    """Whether Mermaid takes the character as white space."""
    return character in _WHITE


def skip_white(text: str, offset: int) -> int:
    """The offset of the first character at or after `offset` that is not white space."""
    end = len(text)
    while offset < end and text[offset] in _WHITE:
        offset += 1
    return offset


def back_over_white(text: str, offset: int, floor: int = 0) -> int:
    """The offset where the white space that ends before `offset` begins, `floor` at least."""
    while offset > floor and text[offset - 1] in _WHITE:
        offset -= 1
    return offset


def end_of_letters(text: str, place: int) -> int | None:
    """Behind the letters beyond ASCII that begin at `place`; None where none does."""
    letters = _LETTERS.match(text, place)
    # Numerals such as "²" and "Ⅳ" match too, and are no letters.
    return letters.end() if letters and letters[0].isalpha() else None


def nearest(word: str, known: list[str]) -> str:
    """`, did you mean "…"?` for the known word nearest to `word`, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word[:60], known[:2_000], n=1, cutoff=0.6)
    return f', did you mean "{found[0]}"?' if found else ""
