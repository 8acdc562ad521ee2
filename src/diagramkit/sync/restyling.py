"""Changes to the words of a statement of look."""

from __future__ import annotations

from collections.abc import Mapping

from diagramkit.sync.change import Change
from diagramkit.sync.declarations import differences
from diagramkit.sync.look import Paint
from diagramkit.sync.statements import Definition, LinkStyle, NodeStyle, Word


def replaced(word: Word, text: str, message: str) -> Change:
    """`text` in the place of a word."""
    return Change("replace", word.start, word.end, text, message)


def removed(word: Word, message: str) -> Change:
    """A word taken away, with its line where nothing else stands on it."""
    return Change("remove", word.start, word.end, "", message)


def restyled(
    text: str, statement: Definition | NodeStyle | LinkStyle, style: str, message: str
) -> Change:
    """`style` in the place of the declarations of a statement of the diagram `text`.

    Mermaid takes `#111;` for a character reference, but at the end of a line of `style` or
    `classDef`: elsewhere a space keeps the two apart.
    """
    word = statement.style
    behind = text[word.end :].partition("\n")[0]
    ends_line = behind.rstrip() == ";" and not isinstance(statement, LinkStyle)
    apart = behind.startswith(";") and "#" in style.rpartition(":")[2] and not ends_line
    return replaced(word, style + " " * apart, message)


def said(subject: str, written: Mapping[str, str], paint: Paint) -> str:
    """What differs, as `classDef gpu: fill is #eef6ff, light.roles.primary.fill is #F5F1EA`."""
    parts = (
        f"{name} is {old or 'not set'}, {paint.tokens[name]} is {value}"
        for name, old, value in differences(written, paint.values)
    )
    return f"{subject}: " + "; ".join(parts)
