"""What is said when a flowchart does not go on as it should: what was found, and what may help."""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner, Token

_KEYWORD_KINDS = {
    *("style", "link_style", "interpolate", "class_def", "class", "href", "click", "graph"),
    *("subgraph", "flow", "connector", "global", "end", "target", "call"),
}
_ARROWS = ("->", "=>", "→", "⇒", "⟶", "➔", "—", "–", "−")
_QUOTES = "“”„«»"


def expected(scanner: Scanner, wanted: str, hint: str = "") -> DiagramError:
    """An error at the next token: `wanted` should stand there, and `hint` may help."""
    token = scanner.peek()
    help_ = _hint(scanner, token) or (f"; {hint}" if hint else "")
    message = f"expected {wanted}, found {_described(token)}{help_}"
    return scanner.error(token.start, message)


def _described(token: Token) -> str:
    written = token.text.strip()
    if token.kind in ("eof", "newline"):
        return "the end of the line"
    if token.kind == "direction":
        return 'a line with "direction" in it'
    if token.kind == "link_id":
        written += "@"
    return f'"{written[:40]}"' if written else "a space"


def _hint(scanner: Scanner, token: Token) -> str:
    rest = scanner.text[token.start :][:40].lstrip()
    if rest.startswith(("%%", "//")):
        return '; a comment begins with "%%" and stands on a line of its own'
    if rest.startswith(_ARROWS):
        return '; a link is written "-->"'
    if rest[:1] and rest[0] in _QUOTES:
        return '; quotes are straight: "'
    if token.kind in _KEYWORD_KINDS:
        word = token.text.strip()
        return f'; "{word}" is a word of Mermaid, "{word[0].upper()}{word[1:]}" may name a node'
    if rest.startswith("@"):
        return '; a name has no "@", a label may: id[name@place]'
    return ""
