"""The classes of a Mermaid flowchart: a `classDef` for each of the four roles."""

from __future__ import annotations

from diagramkit.theme.export._mermaid import class_styles
from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """Four lines, without indent."""
    return fill("mermaid_classdefs", styles=class_styles(theme, mode))
