"""What is said when a state diagram does not go on as it should."""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.state.scanner import Scanner

_ARROWS = ("->", "=>", "==", "→", "⇒", "—", "–", "--")


def expected(scanner: Scanner, wanted: str) -> DiagramError:
    """An error at the next token: `wanted` should stand there."""
    return scanner.expected(wanted, _hint(scanner))


def expected_here(scanner: Scanner, wanted: str) -> DiagramError:
    """The same at the place itself, where no token of the grammar is looked for."""
    scanner.word()
    return expected(scanner, wanted)


def _hint(scanner: Scanner) -> str:
    """What may help."""
    start = scanner.peek().start
    rest = scanner.text[start : start + 12]
    if rest.startswith(_ARROWS):
        return 'a transition is written "-->", with a state before and behind it in its line'
    if rest.startswith("-"):
        return 'a name has no "-", a description may: state "on-line" as online'
    if rest.startswith('"'):
        return 'words in double quotes belong to a state: state "words" as name'
    if rest.startswith("{"):
        return "the braces of a state open behind its name and the word state: state A {"
    if rest.startswith(":"):
        return (
            "one description stands behind a state or a transition; it has no semicolon and no two "
            "colons in a row: write #59; and #58;"
        )
    if rest.lower().startswith(("default", "click", "href")):
        word = scanner.peek().text
        return f'"{word}" is a word of Mermaid, "my_{word}" may name a state'
    return ""
