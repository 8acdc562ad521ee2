"""Words without a box."""

from __future__ import annotations

from typing import ClassVar, Literal

from diagramkit.figure.part import Lines, Part


class Text(Part):
    """Words, or a formula between dollars, without a box around them.

    - text: "$softmax(QK^T/\\\\sqrt{d_k})V$"
    """

    MAIN: ClassVar = "text"

    text: Lines
    """The lines."""
    style: Literal["body", "title", "heading", "mono", "note"] = "body"
    """How they are set."""
