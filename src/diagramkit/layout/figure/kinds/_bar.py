"""One bar, as figures and charts paint it."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect
from diagramkit.layout.figure.brush import Brush, Ink, Painted
from diagramkit.scene import NO_COLOR, Paint


def paint_bar(brush: Brush, key: str, rect: Rect, role: str) -> Painted:
    """A bar over `rect`: filled, red for `accent`, hollow for `secondary` and `note`."""
    if role in ("secondary", "note"):
        hair = brush.mode.group.stroke_width
        outline = Path.polygon(rect.grown(-hair / 2).corners)
        return brush.mark(key, "off", outline, Paint(NO_COLOR, brush.ink("border"), hair))
    ink: Ink = "accent" if role == "accent" else "line"
    name = "accent-on" if role == "accent" else "on"
    return brush.mark(key, name, Path.polygon(rect.corners), Paint(brush.ink(ink)))
