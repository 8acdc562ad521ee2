"""Sequence diagrams: `sequenceDiagram`."""

from diagramkit.mermaid.kinds.sequence.reader import read

__all__ = ["read"]
