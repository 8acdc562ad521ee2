"""A theme without a ground of its own: lines and words in middle tones that are read on white pages
and on near-black ones, and nothing filled.

No colour of words reaches 4.5:1 on both (4.35:1 is the most that is possible), so the words take
the tone that comes nearest; lines reach 3:1 on each. One picture serves both modes.
"""

from __future__ import annotations

from functools import lru_cache

from diagramkit.theme.measurement import LINES
from diagramkit.theme.model import Mode, Theme
from diagramkit.theme.page import NO_GROUND, PAGES, nearest_color, page_colors


@lru_cache(maxsize=16)
def on_page(theme: Theme) -> Theme:
    """The theme on the page itself, in both modes as its light one; itself where it is so."""
    if theme.light.canvas == NO_GROUND:
        return theme
    mode = _mode(theme.light, theme)
    return theme.replace(light=mode, dark=mode)


def _mode(look: Mode, theme: Theme) -> Mode:
    page = page_colors(theme, "light")
    words, line, accent = page.bare, page.line, page.accent
    strokes = {
        "primary": nearest_color(look.roles.primary.stroke, PAGES, LINES),
        "secondary": nearest_color(look.border, PAGES, LINES),
        "note": line,
        "accent": accent,
    }

    def bare(stroke: str) -> dict[str, object]:
        return {"fill": NO_GROUND, "stroke": stroke, "text": words, "muted": words}

    roles = {name: box.replace(**bare(strokes[name])) for name, box in look.roles}
    pairs = zip(look.categories, page.categories, strict=True)
    categories = {name: box.replace(**bare(stroke)) for (name, box), stroke in pairs}
    edges = {
        name: each.replace(stroke=accent if name == "accent" else line) for name, each in look.edges
    }
    return look.replace(
        canvas=NO_GROUND,
        panel=NO_GROUND,
        text=words,
        muted=words,
        accent=accent,
        line=line,
        border=line,
        roles=look.roles.replace(**roles),
        categories=look.categories.replace(**categories),
        group=look.group.replace(fill=NO_GROUND, header=NO_GROUND, stroke=line, text=words),
        edges=look.edges.replace(**edges),
        label=words,
        label_accent=words,
        caption=words,
    )
