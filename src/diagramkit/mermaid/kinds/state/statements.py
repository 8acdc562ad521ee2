"""The statements of a state diagram as they are written, before they are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from diagramkit.mermaid.kinds.flowchart.model import Direction
from diagramkit.mermaid.kinds.state.model import Kind, Side

EDGE = "[*]"
"""How the start and the end of a level are written."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A state is named, perhaps with descriptions, with a kind other than `state`, with classes."""

    name: str
    offset: int
    texts: tuple[str, ...] = ()
    kind: Kind = "state"
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """`A --> B : words`."""

    source: Mention
    target: Mention
    text: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """`note left of A : words`."""

    name: str
    text: str
    side: Side
    offset: int


@dataclass(frozen=True, slots=True)
class Turn:
    """`direction LR`."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Divider:
    """`--` between what runs at the same time."""


@dataclass(slots=True)
class Body:
    """`state A { … }`, or a region of it."""

    mention: Mention
    statements: list[Statement] = field(default_factory=list)
    is_region: bool = False

    @property
    def direction(self) -> Direction | None:
        """The last direction set directly inside; those of regions are theirs alone."""
        return last_direction(self.regions() or self.statements)

    def regions(self) -> list[Body]:
        """The body's regions; none where nothing in it runs at the same time."""
        parts: list[list[Statement]] = [[]]
        for statement in self.statements:
            if isinstance(statement, Divider):
                parts.append([])
            else:
                parts[-1].append(statement)
        if not parts[-1]:
            parts.pop()
        if len(parts) < 2:
            return []
        name, offset = self.mention.name, self.mention.offset
        return [
            Body(Mention(f"{name}--{number}", offset), part, is_region=True)
            for number, part in enumerate(parts, 1)
        ]


Statement = Mention | Relation | Remark | Turn | Divider | Body


def last_direction(statements: Sequence[Statement]) -> Direction | None:
    """The direction of a level: the last one that it sets; None where it sets none."""
    turns = [each.direction for each in statements if isinstance(each, Turn)]
    return turns[-1] if turns else None
