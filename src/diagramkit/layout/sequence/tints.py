"""Colours as `rect` and `box` write them, in the form that a scene has."""

from __future__ import annotations

import re

from diagramkit.color import NAMES

_FUNCTION = re.compile(r"rgba?\(([\d.\s,%/]*)\)")


def plain_color(source: str, ground: str) -> str:
    """A colour as `#rrggbb` or by its name in CSS, in lower case; empty where it is neither.

    What shows through a colour is `ground`, `#rrggbb`. There is no colour that begins with `#` in
    a sequence diagram: Mermaid takes it for a comment.
    """
    color = source.strip().lower()
    if color in NAMES and color != "transparent":
        return color
    found = _FUNCTION.fullmatch(color)
    parts = re.split(r"[\s,/]+", found[1].strip()) if found else []
    values = [value for part in parts if (value := _value(part)) is not None]
    if len(values) != len(parts) or len(values) not in (3, 4):
        return ""
    share = min(1.0, values[3]) if len(values) == 4 else 1.0
    # What has no ground stands on a page that may be white.
    ground = ground if ground.startswith("#") else "#ffffff"
    below = [int(ground[place : place + 2], 16) for place in (1, 3, 5)]
    mixed = [
        round(min(255.0, value) * share + under * (1 - share))
        for value, under in zip(values, below, strict=False)
    ]
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _value(part: str) -> float | None:
    try:
        return float(part)
    except ValueError:
        return None
