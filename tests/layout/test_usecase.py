"""Use case diagrams as they are drawn."""

from __future__ import annotations

from .pictures import Picture, draw

CASES = ("actor A", "systemBoundary shop[Shop]", "  Order(Place it)", "  Pay", "end", "A --> Order")


def picture(*more: str) -> Picture:
    return draw("\n".join(["usecase-beta", *CASES, *more, ""]))


def test_an_actor_says_so_and_stands_outside_the_boundary() -> None:
    drawn = picture()
    assert [text.text for text in drawn.words("A")] == ["A", "actor"]
    assert drawn.rect("shop").contains(drawn.rect("Order"))
    assert not drawn.rect("shop").overlaps(drawn.rect("A"))
    assert drawn.faults == []


def test_use_cases_have_round_ends_and_those_in_brackets_are_boxes() -> None:
    drawn = picture("Track[Track it]")
    assert drawn.box("Order").outline is not None
    assert drawn.box("Track").outline is None


def test_what_includes_another_is_dashed_and_says_so() -> None:
    drawn = picture("Order ..> : include Pay")
    assert drawn.edge("Order", "Pay").paint.dash
    assert [text.text for text in drawn.label("Order", "Pay")] == ["«include»"]


def test_what_extends_another_stands_behind_it_and_points_back() -> None:
    drawn = picture("Pay ..> : extend Order")
    line = drawn.edge("Order", "Pay")
    assert drawn.rect("Order").right < drawn.rect("Pay").x
    (head,) = line.heads
    assert head.tip.distance(line.points[0]) < head.tip.distance(line.points[-1])


def test_a_generalization_has_a_triangle_at_its_target() -> None:
    line = picture("Pay --|> Order").edge("Pay", "Order")
    (head,) = line.heads
    assert not line.paint.dash
    assert head.tip.distance(line.points[-1]) < head.tip.distance(line.points[0])


def test_a_note_stands_in_the_boundary_of_what_it_is_for() -> None:
    drawn = picture("note for Pay words")
    assert drawn.rect("shop").contains(drawn.rect("Pay--note"))
    assert drawn.faults == []


def test_json_is_a_ruled_table() -> None:
    drawn = picture('json Data@{ "id": 7 }', "Pay --> Data")
    assert [text.text for text in drawn.words("Data")] == ["«JSON»", "Data", "id", "7"]


def test_the_critical_path_is_accent() -> None:
    drawn = picture("%% diagram: critical A --> Order")
    assert [drawn.box(name).role for name in ("A", "Order", "Pay")] == [
        *("accent", "accent", "primary"),
    ]
