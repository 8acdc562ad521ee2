"""Colours that the theme lacks become the nearest token's, where that is near."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.checking.remark import Edit
from diagramkit.color import difference
from diagramkit.svg.read import Reading
from diagramkit.svg.read.colors import parse
from diagramkit.theme.model import Theme, tokens

SAME, SAFE, MOST = 1.0, 6.0, 25.0
"""Differences (CIEDE2000): nobody sees it; a repair is safe; beyond that it is no repair."""
_ATTRIBUTE = re.compile(
    r"\s(?:fill|stroke|color|stop-color|style|background)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')"
)
_COLOR = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}|(?:rgb|hsl)\([^()]*\)|[a-zA-Z]{3,20}")
_PROPERTY = re.compile(
    r"(?:^|[;{\s])(?:fill|stroke|color|stop-color|background(?:-color)?)\s*:\s*([^;}]*)"
)


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
    for start, written, is_words in _written(reading):
        color = parse(written)
        if color is None or color.alpha < 1 or color.hex in known:
            continue
        tokens_here = [token.lower() for token in of_words] if is_words else list(known)
        distance, nearest = min((difference(color.hex, token), token) for token in tokens_here)
        if SAME < distance <= MOST:
            yield Edit(start, start + len(written), known[nearest], distance <= SAFE)


def _written(reading: Reading) -> Iterator[tuple[int, str, bool]]:
    """Every colour that is written in an attribute or a style sheet, with its place, and whether
    it is known to be one of words."""
    document = reading.document
    for node in document.nodes:
        tag = document.text[node.start : node.stop]
        for found in _ATTRIBUTE.finditer(tag):
            value, place = found[1] or found[2] or "", found.start(1 if found[1] else 2)
            is_style = found[0].lstrip().startswith("style")
            spans = _properties(value) if is_style else [(0, value)]
            for offset, part in spans:
                is_words = node.tag in ("text", "tspan")
                yield from _colors(part, node.start + place + offset, is_words)
        if node.tag == "style":
            end = document.text.find("</", node.stop)
            for offset, part in _properties(document.text[node.stop : end]):
                yield from _colors(part, node.stop + offset, False)


def _properties(text: str) -> Iterator[tuple[int, str]]:
    return ((found.start(1), found[1]) for found in _PROPERTY.finditer(text))


def _colors(value: str, place: int, is_words: bool) -> Iterator[tuple[int, str, bool]]:
    words = value.strip()
    if _COLOR.fullmatch(words):
        yield place + value.index(words), words, is_words
