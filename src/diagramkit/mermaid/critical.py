"""`%% diagram: critical A --> B --> C`: what matters most, in a comment of any diagram.

Mermaid takes the line for a comment; here it names the nodes along a path, or the messages of a
sequence diagram by their numbers: `%% diagram: critical 3, 5-7`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest

_DIRECTIVE = re.compile(r"\s*diagram:\s*critical\b")
_NUMBERS = re.compile(r"\s*([0-9]{1,9})\s*(?:-\s*([0-9]{1,9})\s*)?", re.ASCII)


def read_critical(source: Source, known: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The paths in the comments of `source`, each the names of its nodes in order.

    Raises DiagramError where a name is not one of `known`, or where there is none.
    """
    names = dict.fromkeys(known)
    return tuple(_path(source, *found, names) for found in _directives(source))


def critical_names(source: Source, known: Iterable[str]) -> frozenset[str]:
    """The names that the comments of `source` call critical, whatever path they stand in.

    Raises DiagramError as `read_critical` does.
    """
    return frozenset(name for path in read_critical(source, known) for name in path)


class CriticalNumbers:
    """The numbers in the comments of a source, single ones and ranges, counted from 1."""

    def __init__(self, source: Source) -> None:
        """Raises DiagramError where there is something else than numbers."""
        self._source = source
        self._ranges = [
            found for place in _directives(source) for found in _numbers(source, *place)
        ]
        self._starts: list[int] = []
        self._lasts: list[int] = []
        for first, last, _ in sorted(self._ranges):
            self._starts.append(first)
            self._lasts.append(max(last, self._lasts[-1] if self._lasts else 0))

    def __contains__(self, number: int) -> bool:
        before = bisect_right(self._starts, number)
        return before > 0 and number <= self._lasts[before - 1]

    def check(self, last: int) -> None:
        """Raises DiagramError where a number is beyond the `last` that there is."""
        for _, number, offset in self._ranges:
            if number > last:
                known = f"they are counted from 1 to {last}" if last else "there is none"
                message = f"no message has the number {number}; {known}"
                raise self._source.error_at(offset, message, "mermaid-critical")


def _directives(source: Source) -> Iterator[tuple[str, int, int]]:
    """The comments that say what is critical: text, where what they name begins, and offset."""
    for comment in source.comments:
        if directive := _DIRECTIVE.match(comment.text):
            yield comment.text, directive.end(), comment.offset


def _numbers(source: Source, text: str, start: int, offset: int) -> Iterator[tuple[int, int, int]]:
    """The first number, the last, and where they stand, for each piece between commas."""
    for piece in text[start:].split(","):
        place = offset + start + len(piece) - len(piece.lstrip())
        found = _NUMBERS.fullmatch(piece)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 0 < first <= last:
            message = (
                "expected the number of a message, counted from 1, or a range of them, "
                'as in "%% diagram: critical 3, 5-7"'
            )
            raise source.error_at(place, message)
        yield first, last, place
        start += len(piece) + 1


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
        # Names with spaces stand in quotes elsewhere, so that people write them here too.
        if name not in known and len(name) > 1 and name[0] == name[-1] == '"':
            name = name[1:-1].strip()
        if name not in known:
            message = f'no node is called "{name[:60]}"{nearest(name, list(known))}'
            raise source.error_at(place, message, "mermaid-critical")
        path.append(name)
        at = source.original.find(name, place)
        source.mentions.append((at, at + len(name)))
        start += len(piece) + len("-->")
    return tuple(path)
