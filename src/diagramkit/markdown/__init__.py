"""Mermaid in pages: blocks and places for pictures found, and other text put in their place.

A parser reads the structure (lists, quotes, longer fences around shorter ones); the text itself
is edited in place, so that every byte outside of what is replaced stays as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diagramkit.markdown.dialects import DIALECTS, Dialect, dialect_of

if TYPE_CHECKING:
    from diagramkit.markdown.block import Block, Line, Place, Shape
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

_HOMES = {
    **dict.fromkeys(("Block", "Line", "Place", "Shape"), "block"),
    "find_blocks": "finding",
    "find_places": "places",
    "replace_blocks": "replacing",
    "rewrite_blocks": "replacing",
}


def __getattr__(name: str) -> Any:
    # Whoever draws a file of its own need not know how pages are read.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
