"""Sankey diagrams: `sankey`, `sankey-beta`."""

from diagramkit.mermaid.kinds.sankey.reader import read

__all__ = ["read"]
