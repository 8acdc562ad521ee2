"""Where a finding about a drawing stands in the source that it was drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.lint.finding import Finding
from diagramkit.lint.ignoring import ignoring

_EDGE = re.compile(r"edge:(.*?)->(.*?)(?::\d+)?$", re.DOTALL)
_PART = re.compile(r"[\w.-]+", re.UNICODE)
SHOWN = 500


@dataclass(frozen=True)
class Places:
    """Looks up the keys of primitives in the text of a diagram whose first line is `first`."""

    text: str
    first: int

    def position(self, key: str) -> tuple[int, int]:
        """Line and column of what a key names; of the first line where it is not written."""
        edge = _EDGE.match(key)
        if edge:
            return self._together(edge[1], edge[2])
        name = key.partition(":")[2] or key
        return self._first(name) or self._first(name.rpartition(":")[0]) or (self.first, 1)

    def line(self, number: int) -> str:
        """The words of a line, numbered as in the file."""
        lines = self.text.split("\n")
        place = number - self.first
        return lines[place][:SHOWN] if 0 <= place < len(lines) else ""

    def _together(self, one: str, two: str) -> tuple[int, int]:
        """The first line that has both names; else the place of the first."""
        for number, line in enumerate(self.text.split("\n")):
            found = _word(one, line)
            if found is not None and _word(two, line) is not None:
                return self.first + number, found + 1
        return self._first(one) or (self.first, 1)

    def _first(self, name: str) -> tuple[int, int] | None:
        if not name:
            return None
        for number, line in enumerate(self.text.split("\n")):
            found = _word(name, line)
            if found is not None:
                return self.first + number, found + 1
        return None


def warned_of(
    findings: Sequence[Finding], text: str, path: str, first: int
) -> Iterator[Diagnostic]:
    """The findings that a source does not ignore, as warnings at their places in it.

    Args:
        findings: what was found in the drawing of the source.
        text: the source; empty where there is none to point at.
        path: the source's name.
        first: the line at which it begins there.
    """
    places = Places(text, first)
    ignored = {code for codes, _ in ignoring(text) for code in codes} if findings else ()
    for found in findings:
        if found.rule not in ignored:
            line, column = places.position(found.keys[0]) if found.keys else (first, 1)
            message, at = f"{found.message} [{found.rule}]", Location(path, line, column)
            yield Diagnostic(found.rule, message, at, places.line(line), "warning")


def _word(name: str, line: str) -> int | None:
    """Where a name stands in a line as a word of its own."""
    if not name or name not in line:
        return None
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line)
    return found.start() if found else None
