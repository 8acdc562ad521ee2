"""Cynefin frameworks: five fields, four of them categories."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("cynefin",)


def variables(t: Tones) -> dict[str, object]:
    """Fields, borders, the cliff, arrows, words."""
    domains = ("complex", "complicated", "chaotic", "clear")
    fields = {f"{name}Bg": tone.fill for name, tone in zip(domains, t.scale, strict=False)}
    return {
        "cynefin": {
            "domainFontSize": 16,
            "itemFontSize": 12,
            "boundaryColor": t.line,
            "boundaryWidth": 2,
            "cliffColor": t.red,
            "cliffWidth": 4,
            "arrowColor": t.line,
            "arrowWidth": 2,
            **fields,
            "confusionBg": t.canvas,
            "textColor": t.text,
            "labelColor": t.text,
        }
    }


def css(t: Tones) -> Css:
    """Words that may stand on a line or on the page."""
    return {
        ".cynefinTitle,.cynefinArrowLabel": t.halo,
        ".cynefinItem,.cynefinItemOverflow": "fill-opacity:1",
        ".cynefinDomain": "fill-opacity:1",
    }
