"""Sequence diagrams: what stands on the page is safe there, what stands in boxes is theirs."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("sequence",)


def variables(t: Tones) -> dict[str, object]:
    """Participants, messages, frames, bars and notes."""
    return {
        "actorBkg": t.primary.fill,
        "actorBorder": t.primary.line,
        "actorTextColor": t.primary.text,
        "actorLineColor": t.line,
        "signalColor": t.line,
        "signalTextColor": t.bare,
        "sequenceNumberColor": t.plate,
        "labelBoxBkgColor": t.ground,
        "labelBoxBorderColor": t.line,
        "labelTextColor": t.words,
        "loopTextColor": t.bare,
        "activationBkgColor": t.canvas,
        "activationBorderColor": t.line,
        "rectBkgColor": t.panel,
        "nodeBorder": t.primary.line,
    }


def css(t: Tones) -> Css:
    """Words on the page, and the stick figures with their names."""
    words = (
        ".messageText",
        ".loopText,.loopText tspan",
        ".sectionTitle,.sectionTitle tspan",
        "text.actor-man tspan",
        "text.text,text.text tspan",
        "text:not([class])",
    )
    return {
        ",".join(words): t.halo,
        ".actor-man line,.actor-man circle": f"stroke:{t.line}",
        "text.actor-box tspan": f"stroke:{t.primary.fill};stroke-width:6px;"
        "stroke-linejoin:round;paint-order:stroke",
        ".actor-line": f"stroke:{t.line}",
        "rect.rect": f"fill:{t.group};stroke:{t.line}",
        "[id$=-sequencenumber]": f"fill:{t.line}",
        "[id$=-arrowhead] path,[id$=-crosshead] path,[id$=-filled-head] path": f"fill:{t.line};"
        f"stroke:{t.line}",
    }
