"""The text of one diagram, cleaned for reading, and the way back to where it was written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.mermaid.entities import unmark
from diagramkit.mermaid.text import nearest

MOST_NEAR = 20
"""So many warnings say what may have been meant."""
_AROUND_NAMES = ' \t\n"`'
Span = tuple[int, int]
"""A stretch of text: offset of its first character, offset behind its last."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A text with some stretches taken out, and where the rest stood before.

    The piece that begins at `starts[i]` stood at `origins[i]`.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, offset: int) -> int:
        """Where the character at `offset` stood in the original text."""
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def without(self, spans: Iterable[Span]) -> Traced:
        """The same text without `spans`, which are in order and do not overlap."""
        kept: list[Span] = []
        place = 0
        for start, end in spans:
            kept.append((place, start))
            place = end
        if not kept:
            return self
        kept.append((place, len(self.text)))
        return self._of([span for span in kept if span[0] < span[1]])

    def _of(self, kept: list[Span]) -> Traced:
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for start, end in kept:
            first = bisect_right(self.starts, start) - 1
            last = bisect_right(self.starts, end - 1)
            for piece in range(first, last):
                inside = max(self.starts[piece], start)
                starts.append(length + inside - start)
                origins.append(self.origins[piece] + inside - self.starts[piece])
            length += end - start
        text = "".join(self.text[start:end] for start, end in kept)
        return Traced(text, tuple(starts) or (0,), tuple(origins) or (0,))


@dataclass(frozen=True)
class Comment:
    """A comment: what stands behind its `%%`, and the offset of that in the original text."""

    text: str
    offset: int


@dataclass(frozen=True)
class Source:
    """One diagram: `text` is what the reader of its kind sees, `original` what was written.

    `path` and `first_line` say where the original stands: a block inside a Markdown file begins
    further down. Offsets given to `location` and `error` count in `text`; those given to
    `location_of` and `error_at` count in `original`.
    """

    path: str
    first_line: int
    original: str
    traced: Traced
    title: str = ""
    comments: tuple[Comment, ...] = ()
    notices: list[Diagnostic] = field(default_factory=list, compare=False)
    """What can be read, but hardly was meant."""
    mentions: list[Span] = field(default_factory=list, compare=False)
    """Where nodes, groups and participants are named, as offsets in `original`, without quotes."""

    @property
    def text(self) -> str:
        return self.traced.text

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        found = self.original.find("\n")
        while found >= 0:
            starts.append(found + 1)
            found = self.original.find("\n", found + 1)
        return starts

    def location(self, offset: int) -> Location:
        """The place of a character of `text`."""
        return self.location_of(self.traced.origin(offset))

    def location_of(self, offset: int) -> Location:
        """The place of a character of `original`."""
        offset = min(offset, len(self.original))
        line = bisect_right(self._line_starts, offset) - 1
        return Location(self.path, self.first_line + line, offset - self._line_starts[line] + 1)

    def mention(self, start: int, end: int, separator: str | None = None) -> None:
        """Note that `text` names something from `start` to `end`, or several things with a
        separator between them."""
        text = self.text[start:end]
        for name in text.split(separator) if separator else (text,):
            first = start + len(name) - len(name.lstrip(_AROUND_NAMES))
            last = start + len(name.rstrip(_AROUND_NAMES)) - 1
            if first <= last:
                self.mentions.append((self.traced.origin(first), self.traced.origin(last) + 1))
            start += len(name) + 1

    def near(self, word: str, known: Iterable[str]) -> str:
        """`nearest` for the message of a warning: the first alone have it, as it takes long."""
        return nearest(word, list(known)) if len(self.notices) < MOST_NEAR else ""

    def warn(self, offset: int, message: str, code: str) -> None:
        """Note what can be read at a character of `text`, but hardly was meant."""
        place = self.location(offset)
        self.notices.append(Diagnostic(code, unmark(message), place, severity="warning"))

    def error(self, offset: int, message: str, code: str = "mermaid-syntax") -> DiagramError:
        """An error at a character of `text`, with the line it stands in."""
        # A statement that breaks off is shown at the end of its own line, not at a line further
        # down, where nothing is to be seen.
        end = min(offset, len(self.text))
        if end >= len(self.text) or self.text[end] == "\n":
            end = len(self.text[:end].rstrip())
        return self.error_at(self.traced.origin(max(end, 0)), message, code)

    def limit(self, offset: int, message: str) -> DiagramError:
        """An error at a character of `text`, the first that is beyond a limit: "a pie has 9 slices
        at most"."""
        return self.error(offset, f"{message}, and here are more", "mermaid-limit")

    def error_at(self, offset: int, message: str, code: str = "mermaid-syntax") -> DiagramError:
        """An error at a character of `original`, with the line it stands in."""
        message = unmark(message)
        place = self.location_of(offset)
        lines = self.original.split("\n")
        line = lines[min(place.line - self.first_line, len(lines) - 1)]
        return DiagramError.single(code, message, place, line)
