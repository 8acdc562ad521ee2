"""`note left of A : words`, `note right of A` … `end note`, `note "words" as N`."""

from __future__ import annotations

import re

from diagramkit.mermaid.kinds.state.messages import expected_here
from diagramkit.mermaid.kinds.state.scanner import Scanner
from diagramkit.mermaid.kinds.state.statements import Remark
from diagramkit.mermaid.text import SPACES, WHITE, WHITE_CHARACTERS, back_over_white

_FLAGS = re.IGNORECASE | re.ASCII
_SIDE = re.compile(r"(left|right) of\b", _FLAGS)
_NAME = re.compile(rf"{WHITE}*((?:(?!%%)[^:\n{SPACES}\-])+)")
_LINE = re.compile(rf"{WHITE}*:[^:\n;]+")
_END = re.compile(r"end note\b", _FLAGS)
_FLOATING = re.compile(rf'"(?!{WHITE}*as)[^"]+"+{WHITE}*as{WHITE}*[^\n]*', _FLAGS)


def read_note(scanner: Scanner) -> Remark | None:
    """A note beside a state. A floating note is read and, as in Mermaid, not drawn: None.

    Raises DiagramError where Mermaid would not read it.
    """
    scanner.take()
    if scanner.text.startswith('"', scanner.place):
        if scanner.take_match(_FLOATING) is None:
            message = 'expected words in double quotes, "as" and a name'
            raise scanner.error(scanner.place, message)
        return None
    side = scanner.take_match(_SIDE)
    if side is None:
        raise expected_here(scanner, '"left of" or "right of" and a state')
    name = scanner.take_match(_NAME)
    if name is None:
        raise expected_here(scanner, "the name of a state")
    scanner.source.mention(*name.span(1))
    is_left = side[1].lower() == "left"
    return Remark(name[1], _text(scanner), "left" if is_left else "right", name.start(1))


def _text(scanner: Scanner) -> str:
    """The words behind a colon, or those of the lines up to `end note`."""
    line = scanner.take_match(_LINE)
    if line:
        # Mermaid takes two characters off, whatever they are: the colon and a space.
        return line[0][2:].strip(WHITE_CHARACTERS)
    start = scanner.place
    for end in _END.finditer(scanner.text, start):
        before = back_over_white(scanner.text, end.start(), start)
        if "\n" in scanner.text[before : end.start()]:
            scanner.go_to(end.end())
            return scanner.text[start:before].strip(WHITE_CHARACTERS)
    raise scanner.error(start, 'expected ":" and words, or lines of words and a line "end note"')
