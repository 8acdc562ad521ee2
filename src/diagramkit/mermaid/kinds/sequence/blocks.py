"""`loop`, `alt` and the other fragments: how they begin, go on and end."""

from __future__ import annotations

from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.fragments import Opening
from diagramkit.mermaid.kinds.sequence.model import FragmentKind
from diagramkit.mermaid.kinds.sequence.said import said
from diagramkit.mermaid.kinds.sequence.scanner import Scanner

_KINDS: dict[str, FragmentKind] = {
    "loop": "loop",
    "alt": "alt",
    "opt": "opt",
    "par": "par",
    "par_over": "par",
    "critical": "critical",
    "break": "break",
    "rect": "rect",
}
_DIVIDED: dict[str, FragmentKind] = {"else": "alt", "and": "par", "option": "critical"}
"""The words that begin another section, and the fragment that each belongs to."""

OPENINGS = frozenset(_KINDS)
DIVISIONS = frozenset(_DIVIDED)


def read_opening(scanner: Scanner, builder: Builder) -> None:
    """`loop words`, `rect rgb(…)`."""
    token = scanner.take()
    text = said(scanner.rest_of_line().text).text
    is_rect = token.kind == "rect"
    builder.fragments.open(
        Opening(
            _KINDS[token.kind],
            "" if is_rect else text,
            token.start,
            text if is_rect else "",
            token.kind == "par_over",
        )
    )


def read_division(scanner: Scanner, builder: Builder) -> None:
    """`else words`. Raises DiagramError where the innermost fragment has no such sections."""
    token = scanner.take()
    kind = _DIVIDED[token.kind]
    innermost = builder.fragments.innermost
    if innermost is None or innermost.kind != kind:
        inside = f'"{innermost.kind}" is open here' if innermost else "nothing is open here"
        message = f'"{token.text}" belongs to "{kind}", and {inside}'
        raise scanner.error(token.start, message)
    builder.fragments.divide(said(scanner.rest_of_line().text).text)


def read_end(scanner: Scanner, builder: Builder) -> None:
    """`end`. Raises DiagramError where no fragment is open."""
    token = scanner.take()
    if builder.fragments.innermost is None:
        message = 'an "end" that ends nothing; expected "loop", "alt" or the like before'
        raise scanner.error(token.start, message)
    builder.fragments.close()
