"""Requirement diagrams: `requirementDiagram`."""

from diagramkit.mermaid.kinds.requirement.reader import read

__all__ = ["read"]
