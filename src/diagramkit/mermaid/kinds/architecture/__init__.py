"""Architecture diagrams: `architecture-beta`."""

from diagramkit.mermaid.kinds.architecture.reader import read

__all__ = ["read"]
