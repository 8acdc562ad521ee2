"""Flowcharts: their groups, links and words beside links; boxes have classes of their own."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("flowchart-v2", "flowchart", "flowchart-elk")
LAYOUT = "flowchart"


def variables(t: Tones) -> dict[str, object]:
    """Boxes without a class, and links."""
    return {
        "mainBkg": t.primary.fill,
        "nodeBkg": t.primary.fill,
        "nodeBorder": t.primary.line,
        "defaultLinkColor": t.line,
    }


def css(t: Tones) -> Css:
    """Words in boxes and beside links, which Mermaid gives one colour."""
    return {
        ".node .label,.node .nodeLabel": f"color:{t.primary.text}",
        ".edgeLabel .label,.edgeLabel p": f"color:{t.words}",
        ".flowchartTitleText": t.halo,
    }
