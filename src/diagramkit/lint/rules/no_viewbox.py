"""The drawing has no `viewBox`.

Why: without one it cannot be shown at another size: a narrow page cuts it off.

Example: `<svg width="960" height="430">`.

Use instead: `<svg viewBox="0 0 960 430">`.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the root element."""
    if sheet.reading and "viewBox" not in sheet.reading.document.root.attributes:
        size = Rect(0, 0, sheet.scene.width, sheet.scene.height)
        passes = f'viewBox="0 0 {size.width:g} {size.height:g}"'
        yield Fault("the drawing has no viewBox", (), size, None, passes)
