"""Radar charts: each curve a category."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.kinds.mindmap import variables as scale
from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("radar",)


def variables(t: Tones) -> dict[str, object]:
    """Axes, the net, and how much shows through the curves."""
    return {
        **scale(t),
        "radar": {
            "axisColor": t.line,
            "axisStrokeWidth": 1,
            "axisLabelFontSize": 12,
            "curveOpacity": 0.1,
            "curveStrokeWidth": 2,
            "graticuleColor": t.line,
            "graticuleStrokeWidth": 0.5,
            "graticuleOpacity": 0,
            "legendBoxSize": 12,
            "legendFontSize": 12,
        },
    }


def css(t: Tones) -> Css:
    """Curves that are seen on the page, and words."""
    curves = {
        f".radarCurve-{place},.radarLegendBox-{place}": f"fill:{tone.line};stroke:{tone.line}"
        for place, tone in enumerate(t.scale)
    }
    return {
        **curves,
        ".radarGraticule": "fill:none",
        ".radarTitle,.radarAxisLabel,.radarLegendText": t.halo,
    }
