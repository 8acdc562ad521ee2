"""State diagrams."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("stateDiagram", "state")
LAYOUT = "state"


def variables(t: Tones) -> dict[str, object]:
    """States, states with states in them, transitions, and where it starts and ends."""
    return {
        "mainBkg": t.primary.fill,
        "nodeBorder": t.primary.line,
        "stateBkg": t.primary.fill,
        "stateLabelColor": t.primary.text,
        "labelBackgroundColor": t.ground,
        "transitionColor": t.line,
        "transitionLabelColor": t.words,
        "compositeBackground": t.group,
        "compositeTitleBackground": t.primary.fill,
        "compositeBorder": t.primary.line,
        "altBackground": t.panel,
        "specialStateColor": t.line,
        "innerEndBackground": t.line,
    }


def css(t: Tones) -> Css:
    """Words beside transitions, and what no variable reaches."""
    return {
        ".edgeLabel,.edgeLabel p": f"color:{t.words}",
        ".statediagramTitleText": t.halo,
    }
