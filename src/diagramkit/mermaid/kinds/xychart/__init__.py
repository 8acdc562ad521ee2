"""Charts of bars and lines over two axes: text -> model."""

from diagramkit.mermaid.kinds.xychart.reader import read

__all__ = ["read"]
