"""Sankey diagrams; Mermaid has colours of its own for nodes and flows."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("sankey",)
_COLORS = 6


def variables(t: Tones) -> dict[str, object]:
    """None: what is painted is reached by declarations alone."""
    return {"mainBkg": t.primary.fill}


def css(t: Tones) -> Css:
    """Nodes, flows and words."""
    return {
        ".node rect": f"fill:{t.line}",
        ".link": "mix-blend-mode:normal !important;stroke-opacity:0.4",
        **{
            f".link:nth-of-type({_COLORS}n+{place}) path": f"stroke:{tone.line}"
            for place, tone in enumerate(t.scale[:_COLORS], 1)
        },
        # Mermaid paints the flows over the words.
        ".node-labels text": t.halo.replace(t.words, t.text, 1),
    }
