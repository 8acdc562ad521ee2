"""The items of a sequence diagram as they come, in the fragments that are open around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from diagramkit.mermaid.kinds.sequence.model import Fragment, FragmentKind, Item, Section
from diagramkit.mermaid.source import Source

MAX_DEPTH = 100
"""How deep fragments may stand inside one another."""

MAX_ITEMS = 4_000
"""The most messages, notes, activations and fragments, all together."""


@dataclass(slots=True)
class Opening:
    """The words that begin a fragment."""

    kind: FragmentKind
    text: str
    offset: int
    fill: str = ""
    is_overlapping: bool = False


@dataclass(slots=True)
class _Open:
    opening: Opening
    sections: list[tuple[str, list[Item]]]


@dataclass(slots=True)
class Fragments:
    """Items, the innermost fragment taking what is added. `source` is where they were read."""

    source: Source
    items: list[Item] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _count: int = 0

    @property
    def innermost(self) -> Opening | None:
        """The fragment that is open at this place."""
        return self._open[-1].opening if self._open else None

    def add(self, item: Item, offset: int) -> None:
        """The next item of the innermost fragment, or of the diagram, written at `offset`.

        Raises DiagramError where there are too many.
        """
        self._count += 1
        if self._count > MAX_ITEMS:
            items = "messages, notes, activations and fragments"
            raise self.source.limit(offset, f"a diagram has {MAX_ITEMS} {items} at most")
        (self._open[-1].sections[-1][1] if self._open else self.items).append(item)

    def open(self, opening: Opening) -> None:
        """Begin a fragment. Raises DiagramError where it would be too deep."""
        if len(self._open) == MAX_DEPTH:
            message = f"fragments stand {MAX_DEPTH} deep inside one another at most; here is more"
            raise self.source.error(opening.offset, message, "mermaid-limit")
        self._open.append(_Open(opening, [(opening.text, [])]))

    def divide(self, text: str) -> None:
        """Begin another section of the innermost fragment."""
        self._open[-1].sections.append((text, []))

    def close(self) -> None:
        """End the innermost fragment."""
        closed = self._open.pop()
        opening = closed.opening
        fragment = Fragment(
            opening.kind,
            tuple(Section(text, tuple(items)) for text, items in closed.sections),
            opening.fill,
            opening.is_overlapping,
            self.source.location(opening.offset),
        )
        self.add(fragment, opening.offset)
