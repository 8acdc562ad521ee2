"""Mermaid in pages: blocks and places for pictures found, and other text put in their place.

A parser reads the structure (lists, quotes, longer fences around shorter ones); the text itself
is edited in place, so that every byte outside of what is replaced stays as it was.
"""

from diagramkit.markdown.block import (
    DIALECTS,
    Block,
    Dialect,
    Line,
    Place,
    Shape,
    dialect_of,
)
from diagramkit.markdown.finding import find_blocks
from diagramkit.markdown.places import find_places
from diagramkit.markdown.replacing import replace_blocks, rewrite_blocks

__all__ = [
    "DIALECTS",
    "Block",
    "Dialect",
    "Line",
    "Place",
    "Shape",
    "dialect_of",
    "find_blocks",
    "find_places",
    "replace_blocks",
    "rewrite_blocks",
]
