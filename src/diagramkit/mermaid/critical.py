"""`%% diagram: critical A --> B --> C`: the paths that matter most, in a comment of any diagram.

Mermaid takes the line for a comment; here it names the nodes along a path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest

_DIRECTIVE = re.compile(r"\s*diagram:\s*critical\b")


def read_critical(source: Source, known: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The paths in the comments of `source`, each the names of its nodes in order.

    Raises DiagramError where a name is not one of `known`, or where there is none.
    """
    names = dict.fromkeys(known)
    return tuple(
        _path(source, comment.text, directive.end(), comment.offset, names)
        for comment in source.comments
        if (directive := _DIRECTIVE.match(comment.text))
    )


def _path(
    source: Source, text: str, start: int, offset: int, known: dict[str, None]
) -> tuple[str, ...]:
    path: list[str] = []
    for piece in text[start:].split("-->"):
        name = piece.strip()
        place = offset + start + len(piece) - len(piece.lstrip())
        if not name:
            message = 'expected the name of a node, as in "%% diagram: critical A --> B"'
            raise source.error_at(place, message)
        if name not in known:
            message = f'no node is called "{name[:60]}"{nearest(name, list(known))}'
            raise source.error_at(place, message, "mermaid-critical")
        path.append(name)
        start += len(piece) + len("-->")
    return tuple(path)
