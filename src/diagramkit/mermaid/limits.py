"""How much may be named and joined in one diagram."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Sized

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.source import Source

MAX_NAME = 2_000
"""The most characters of the name of a box: all that is drawn of it is called after it."""

MAX_LINKS = 2_000
"""The most links that are read; Mermaid itself draws 500 at most."""

MAX_AT_ONE = 500
"""The most links that begin or end at one box: time goes with their square."""


MAX_LOOKS = 10_000
"""The most names times looks of one statement such as `class a,b,c one,two`."""


class LinkCount:
    """Counts the links of a diagram, which is called `diagram` in messages and its boxes `box`."""

    def __init__(self, source: Source, diagram: str, box: str) -> None:
        self._source = source
        self._diagram = diagram
        self._box = box
        self._count = 0
        self._ends: Counter[str] = Counter()

    def add(self, sources: Sequence[str], targets: Sequence[str], offset: int) -> None:
        """A link from each of `sources` to each of `targets`, written at `offset`.

        Raises DiagramError where there are too many.
        """
        self._count += len(sources) * len(targets)
        if self._count > MAX_LINKS:
            raise self._too_many(self._diagram, MAX_LINKS, offset)
        more = {name: len(targets) for name in sources}
        for name, count in [*more.items(), *((name, len(sources)) for name in targets)]:
            self._ends[name] += count
            if self._ends[name] > MAX_AT_ONE:
                raise self._too_many(self._box, MAX_AT_ONE, offset)

    def _too_many(self, what: str, most: int, offset: int) -> DiagramError:
        return self._source.limit(offset, f"{what} has {most} links at most")


def check_looks(source: Source, names: Sized, looks: Sized, offset: int) -> None:
    """Raises DiagramError where a statement, written at `offset`, gives too many classes or styles
    to too many names."""
    if len(names) * len(looks) > MAX_LOOKS:
        message = f"{len(names)} names with {len(looks)} looks each, more than {MAX_LOOKS} in all"
        raise source.error(offset, message, "mermaid-limit")


def check_name(source: Source, name: str, offset: int) -> None:
    """Raises DiagramError where the name of a box, written at `offset`, is too long."""
    if len(name) > MAX_NAME:
        message = f"a name has {MAX_NAME} characters at most, and this one has {len(name)}"
        raise source.error(offset, message, "mermaid-limit")
