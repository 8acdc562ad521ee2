"""Kanban boards: a frame for each column, its cards as thin boxes below each other, ticket, name
and priority as a grey second line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from diagramkit.diagnostics import counted
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.description import flat, tell
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.layout.graph.cells import place_in_cells
from diagramkit.layout.graph.record import Titled
from diagramkit.mermaid.kinds.block.model import Cell, Grid
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group
from diagramkit.mermaid.kinds.kanban.model import Card, Column, Kanban
from diagramkit.theme.model import Theme


def lay_out(
    board: Kanban,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a kanban board; arguments and errors as for `layout.lay_out`."""
    grids = {each.head.id: Grid(1, _cells(each.cards)) for each in board.columns}
    grids[""] = Grid(None, _cells(each.head for each in board.columns))
    return lay_out_graph(
        graph_of(board),
        theme,
        classes=classes,
        default_role=default_role,
        path=path,
        placing=partial(place_in_cells, grids, flush=True),
    )


def graph_of(board: Kanban) -> Flowchart:
    """The boxes and groups of a board."""
    return Flowchart(
        "TB",
        tuple(_box(card) for column in board.columns for card in column.cards),
        groups=tuple(map(_frame, board.columns)),
        critical=board.critical,
        title=board.title,
        description=_describe(board),
    )


def _box(card: Card) -> Titled:
    """A card; one without a class is secondary."""
    return Titled(
        card.id,
        card.text,
        "rect",
        card.classes or ("secondary",),
        location=card.location,
        kicker=_said(card),
    )


def _said(card: Card) -> str:
    priority = f"{flat(card.priority).lower()} priority" if card.priority else ""
    return " · ".join(filter(None, (flat(card.ticket), flat(card.assigned), priority)))


def _frame(column: Column) -> Group:
    head, said = column.head, _said(column.head)
    title = f"{flat(head.text)} · {said}" if said else head.text
    members = tuple(card.id for card in column.cards)
    return Group(head.id, title, members, None, head.classes, location=head.location)


def _cells(cards: Iterable[Card]) -> tuple[Cell, ...]:
    return tuple(Cell(card.id) for card in cards)


def _describe(board: Kanban) -> str:
    """A board in words: its columns and their cards."""
    count = counted(sum(len(column.cards) for column in board.columns), "card", "cards")
    told = [
        f"{flat(column.head.text)}: {', '.join(flat(card.text) for card in column.cards) or 'none'}"
        for column in board.columns
    ]
    return tell(f"Kanban board of {count}", told)
