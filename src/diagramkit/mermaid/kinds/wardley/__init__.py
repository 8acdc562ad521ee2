"""Wardley maps: `wardley-beta`."""

from diagramkit.mermaid.kinds.wardley.reader import read

__all__ = ["read"]
