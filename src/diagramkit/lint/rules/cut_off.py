"""The drawing has more in it than is looked at.

Why: what was not read was not judged either.

Example: copies of copies by `use`, a hundred million of them.

Use instead: fewer elements; a picture of pixels for what is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet


def check(sheet: Sheet) -> Iterator[Fault]:
    """Ask the reader."""
    if sheet.reading and sheet.reading.is_cut:
        place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
        yield Fault("the drawing has more in it than is looked at", (), place)
