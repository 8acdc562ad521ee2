"""User journeys: `journey`."""

from diagramkit.mermaid.kinds.journey.reader import read

__all__ = ["read"]
