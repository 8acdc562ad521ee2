"""Diagrams in words, for readers who cannot see them."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 24
"""How many things of a diagram are told."""


def tell(opening: str, sentences: Iterable[str], names: Iterable[str] = ()) -> str:
    """What a diagram says: an opening such as `ER diagram of 3 entities`, then its lines in
    words, or the names of its boxes where it has no lines."""
    told = [flat(sentence) for sentence in sentences if sentence]
    shown = "; ".join(told[:MOST]) or ", ".join(filter(None, list(names)[:MOST]))
    more = f"; and {len(told) - MOST} more" if len(told) > MOST else ""
    return f"{opening}. {shown}{more}." if shown else f"{opening}."


def flat(words: str) -> str:
    """Words of several lines in one."""
    return " ".join(words.split())


def shortened(words: str, most: int = 200) -> str:
    """The first sentences of a text that have room, or the beginning of the first."""
    if len(words) <= most:
        return words
    head = words[:most]
    end = max(head.rfind(". ") + 1, head.rfind(";"))
    return head[:end].rstrip(" ;") if end > 0 else head.rsplit(" ", 1)[0] + " …"
