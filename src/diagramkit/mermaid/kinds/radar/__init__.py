"""Radar charts: `radar-beta`."""

from diagramkit.mermaid.kinds.radar.reader import read

__all__ = ["read"]
