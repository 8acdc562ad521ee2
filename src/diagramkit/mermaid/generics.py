"""Types of types, which Mermaid writes with tildes: `List~int~`.

The rules are those of `parseGenericTypes` in its `common.ts`, version 11.17.
"""

from __future__ import annotations

import re


def generics(text: str) -> str:
    """The text with pairs of `~` as angle brackets, the outermost ones first."""
    pieces = re.split("(,)", text)
    joined: list[str] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        # A comma inside `~K, V~` parts what belongs together.
        if piece == "," and pieces[place - 1].count("~") == pieces[place + 1].count("~") == 1:
            piece = joined.pop() + "," + pieces[place + 1]
            place += 1
        joined.append(piece)
        place += 1
    return "".join(_brackets(piece) for piece in joined)


def _brackets(text: str) -> str:
    count = text.count("~")
    if count < 2:
        return text
    lead = "~" if count % 2 and text.startswith("~") else ""
    pieces = text[len(lead) :].split("~")
    half = (len(pieces) - 1) // 2
    middle = ["~"] * ((len(pieces) - 1) % 2)
    marks = [*["<"] * half, *middle, *[">"] * half, ""]
    return lead + "".join(piece + mark for piece, mark in zip(pieces, marks, strict=True))
