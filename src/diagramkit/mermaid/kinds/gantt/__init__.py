"""Gantt charts: text -> model."""

from diagramkit.mermaid.kinds.gantt.reader import read

__all__ = ["read"]
