"""Block diagrams: `block`, `block-beta`."""

from diagramkit.mermaid.kinds.block.reader import read

__all__ = ["read"]
