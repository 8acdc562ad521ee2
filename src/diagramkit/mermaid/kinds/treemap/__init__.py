"""Treemaps: `treemap`, `treemap-beta`."""

from diagramkit.mermaid.kinds.treemap.reader import read

__all__ = ["read"]
