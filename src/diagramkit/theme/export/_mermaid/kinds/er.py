"""Entity relationship diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("er",)
LAYOUT = "er"


def variables(t: Tones) -> dict[str, object]:
    """Entities and the rows in them."""
    return {
        "mainBkg": t.primary.fill,
        "nodeBorder": t.primary.line,
        "rowOdd": t.primary.fill,
        "rowEven": t.secondary.fill,
        "attributeBackgroundColorOdd": t.primary.fill,
        "attributeBackgroundColorEven": t.secondary.fill,
    }


def css(t: Tones) -> Css:
    """Words of rows and of lines, which Mermaid gives one colour."""
    return {
        ".node .label,.node .label span": f"color:{t.primary.text}",
        ".edgeLabel .label,.edgeLabel .label span,.edgeLabel p": f"color:{t.words}",
        "marker circle": f"fill:{t.ground}",
        ".labelBkg": f"background-color:{t.ground}",
    }
