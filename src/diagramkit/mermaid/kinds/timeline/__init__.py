"""Timelines: `timeline`."""

from diagramkit.mermaid.kinds.timeline.reader import read

__all__ = ["read"]
