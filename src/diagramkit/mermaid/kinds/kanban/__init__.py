"""Kanban boards: `kanban`."""

from diagramkit.mermaid.kinds.kanban.reader import read

__all__ = ["read"]
