"""The namespaces of a class diagram: `namespace a.b`, one inside another, opened again."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.kinds.class_diagram.model import Namespace
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import check_name
from diagramkit.mermaid.source import Source

MAX_DEPTH = 100
"""How deep namespaces may stand inside one another, those in a name with dots counted too."""


@dataclass(slots=True)
class _Namespace:
    text: str
    parent: str | None
    offset: int


class Namespaces:
    """All namespaces by their ids, which are paths with dots, and those that are open."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._known: dict[str, _Namespace] = {}
        self._open: list[tuple[str, int]] = []

    @property
    def innermost(self) -> str | None:
        """The id of the namespace that is open at this place."""
        return self._open[-1][0] if self._open else None

    @property
    def opened_at(self) -> int:
        """Where the innermost open namespace begins."""
        return self._open[-1][1]

    def open(self, name: str, label: str, offset: int) -> None:
        """`namespace name` begins, perhaps for a second time; those that a dot parts are inside
        one another. Raises DiagramError where it is too deep."""
        whole = f"{self.innermost}.{name}" if self._open else name
        check_name(self._source, whole, offset)
        parts = whole.split(".")
        if len(parts) > MAX_DEPTH:
            message = f"namespaces inside one another more than {MAX_DEPTH} deep"
            raise self._source.error(offset, message, "mermaid-limit")
        parent: str | None = None
        for end, part in enumerate(parts, 1):
            path = ".".join(parts[:end])
            self._known.setdefault(path, _Namespace(words(part), parent, offset))
            parent = path
        if label:
            self._known[whole].text = words(label)
        self._open.append((whole, offset))

    def close(self) -> None:
        """The innermost open namespace ends."""
        self._open.pop()

    def finished(self) -> tuple[Namespace, ...]:
        """All namespaces in source order."""
        return tuple(
            Namespace(name, found.text, found.parent, self._source.location(found.offset))
            for name, found in self._known.items()
        )
