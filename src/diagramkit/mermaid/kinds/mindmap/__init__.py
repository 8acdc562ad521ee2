"""Mind maps: `mindmap`."""

from diagramkit.mermaid.kinds.mindmap.reader import read

__all__ = ["read"]
