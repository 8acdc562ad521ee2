"""Kanban boards as they are drawn."""

from __future__ import annotations

from .pictures import Picture, draw

BOARD = ("todo[To do]", "  a[A]", "  b[B]@{ ticket: X-1, priority: High }", "done[Done]", "  c[C]")


def picture(*more: str) -> Picture:
    return draw("\n".join(["kanban", *BOARD, *more, ""]))


def test_cards_stand_below_each_other_in_the_frame_of_their_column() -> None:
    drawn = picture()
    assert drawn.rect("todo").contains(drawn.rect("a"))
    assert drawn.rect("a").bottom < drawn.rect("b").y
    assert drawn.rect("a").width == drawn.rect("b").width
    assert drawn.rect("todo").right < drawn.rect("done").x


def test_columns_are_equally_high_and_their_cards_begin_at_the_top() -> None:
    drawn = picture()
    assert drawn.rect("todo").height == drawn.rect("done").height
    assert drawn.rect("a").y == drawn.rect("c").y


def test_what_is_said_of_a_card_is_a_grey_second_line() -> None:
    title, said = picture().words("b")
    assert (title.text, said.text) == ("B", "X-1 · high priority")
    assert title.color != said.color


def test_a_critical_card_is_accent_and_a_card_without_a_class_secondary() -> None:
    drawn = picture("  %% diagram: critical c")
    assert [drawn.box(name).role for name in "abc"] == ["secondary", "secondary", "accent"]
    assert drawn.faults == []


def test_a_column_without_cards_keeps_its_place() -> None:
    drawn = draw("kanban\na\nb\n  c\n")
    assert drawn.rect("a").right < drawn.rect("b").x
