"""Words set for every room: lines with their stretches, formulas among them, and one painter."""

from __future__ import annotations

from diagramkit.layout.words.kinds import line_height, line_style, spaced
from diagramkit.layout.words.label import CAP_HEIGHT, Label, Line, LineKind, Run
from diagramkit.layout.words.painting import line_texts
from diagramkit.layout.words.setting import set_width, set_words, widest_style

__all__ = [
    "CAP_HEIGHT",
    "Label",
    "Line",
    "LineKind",
    "Run",
    "line_height",
    "line_style",
    "line_texts",
    "set_width",
    "set_words",
    "spaced",
    "widest_style",
]
