"""A link runs right into an id that begins with `o` or `x`.

Why: Mermaid takes the letter for the end of the link, a circle or a cross, and the rest for
another node.

Example: `A---order`, which links A to a node `rder` by a line with a circle.

Use instead: a space, `A--- order`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.traps.trap import Lines, Trap

_GLUED = re.compile(r"(?:--+|==+|-\.+-)(?P<letter>[ox])(?=[A-Za-z0-9_]{2,})")


def check(source: Lines) -> Iterator[Trap]:
    """Look behind the links of flowcharts."""
    if not source.is_flowchart:
        return
    for row in source.code():
        for found in _GLUED.finditer(row.text):
            place = row.start + found.start("letter")
            mark = "circle" if found["letter"] == "o" else "cross"
            message = f"{found[0]} ends the link with a {mark} and takes the letter from the id"
            yield Trap(message, place, place, " ", is_safe=False)
