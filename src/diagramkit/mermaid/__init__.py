"""Mermaid sources to models: `parse(text)`."""

from diagramkit.mermaid.reading import parse

__all__ = ["parse"]
