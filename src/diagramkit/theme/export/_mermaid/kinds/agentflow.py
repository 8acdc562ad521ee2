"""Flows of agents."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.kinds.flowchart import css as flowchart_css
from diagramkit.theme.export._mermaid.kinds.flowchart import variables
from diagramkit.theme.export._mermaid.tones import Css, Tones

__all__ = ["NAMES", "css", "variables"]

NAMES = ("agentflow",)


def css(t: Tones) -> Css:
    """Frames are painted, so that their titles can be read."""
    frames = ".flow-cluster rect,.flow-cluster path"
    return {**flowchart_css(t), frames: f"fill:{t.group};stroke:{t.line}"}
