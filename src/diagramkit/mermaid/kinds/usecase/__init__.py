"""Use case diagrams: `usecase-beta`."""

from diagramkit.mermaid.kinds.usecase.reader import read

__all__ = ["read"]
