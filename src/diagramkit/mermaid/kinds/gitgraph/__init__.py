"""Histories of commits: `gitGraph`."""

from diagramkit.mermaid.kinds.gitgraph.reader import read

__all__ = ["read"]
