"""Swimlane diagrams: `swimlane-beta`."""

from diagramkit.mermaid.kinds.swimlane.reader import read

__all__ = ["read"]
