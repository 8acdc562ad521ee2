"""Kanban boards are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.kanban.model import Kanban


def board(text: str) -> Kanban:
    model = parse(f"kanban\n{text}\n", "a.mmd")
    assert isinstance(model, Kanban)
    return model


def test_what_is_indented_as_the_first_line_is_a_column_all_else_a_card() -> None:
    columns = board(" a[A]\n  b[B]\n    c[C]\n d[D]\n  e").columns
    assert [(one.head.text, [card.text for card in one.cards]) for one in columns] == [
        ("A", ["B", "C"]),
        ("D", ["e"]),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "@{ ticket: X-1, assigned: 'Mara', priority: 'High', label: 'New' }",
        '@{\n    ticket: X-1\n    assigned: "Mara"\n    priority: High\n    label: New\n}',
    ],
)
def test_a_card_has_a_ticket_a_name_a_priority_and_other_words(data: str) -> None:
    (card,) = board(f"a\n  b[Old]{data}").columns[0].cards
    assert (card.text, card.ticket, card.assigned, card.priority) == ("New", "X-1", "Mara", "High")


def test_cards_of_one_name_are_told_apart() -> None:
    cards = board("a\n  b[One]\n  b[Two]\n  b 2[Three]").columns[0].cards
    assert len({card.id for card in cards}) == 3


def test_a_class_belongs_to_the_card_above() -> None:
    assert board("a\n  b\n  :::accent").columns[0].cards[0].classes == ("accent",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  a\nb", 'a.mmd:3:1: "b" is indented less than the first column'),
        ("a\n  b[c", 'a.mmd:3:4: this "[" is never closed'),
        ("a\n  b@{ ticket: [ }", "a.mmd:3:6: what is said of this card is not YAML"),
        ("a\n  b@{ ticket: 1", "a.mmd:3:4: expected the end of the line"),
        ("a\n  b@{ shape: Big }", 'a.mmd:3:6: no shape is called "Big"'),
        (":::a", "a.mmd:2:4: expected a column"),
        ("mindmap", "a.mmd:2:1: expected a node"),
    ],
)
def test_what_mermaid_does_not_read_is_refused_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        board(text)
    assert str(caught.value).startswith(wanted)


def test_a_column_without_a_name_is_called_card() -> None:
    assert [column.head.id for column in board("[ ]\n[ ]").columns] == ["card", "card 2"]
