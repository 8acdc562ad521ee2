"""Messages and notes."""

from __future__ import annotations

from diagramkit.mermaid.kinds.sequence.arrows import ARROWS
from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.cast import Mention
from diagramkit.mermaid.kinds.sequence.model import Placement
from diagramkit.mermaid.kinds.sequence.said import said
from diagramkit.mermaid.kinds.sequence.scanner import Scanner
from diagramkit.mermaid.text import WHITE_CHARACTERS

_PLACEMENTS: dict[str, Placement] = {"left of": "left", "right of": "right", "over": "over"}

_WHOLE = 'a message is written "A->>B: words", all in one line'


def read_message(scanner: Scanner, builder: Builder) -> None:
    """`A->>B: words`, with `+` or `-` before the target, or `()` at one end or both."""
    source = read_actor(scanner)
    at_source = scanner.take_if("circle") is not None
    arrow = ARROWS[scanner.need("arrow", "an arrow", _WHOLE).text.lower()]
    sign = scanner.take_if("circle") or (None if at_source else scanner.take_if("plus", "minus"))
    target = read_actor(scanner)
    words = said(read_said(scanner))
    change = sign.kind if sign else ""
    builder.message(source, target, arrow, words, (at_source, change == "circle"))
    if change == "plus":
        builder.activate(target)
    elif change == "minus":
        builder.deactivate(source)


def read_actor(scanner: Scanner) -> Mention:
    """A name in a message, a note or a link. Raises DiagramError where none stands."""
    token = scanner.name()
    return Mention(token.text, token.start)


def read_said(scanner: Scanner) -> str:
    """What stands behind the colon, as written. Raises DiagramError where there is no colon."""
    token = scanner.need("words", '":" and words')
    scanner.warn_of_comment(token)
    return token.text[1:].strip(WHITE_CHARACTERS)


def read_note(scanner: Scanner, builder: Builder) -> None:
    """`Note left of A: words`, `Note over A,B: words`."""
    note = scanner.take()
    side = scanner.need(_PLACEMENTS, '"left of", "right of" or "over"')
    placement = _PLACEMENTS[side.kind]
    mentions = [read_actor(scanner)]
    if placement == "over" and scanner.take_if("comma"):
        mentions.append(read_actor(scanner))
    if scanner.peek().kind == "comma":
        raise scanner.expected('":" and words', "a note stands over one or two, or beside one")
    builder.note(placement, mentions, said(read_said(scanner)), note.start)
