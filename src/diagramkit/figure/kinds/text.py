"""Words without a box."""

from __future__ import annotations

from typing import ClassVar, Literal

from diagramkit.figure.part import Lines, Part, Width


class Text(Part):
    """Words, or a formula between dollars, without a box around them.

    - text: "$softmax(QK^T/\\\\sqrt{d_k})V$"
    """

    MAIN: ClassVar = "text"

    text: Lines
    """The lines."""
    style: Literal["body", "title", "heading", "mono", "note"] = "body"
    """How they are set."""
    width: Width | None = None
    """How wide the paragraph is in user units, at which its words wrap."""
