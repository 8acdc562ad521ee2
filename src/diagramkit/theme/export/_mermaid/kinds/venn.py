"""Venn diagrams: each set a category."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("venn",)


def variables(t: Tones) -> dict[str, object]:
    """Sets and words."""
    return {
        **t.scaled("venn", (tone.line for tone in t.scale[:8]), 1),
        "vennTitleTextColor": t.bare,
        "vennSetTextColor": t.bare,
    }


def css(t: Tones) -> Css:
    """Sets and what they share are painted whole, so that the words on them can be read."""
    halo = ";".join(f"{each} !important" for each in t.halo.split(";"))
    sets = {
        f".venn-set-{place} path": f"fill:{tone.fill} !important;fill-opacity:1 !important"
        for place, tone in enumerate(t.scale[:8])
    }
    shared = f"fill:{t.panel} !important;fill-opacity:1 !important;stroke:{t.line} !important"
    return {
        **sets,
        ".venn-intersection path": shared,
        ".venn-title,.venn-circle text,.venn-intersection text": halo,
        ".venn-text-node": f"color:{t.text} !important",
    }
