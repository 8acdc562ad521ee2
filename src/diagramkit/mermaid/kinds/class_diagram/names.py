"""Names of classes and namespaces: `Animal`, `zoo.Animal`, `List~int~`, and any in backticks."""

from __future__ import annotations

from diagramkit.mermaid.entities import resolve
from diagramkit.mermaid.kinds.class_diagram.scanner import Scanner
from diagramkit.mermaid.tokens import Token

ALPHANUMERIC = ("name", "letters", "minus")
"""Tokens of which a name consists; spaces between them do not count."""


def read_name(scanner: Scanner, wanted: str, *, typed: bool = True) -> Token:
    """The name that comes next, with its type if it may be `typed`.

    Raises DiagramError, naming what was `wanted`, if none does.
    """
    start = scanner.peek().start
    pieces: list[str] = []
    while token := scanner.take_if(*ALPHANUMERIC, "literal"):
        pieces.append(token.text)
        if token.kind == "literal" or scanner.peek().kind == "generic":
            break
        if scanner.take_if("dot"):
            pieces.append(".")
            wanted = 'a name after "."'
        elif scanner.peek().kind not in (*ALPHANUMERIC, "literal"):
            break
    if not pieces or pieces[-1] == ".":
        raise scanner.expected(wanted, _hint(scanner))
    scanner.source.mention(start, scanner.place)
    if typed and (generic := scanner.take_if("generic")):
        pieces.append(f"~{generic.text}~")
    return Token("name", resolve("".join(pieces)), start, scanner.place)


def _hint(scanner: Scanner) -> str:
    token = scanner.peek()
    word = scanner.text[token.start : token.end].strip()
    if word.isalpha():
        return f'"{word}" is a word of Mermaid, "{word.capitalize()}" may name a class'
    return ""
