"""What the fonts at hand lack of the words of a drawing."""

from __future__ import annotations

from dataclasses import replace

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.scene import Scene
from diagramkit.text.fonts import extra_for, is_known
from diagramkit.text.measure import missing
from diagramkit.theme.model import Theme

MISSING = "missing-glyph"
"""The code of the warning that names what no font at hand can draw."""


def strange_fonts(scene: Scene, theme: Theme) -> list[Diagnostic]:
    """Families that nobody has brought, of the stacks that are used. Their place in the theme is
    told in words: a place of a diagram's warning is one in its source."""
    used = {tuple(map(str, families)) for families in {item.families for item in scene.texts}}
    if all(is_known(family) for families in used for family in families):
        return []
    from diagramkit.theme.fonts import font_warnings

    return [
        replace(each, message=f"{each.location}: {each.message}", location=None)
        if each.location
        else each
        for each in font_warnings(theme, used)
    ]


def missing_glyphs(scene: Scene, path: str, line: int) -> list[Diagnostic]:
    """Characters that no font at hand has, all in one warning."""
    lost = {
        character: None
        for item in scene.texts
        if not item.text.isascii()
        for character in missing(item.text, item.families)
        if not character.isspace()
    }
    if not lost:
        return []
    shown = " ".join(list(lost)[:12]) + (" …" if len(lost) > 12 else "")
    extra = extra_for(list(lost))
    cure = f"; pip install 'diagramkit[{extra}]'" if extra else ""
    message = f"no font at hand has {shown}: left out of PNG, WebP and PDF{cure}"
    return [Diagnostic(MISSING, message, Location(path, line), severity="warning")]
