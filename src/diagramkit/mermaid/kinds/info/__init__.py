"""`info`: which Mermaid is spoken."""

from diagramkit.mermaid.kinds.info.reader import read

__all__ = ["read"]
