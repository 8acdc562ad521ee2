"""The drawing has no ground of its own.

Why: it stands on whatever page the reader has chosen; dark words on a dark page are gone.

Example: black words on nothing, opened in a dark theme.

Use instead: a first `<rect>` over the whole canvas in the theme's `canvas`.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the ground of a drawing that has anything on it."""
    if sheet.reading and sheet.scene.background == NO_COLOR and sheet.scene.primitives:
        place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
        canvas = sheet.theme.mode(sheet.scene.mode).canvas
        yield Fault("the drawing has no background", (), place, None, f"a rect in {canvas}")
