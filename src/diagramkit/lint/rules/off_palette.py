"""A colour that the theme does not have.

Why: one palette is what makes drawings of many hands look like one; a colour of its own says
something that no reader knows.

Example: a box stroked `#1f77b4` among boxes in the theme's ink.

Use instead: the nearest token, which the message names with the difference (CIEDE2000).
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.color import difference
from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import Use, palette, uses
from diagramkit.lint.parts import Shape
from diagramkit.lint.regions import is_area, is_tint, shared
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR

SEVERITY: Severity = "warning"
# What nobody can tell apart from a token.
SAME = 1.0
NAMED = 4


def check(sheet: Sheet) -> Iterator[Fault]:
    """One fault a colour: what a drawing diagramkit did not draw paints with it."""
    if sheet.reading is None:
        return
    known = palette(sheet)
    found: dict[str, list[Use]] = {}
    for use in uses(sheet):
        if use.color not in known and not _is_data(sheet, use, known):
            found.setdefault(use.color, []).append(use)
    for color, painted in found.items():
        nearest = min(known, key=lambda token: difference(color, token))
        distance = difference(color, nearest)
        if distance > SAME:
            first = painted[0]
            others = f" and {len(painted) - 1} more" if len(painted) > 1 else ""
            message = (
                f"{first.what} {color} of {sheet.name(first.item)}{others} is not of the theme; "
                f"nearest is {known[nearest]} {nearest}, {distance:.1f} away"
            )
            keys = tuple(dict.fromkeys(use.item.key for use in painted))
            yield Fault(message, keys, first.item.ink, distance, nearest)


def _is_data(sheet: Sheet, use: Use, known: dict[str, str]) -> bool:
    """Whether it fills a curved area, such as a band or a set, with a tint of the theme."""
    if use.what != "fill" or not is_area(use.item):
        return False
    if isinstance(use.item, Shape) and shared(sheet, use.item):
        return True
    ground = sheet.scene.background
    return ground != NO_COLOR and any(
        is_tint(use.color, token, ground, SAME)
        for token, name in known.items()
        if name.startswith(("accent", "categories."))
    )
