"""Fishbone diagrams: `ishikawa`, `ishikawa-beta`."""

from diagramkit.mermaid.kinds.ishikawa.reader import read

__all__ = ["read"]
