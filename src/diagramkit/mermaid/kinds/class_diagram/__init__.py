"""Class diagrams: `classDiagram`."""

from diagramkit.mermaid.kinds.class_diagram.reader import read

__all__ = ["read"]
