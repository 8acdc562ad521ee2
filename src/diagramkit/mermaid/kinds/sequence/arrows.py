"""The arrows of messages, as they are written and as they are drawn."""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.mermaid.kinds.sequence.model import Head, Line


class Arrow(NamedTuple):
    """The line of a message, and its ends at the source and at the target."""

    line: Line
    tail: Head
    head: Head


_HEADS: dict[str, tuple[Head, Head]] = {
    "{}>": ("none", "none"),
    "{}>>": ("none", "arrow"),
    "<<{}>>": ("arrow", "arrow"),
    "{}x": ("none", "cross"),
    "{})": ("none", "open"),
    "{}|\\": ("none", "half-top"),
    "{}|/": ("none", "half-bottom"),
    "{}\\\\": ("none", "stick-top"),
    "{}//": ("none", "stick-bottom"),
    "/|{}": ("half-top", "none"),
    "\\|{}": ("half-bottom", "none"),
    "//{}": ("stick-top", "none"),
    "\\\\{}": ("stick-bottom", "none"),
}
_LINES: dict[str, Line] = {"--": "dotted", "-": "solid"}

ARROWS = {
    form.format(dashes): Arrow(line, *ends)
    for dashes, line in _LINES.items()
    for form, ends in _HEADS.items()
}
"""Every arrow by its spelling, in lower case: the 26 of Mermaid 11.17."""

ARROW = "|".join(re.escape(spelling) for spelling in sorted(ARROWS, key=len, reverse=True))
"""A pattern for an arrow; of two that fit the longer is meant."""
