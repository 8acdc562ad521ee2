"""Comments in the source of a diagram that ignore rules: `%% diagram: ignore CODE`,
`# diagram: ignore CODE`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"^[ \t]*(?:%%|#)[ \t]*diagrams?:[ \t]*ignore\b[ \t]*(.*?)[ \t]*\r?$", re.M)


def ignoring(text: str) -> Iterator[tuple[tuple[str, ...], re.Match[str]]]:
    """The codes that each comment of a source ignores, and the line it is."""
    for comment in _COMMENT.finditer(text):
        yield codes_of(comment[1]), comment


def codes_of(words: str) -> tuple[str, ...]:
    """The codes that words name, between commas or spaces."""
    return tuple(code for code in re.split(r"[\s,]+", words) if code)
