"""Cynefin frameworks: `cynefin-beta`."""

from diagramkit.mermaid.kinds.cynefin.reader import read

__all__ = ["read"]
