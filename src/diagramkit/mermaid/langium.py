"""What the grammars that Mermaid keeps in langium have in common (`common.langium`, 11.17)."""

from __future__ import annotations

import re

DESCRIPTIONS = (
    r"[\t ]*accDescr(?:[\t ]*:(?P<description>[^\n]*?(?=%%)|[^\n]*)|\s*\{(?P<block>[^}]*)\})"
    r"|[\t ]*accTitle[\t ]*:(?P<name>[^\n]*?(?=%%)|[^\n]*)"
    r"|[\t ]*title(?P<title>[\t ][^\n]*?(?=%%)|[\t ][^\n]*|)"
)
"""A pattern for a title and for the words for readers who cannot see, each a group."""

STRING = r""""(?:[^"\\]|\\[^\n])*"|'(?:[^'\\]|\\[^\n])*'"""
"""A pattern for words in quotes; they may run over several lines."""

_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}


def unquoted(written: str) -> str:
    """What a string says: without its quotes, and with what its backslashes stand for."""
    return _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), written[1:-1])
