"""The drawing does not say what it shows to those who cannot see it.

Why: screen readers read `<title>` and `<desc>`, and `role="img"` keeps them from reading the
drawing letter by letter (WCAG 2.2, 1.1.1).

Example: `<svg viewBox="0 0 400 300">` with shapes and words alone.

Use instead: `<svg role="img" aria-labelledby="title desc">`, `<title id="title">` and
`<desc id="desc">`.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the root element and its first children."""
    if sheet.reading is None:
        return
    attributes = sheet.reading.document.root.attributes
    lacks = [
        name
        for name, is_there in (
            ("title", sheet.scene.title or attributes.get("aria-label")),
            ("desc", sheet.scene.description or attributes.get("aria-describedby")),
            ('role="img"', attributes.get("role")),
        )
        if not is_there
    ]
    if lacks:
        place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
        message = f"the drawing has no {' and no '.join(lacks)}"
        yield Fault(message, (), place, len(lacks), "title, desc and role")
