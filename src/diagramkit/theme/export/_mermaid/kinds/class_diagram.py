"""Class diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("classDiagram", "class")
LAYOUT = "class"


def variables(t: Tones) -> dict[str, object]:
    """Classes and what is in them."""
    return {
        "mainBkg": t.primary.fill,
        "nodeBorder": t.primary.line,
        "classText": t.primary.text,
    }


def css(t: Tones) -> Css:
    """Words of lines, which stand on a ground of their own."""
    return {
        ".edgeLabel,.edgeLabel p,.edgeTerminals,.edgeTerminals *": f"color:{t.words}",
        ".edgeLabel .label span,.edgeLabel p,.labelBkg,.edgeTerminals span": (
            f"background:{t.ground}"
        ),
        ".classTitleText": t.halo,
        ".node.undefined span,.node.undefined p": f"color:{t.words};background:{t.ground}",
        ".divider path": f"stroke:{t.primary.line}",
        ".noteLabel,.noteLabel span": f"color:{t.note.text}",
    }
