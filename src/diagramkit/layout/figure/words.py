"""The words of a figure are those of every room."""

from __future__ import annotations

from diagramkit.layout.words import Label as Block
from diagramkit.layout.words import LineKind

__all__ = ["Block", "LineKind"]
