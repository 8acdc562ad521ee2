"""Types of types, which Mermaid writes with tildes: `List~int~`, `Map~Key, List~Row~~`."""

from __future__ import annotations

import re


def generics(text: str) -> str:
    """The text with pairs of `~` as angle brackets.

    A tilde between a name and the beginning of another opens a bracket, any other closes the
    innermost one. Where that leaves one open or closes none, tildes are paired as
    `parseGenericTypes` in `common.ts` of Mermaid 11.17 pairs them, the outermost ones first.
    """
    if text.count("~") < 2:
        return text
    return _nested(text) or _paired(text)


def _nested(text: str) -> str:
    """The text with its tildes nested; empty where they are not balanced."""
    made: list[str] = []
    depth = 0
    for place, character in enumerate(text):
        if character != "~":
            made.append(character)
            continue
        opens = _is_name(text[place - 1 : place]) and _begins_type(text[place + 1 : place + 2])
        if not opens and not depth:
            return ""
        depth += 1 if opens else -1
        made.append("<" if opens else ">")
    return "" if depth else "".join(made)


def _is_name(character: str) -> bool:
    return character.isalnum() or character in ("_", "]")


def _begins_type(character: str) -> bool:
    return character.isalnum() or character in ("_", "?", "[", "(", "{", "*", "&")


def _paired(text: str) -> str:
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
