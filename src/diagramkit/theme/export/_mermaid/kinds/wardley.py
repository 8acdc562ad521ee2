"""Wardley maps: they paint a ground of their own.

Mermaid takes the style sheet out of the drawing and leaves black words in it, so that the ground
is that of paper in dark mode as well.
"""

from __future__ import annotations

from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("wardley",)


def variables(t: Tones) -> dict[str, object]:
    """The ground, axes, components, links, what evolves, annotations."""
    t = t.paper
    return {
        "wardley": {
            "backgroundColor": t.canvas,
            "axisColor": t.muted,
            "axisTextColor": t.muted,
            "gridColor": t.border,
            "componentFill": t.primary.fill,
            "componentStroke": t.primary.line,
            "componentLabelColor": t.text,
            "linkStroke": t.muted,
            "evolutionStroke": t.accent.line,
            "annotationStroke": t.muted,
            "annotationTextColor": t.text,
            "annotationFill": t.panel,
        },
        "wardleyEvolutionColor": t.accent.line,
    }


def css(t: Tones) -> Css:  # noqa: ARG001
    """None: there is no style sheet."""
    return {}
