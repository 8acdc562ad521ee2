"""Connectors get the widths and the dashes of the theme's edges, where theirs are near."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.checking.remark import Edit
from diagramkit.geometry import number
from diagramkit.svg.read import Reading
from diagramkit.svg.read.written import written
from diagramkit.theme.model import Theme

SAFE, MOST = 0.4, 1.0
"""By how many units a width may change safely, and at all."""
SAFE_DASH, MOST_DASH = 2.0, 8.0
_WIDTH = re.compile(r"\d*\.?\d+(?=(?:px)?$)")
_DASHES = re.compile(r"(\d*\.?\d+)(?:px)?(?:[\s,]+(\d*\.?\d+)(?:px)?)?")


def edits(reading: Reading, theme: Theme) -> Iterator[Edit]:
    """An edit for each place that paints nothing but connectors."""
    if reading.unit != 1:
        return
    look, users = theme.mode(reading.scene.mode).edges, reading.users
    widths = [each.stroke_width for each in (look.main, look.dashed, look.accent, look.side)]
    for place in written(reading.document):
        if place.name not in ("stroke-width", "stroke-dasharray") or not users.are_lines(place):
            continue
        new, by, safe, most = (
            (*_width(place.text, widths), SAFE, MOST)
            if place.name == "stroke-width"
            else (*_dashes(place.text, theme.edge.dash), SAFE_DASH, MOST_DASH)
        )
        if 0 < by <= most:
            yield Edit(place.start, place.start + len(place.text), new, by <= safe)


def _width(text: str, widths: list[float]) -> tuple[str, float]:
    """The nearest width, and by how much it differs."""
    found = _WIDTH.match(text)
    if found is None:
        return text, 0.0
    value = float(found[0])
    nearest = min(widths, key=lambda width: abs(width - value))
    return number(nearest), abs(nearest - value)


def _dashes(text: str, dash: tuple[float, float]) -> tuple[str, float]:
    """The theme's dashes, and by how much those of a line differ at most."""
    found = _DASHES.fullmatch(text)
    if found is None or not float(found[1]):
        return text, 0.0
    on, off = float(found[1]), float(found[2] or found[1])
    return f"{number(dash[0])} {number(dash[1])}", max(abs(on - dash[0]), abs(off - dash[1]))
