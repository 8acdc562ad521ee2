"""Treemaps: each section a category."""

from __future__ import annotations

from diagramkit.theme.export._mermaid.kinds.mindmap import variables as scale
from diagramkit.theme.export._mermaid.tones import Css, Tones

NAMES = ("treemap",)


def variables(t: Tones) -> dict[str, object]:
    """The scale of the sections."""
    return scale(t)


def css(t: Tones) -> Css:
    """Words and fields painted whole."""
    return {
        ".treemapSection,.treemapLeaf": "fill-opacity:1;stroke-opacity:1",
        ".treemapTitle": t.halo,
    }
