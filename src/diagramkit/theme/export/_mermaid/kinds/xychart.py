"""XY charts: they paint a ground of their own."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("xychart",)


def variables(t: Tones) -> dict[str, object]:
    """The ground, words, axes, and the series: the first is a line colour, then categories."""
    words = ("title", "xAxisTitle", "xAxisLabel", "yAxisTitle", "yAxisLabel")
    axes = ("xAxisTick", "xAxisLine", "yAxisTick", "yAxisLine")
    return {
        "xyChart": {
            "backgroundColor": t.canvas,
            **{f"{name}Color": t.muted for name in words},
            "dataLabelColor": t.text,
            "legendTextColor": t.muted,
            **{f"{name}Color": t.muted for name in axes},
            "plotColorPalette": ",".join(tone.line for tone in t.scale[:6]),
        }
    }


def css(t: Tones) -> Css:
    """Bars, which Mermaid paints over each other, are told apart."""
    return {".plot rect": f"stroke:{t.canvas};stroke-width:1px"}
