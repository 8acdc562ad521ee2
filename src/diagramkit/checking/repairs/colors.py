"""Colours that the theme lacks become the nearest token's, where that is near."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.checking.remark import Edit
from diagramkit.color import difference
from diagramkit.svg.read import Reading
from diagramkit.svg.read.colors import parse
from diagramkit.svg.read.written import COLORS, written
from diagramkit.theme.model import Theme, tokens

SAME, SAFE, MOST = 1.0, 6.0, 25.0
"""Differences (CIEDE2000): nobody sees it; a repair is safe; beyond that it is no repair."""
_COLOR = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}|(?:rgb|hsl)\([^()]*\)|[a-zA-Z]{3,20}")


def edits(reading: Reading, theme: Theme) -> Iterator[Edit]:
    """An edit for each place at which such a colour is written."""
    look = theme.mode(reading.scene.mode)
    mode = f"{reading.scene.mode}."
    known = {
        value.lower(): value
        for path, value in tokens(theme).items()
        if path.startswith(mode) and isinstance(value, str) and value.startswith("#")
    }
    of_words = (look.text, look.muted, look.label, look.caption, look.label_accent)
    for place in written(reading.document):
        if place.name not in COLORS or not _COLOR.fullmatch(place.text):
            continue
        color = parse(place.text)
        if color is None or color.alpha < 1 or color.hex in known:
            continue
        tokens_here = [token.lower() for token in of_words] if place.is_words else list(known)
        distance, nearest = min((difference(color.hex, token), token) for token in tokens_here)
        if SAME < distance <= MOST:
            end = place.start + len(place.text)
            yield Edit(place.start, end, known[nearest], distance <= SAFE)
