"""Pie charts: slices in the colours of the categories, words beside them and on them."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("pie",)


def variables(t: Tones) -> dict[str, object]:
    """Slices and words."""
    return {
        **t.scaled("pie", (tone.line for tone in t.scale), 1),
        "pieStrokeColor": t.canvas,
        "pieOuterStrokeColor": t.line,
        "pieOpacity": 1,
        "pieTitleTextColor": t.bare,
        "pieLegendTextColor": t.bare,
        "pieSectionTextColor": t.words,
    }


def css(t: Tones) -> Css:
    """Words carry their ground."""
    return {".slice": t.on_mark, ".pieTitleText,.legend text": t.halo}
