"""Event models: `eventmodeling`."""

from diagramkit.mermaid.kinds.eventmodel.reader import read

__all__ = ["read"]
