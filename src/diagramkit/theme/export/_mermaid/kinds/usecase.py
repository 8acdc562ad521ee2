"""Use cases."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.kinds.flowchart import css as flowchart_css
from diagramkit.theme.export._mermaid.kinds.flowchart import variables
from diagramkit.theme.export._mermaid.tones import Css, Tones

__all__ = ["NAMES", "css", "variables"]

NAMES = ("usecase",)


def css(t: Tones) -> Css:
    """Stick figures and their names stand on the page."""
    name = ".usecase-actor-label span,.usecase-actor-label p"
    return {**flowchart_css(t), name: f"color:{t.words};background:{t.ground}"}
