"""Entities and their relationships: `erDiagram`."""

from diagramkit.mermaid.kinds.er.reader import read

__all__ = ["read"]
