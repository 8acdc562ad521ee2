"""Requirement diagrams as they are drawn."""

from __future__ import annotations

from .pictures import Picture, draw

TWO = ("requirement a {", "id: 1", "text: All of it.", "}", "element b {", "type: word", "}")


def picture(*statements: str) -> Picture:
    return draw("\n".join(["requirementDiagram", *TWO, *statements, ""]))


def test_the_kind_stands_above_the_name_and_the_fields_below() -> None:
    assert [text.text for text in picture().words("a")] == [
        "«requirement»",
        "a",
        "id",
        "1",
        "text",
        "All of it.",
    ]


def test_a_relationship_is_a_dashed_line_with_its_name() -> None:
    drawn = picture("b - satisfies -> a")
    assert drawn.edge("b", "a").paint.dash
    assert [text.text for text in drawn.label("b", "a")] == ["satisfies"]


def test_what_contains_another_has_a_diamond_on_a_solid_line() -> None:
    line = picture("a - contains -> b").edge("a", "b")
    assert not line.paint.dash
    (head,) = line.heads
    assert head.tip.distance(line.points[0]) < head.tip.distance(line.points[-1])


def test_the_critical_path_is_accent() -> None:
    drawn = picture("a - traces -> b", "%% diagram: critical a --> b")
    assert [drawn.box(name).role for name in "ab"] == ["accent", "accent"]
