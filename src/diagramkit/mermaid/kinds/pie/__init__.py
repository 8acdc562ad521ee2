"""Pie charts: text -> model."""

from diagramkit.mermaid.kinds.pie.reader import read

__all__ = ["read"]
