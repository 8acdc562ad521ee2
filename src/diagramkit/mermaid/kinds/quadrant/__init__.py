"""Quadrant charts: text -> model."""

from diagramkit.mermaid.kinds.quadrant.reader import read

__all__ = ["read"]
