"""Messages and notes."""

from __future__ import annotations

from diagramkit.mermaid.kinds.sequence.arrows import ARROWS, Arrow
from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.cast import Mention
from diagramkit.mermaid.kinds.sequence.messages import expected
from diagramkit.mermaid.kinds.sequence.model import Placement
from diagramkit.mermaid.kinds.sequence.said import said
from diagramkit.mermaid.kinds.sequence.scanner import Scanner
from diagramkit.mermaid.text import WHITE_CHARACTERS

_PLACEMENTS: dict[str, Placement] = {"left of": "left", "right of": "right", "over": "over"}


def read_message(scanner: Scanner, builder: Builder) -> None:
    """`A->>B: words`, with `+` or `-` before the target, or `()` at one end or both."""
    source = read_actor(scanner)
    at_source = _take(scanner, "circle")
    arrow = _arrow(scanner)
    at_target = _take(scanner, "circle")
    begins = not (at_source or at_target) and _take(scanner, "plus")
    ends = not (at_source or at_target or begins) and _take(scanner, "minus")
    target = read_actor(scanner)
    words = said(read_said(scanner))
    builder.message(source, target, arrow, words, (at_source, at_target))
    if begins:
        builder.activate(target)
    if ends:
        builder.deactivate(source)


def _arrow(scanner: Scanner) -> Arrow:
    if scanner.peek().kind != "arrow":
        raise expected(scanner, "an arrow")
    return ARROWS[scanner.take().text.lower()]


def _take(scanner: Scanner, kind: str) -> bool:
    """Whether the next token is of this kind; it is consumed then."""
    found = scanner.peek().kind == kind
    if found:
        scanner.take()
    return found


def read_actor(scanner: Scanner) -> Mention:
    """A name in a message, a note or a link. Raises DiagramError where none stands."""
    if scanner.peek().kind != "name":
        raise expected(scanner, "the name of a participant")
    token = scanner.take()
    return Mention(token.text, token.start)


def read_said(scanner: Scanner) -> str:
    """What stands behind the colon, as written. Raises DiagramError where there is no colon."""
    if scanner.peek().kind != "words":
        raise expected(scanner, '":" and what is said')
    return scanner.take().text[1:].strip(WHITE_CHARACTERS)


def read_note(scanner: Scanner, builder: Builder) -> None:
    """`Note left of A: words`, `Note over A,B: words`."""
    note = scanner.take()
    placement = _PLACEMENTS.get(scanner.peek().kind)
    if placement is None:
        raise expected(scanner, '"left of", "right of" or "over"')
    scanner.take()
    mentions = [read_actor(scanner)]
    if placement == "over" and _take(scanner, "comma"):
        mentions.append(read_actor(scanner))
    builder.note(placement, mentions, said(read_said(scanner)), note.start)
