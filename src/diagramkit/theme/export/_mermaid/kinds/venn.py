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
    """Words carry their ground."""
    halo = ";".join(f"{each} !important" for each in t.halo.split(";"))
    return {
        ".venn-title,.venn-circle text,.venn-intersection text": halo,
        ".venn-text-node": f"color:{t.words} !important;background-color:{t.ground}",
    }
