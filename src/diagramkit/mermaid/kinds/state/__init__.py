"""State diagrams: `stateDiagram-v2`, `stateDiagram`."""

from diagramkit.mermaid.kinds.state.reader import read

__all__ = ["read"]
