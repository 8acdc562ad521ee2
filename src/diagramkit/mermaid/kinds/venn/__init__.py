"""Venn diagrams: `venn-beta`."""

from diagramkit.mermaid.kinds.venn.reader import read

__all__ = ["read"]
