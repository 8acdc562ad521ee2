"""What a kanban board says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Card:
    """A card, or the head of a column. No two have the same id: the second of a name has a number
    behind it. `ticket`, `assigned` and `priority` may be empty."""

    id: str
    text: str
    location: Location
    ticket: str = ""
    assigned: str = ""
    priority: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a board."""

    head: Card
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Kanban:
    """A whole board, in source order throughout.

    `critical` holds the paths named by `%% diagram: critical A --> B` as tuples of ids.
    """

    columns: tuple[Column, ...] = ()
    critical: tuple[tuple[str, ...], ...] = ()
    title: str = ""
