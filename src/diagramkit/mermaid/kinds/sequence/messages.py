"""What is said when a sequence diagram does not go on as it should."""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.sequence.scanner import KEYWORDS, Scanner, Token

_DASHES = ("→", "⇒", "⟶", "➔", "—", "–", "−", "=", "-", ">")


def expected(scanner: Scanner, wanted: str) -> DiagramError:
    """An error at the next token: `wanted` should stand there."""
    token = scanner.peek()
    message = f"expected {wanted}, found {_described(token)}{_hint(token)}"
    return scanner.error(token.start, message)


def no_name(scanner: Scanner) -> DiagramError:
    """An error at the next word of the line, which is no name of a participant."""
    found = scanner.rest_of_line()
    shown = f'"{found.text[:40]}"' if found.text else "the end of the line"
    hint = '; a name has none of < > : , @ in it, the words behind "as" may' if found.text else ""
    return scanner.error(found.start, f"expected the name of a participant, found {shown}{hint}")


def _described(token: Token) -> str:
    if token.kind == "eof" or token.text.startswith("\n"):
        return "the end of the line"
    return f'"{token.text.strip()[:40]}"'


def _hint(token: Token) -> str:
    if token.kind in KEYWORDS:
        return (
            f'; "{token.text}" is a word of Mermaid: another name, "as {token.text}", may show it'
        )
    if token.text == ";":
        return '; among words ";" is written "#59;"'
    if token.text.startswith(_DASHES):
        return '; an arrow is written "->>" or "-->>"'
    return ""
