"""C4 diagrams: `C4Context`, `C4Container`, `C4Component`, `C4Dynamic`, `C4Deployment`."""

from diagramkit.mermaid.kinds.c4.reader import read

__all__ = ["read"]
