"""Requirement diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("requirement",)
LAYOUT = "requirement"


def variables(t: Tones) -> dict[str, object]:
    """Requirements, elements and their relations."""
    return {
        "mainBkg": t.primary.fill,
        "nodeBorder": t.primary.line,
        "requirementBackground": t.primary.fill,
        "requirementBorderColor": t.primary.line,
        "requirementTextColor": t.primary.text,
        "relationColor": t.line,
        "relationLabelBackground": t.ground,
        "relationLabelColor": t.words,
    }


def css(t: Tones) -> Css:
    """Words in boxes and of relations, which Mermaid gives one colour."""
    return {
        ".node .label,.node .label span": f"color:{t.primary.text}",
        ".edgeLabel .label,.edgeLabel .label span,.edgeLabel p": f"color:{t.words}",
        ".labelBkg": f"background-color:{t.ground}",
    }
