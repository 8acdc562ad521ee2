"""What a packet says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.titles import Chart


@dataclass(frozen=True, slots=True)
class Field:
    """Bits with one name: from the first to the last, both counted from 0."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Packet(Chart):
    """A whole packet: its fields follow each other without a gap, from bit 0.

    `bits_per_row` is 1 to 128; `shows_bits` says whether their numbers stand above the fields.
    `critical` holds the labels that `%% diagram: critical A` names.
    """

    fields: tuple[Field, ...] = ()
    bits_per_row: int = 32
    shows_bits: bool = True
    critical: frozenset[str] = frozenset()
