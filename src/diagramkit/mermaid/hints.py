"""`%% diagram: same-rank A B`, `order A B`, `weak A --> B`: how a diagram is to be placed, in
comments that Mermaid passes over.

A hint never keeps a diagram from being drawn: what cannot be read in one is warned of and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from diagramkit.diagnostics import Diagnostic
from diagramkit.mermaid.source import Source

CODE = "mermaid-hint"
MOST_NAMES = 1_000
"""The most names that the hints of a diagram may hold together."""
_HINT = re.compile(r"\s*diagram:\s*(same-rank|order|weak)(?=\s|$)")
_NAME = re.compile(r'"([^"\n]*)"|([^\s,"]+)')
_LINK = re.compile(r"-->")
_EXAMPLES = {"same-rank": "same-rank A B", "order": "order A B", "weak": "weak A --> B"}

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the comments of a diagram say of how it is placed, by the ids of nodes and groups.

    `same_rank`: each holds what stands in one rank. `order`: each holds what stands in this order,
    left to right or top to bottom, as far as it stands in one rank. `weak`: the links, by source
    and target, that have no say in which rank anything stands.
    """

    same_rank: tuple[Names, ...] = ()
    order: tuple[Names, ...] = ()
    weak: frozenset[tuple[str, str]] = frozenset()

    def either_way(self) -> Hints:
        """The hints where a link may run from the target that it names to the source."""
        return replace(self, weak=self.weak | {(target, source) for source, target in self.weak})


NO_HINTS = Hints()


class _Word(NamedTuple):
    """A name in a hint and its offset in the original text."""

    text: str
    offset: int


def read_hints(
    source: Source, known: Iterable[str], links: Iterable[tuple[str, str]] = ()
) -> Hints:
    """The hints in the comments of `source`.

    Args:
        source: the diagram; its notices grow by a warning for each name that is not one of
            `known`, for each weak link that is not one of `links`, and for hints of one name.
        known: the ids of nodes and groups.
        links: the source and the target of each link.
    """
    found: dict[str, list[Names]] = {"same-rank": [], "order": []}
    weak: set[tuple[str, str]] = set()
    count = 0
    names: dict[str, None] | None = None
    for comment in source.comments:
        hint = _HINT.match(comment.text)
        if hint is None:
            continue
        names = dict.fromkeys(known) if names is None else names
        words = list(_words(comment.text, hint.end(), comment.offset, is_path=hint[1] == "weak"))
        count += len(words)
        if count > MOST_NAMES:
            _warn(source, comment.offset, f"hints of more than {MOST_NAMES} names are left out")
            break
        told = _known(source, words, names)
        if len(words) < 2:
            message = f'expected two names at least, as in "%% diagram: {_EXAMPLES[hint[1]]}"'
            _warn(source, comment.offset + hint.start(1), message)
        elif hint[1] == "weak":
            weak |= _weak(source, words, names, set(links))
        elif len(told) > 1:
            found[hint[1]].append(told)
    return Hints(tuple(found["same-rank"]), tuple(found["order"]), frozenset(weak))


def warn_of_hints(source: Source, kind: str) -> None:
    """Warn of every hint of a kind of diagram in which hints mean nothing."""
    for comment in source.comments:
        if hint := _HINT.match(comment.text):
            message = f'"{hint[1]}" says nothing in a diagram of the kind {kind}'
            _warn(source, comment.offset + hint.start(1), message)


def _words(text: str, start: int, offset: int, *, is_path: bool) -> Iterator[_Word]:
    """The names from `start` on: between arrows, else between blanks and commas."""
    for piece, at in _pieces(text, start) if is_path else ((text[start:], start),):
        if is_path and piece.strip() and '"' not in piece:
            yield _Word(piece.strip(), offset + at + len(piece) - len(piece.lstrip()))
            continue
        for name in _NAME.finditer(piece):
            yield _Word(name[1] or name[2] or "", offset + at + name.start())


def _pieces(text: str, start: int) -> Iterator[tuple[str, int]]:
    """What stands before, between and behind the arrows, and where."""
    for arrow in _LINK.finditer(text, start):
        yield text[start : arrow.start()], start
        start = arrow.end()
    yield text[start:], start


def _known(source: Source, words: Iterable[_Word], names: dict[str, None]) -> Names:
    """The names that there are, each once; the others are warned of."""
    found: dict[str, None] = {}
    for word in words:
        if word.text in names:
            at = source.original.find(word.text, word.offset)
            source.mentions.append((at, at + len(word.text)))
            found[word.text] = None
        else:
            near = source.near(word.text, names)
            _warn(source, word.offset, f'no node is called "{word.text[:60]}"{near}')
    return tuple(found)


def _weak(
    source: Source, words: list[_Word], names: dict[str, None], links: set[tuple[str, str]]
) -> set[tuple[str, str]]:
    """The links along a path of names; those that there are not are warned of."""
    found: set[tuple[str, str]] = set()
    for one, other in pairwise(words):
        ways = [(one.text, other.text), (other.text, one.text)]
        if way := next((way for way in ways if way in links), None):
            found.add(way)
        elif one.text in names and other.text in names:
            message = f"no link joins {one.text[:60]} and {other.text[:60]}"
            _warn(source, one.offset, message)
    return found


def _warn(source: Source, offset: int, message: str) -> None:
    place = source.location_of(offset)
    source.notices.append(Diagnostic(CODE, message, place, severity="warning"))
