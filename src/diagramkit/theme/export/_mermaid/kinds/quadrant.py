"""Quadrant charts."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("quadrantChart",)


def variables(t: Tones) -> dict[str, object]:
    """The four fields, their names, the points and the axes."""
    return {
        "quadrant1Fill": t.canvas,
        "quadrant2Fill": t.panel,
        "quadrant3Fill": t.canvas,
        "quadrant4Fill": t.panel,
        "quadrant1TextFill": t.muted,
        "quadrant2TextFill": t.muted,
        "quadrant3TextFill": t.muted,
        "quadrant4TextFill": t.muted,
        "quadrantPointFill": t.line,
        "quadrantPointTextFill": t.text,
        "quadrantXAxisTextFill": t.bare,
        "quadrantYAxisTextFill": t.bare,
        "quadrantTitleFill": t.bare,
        "quadrantInternalBorderStrokeFill": t.muted,
        "quadrantExternalBorderStrokeFill": t.line,
    }


def css(t: Tones) -> Css:
    """Words on the page carry their ground."""
    return {".labels text,.title text": t.halo}
