"""C4 diagrams as they are drawn."""

from __future__ import annotations

from typing import Any

from .pictures import Picture, draw


def picture(*statements: str, scope: str = "C4Container", **options: Any) -> Picture:
    return draw("\n".join([scope, *statements, ""]), **options)


def said(drawn: Picture, name: str) -> list[str]:
    return [text.text for text in drawn.words(name)]


def test_the_technology_is_a_second_line_and_the_description_a_third() -> None:
    drawn = picture('Container(a, "Shop", "Go", "Sells.")')
    assert said(drawn, "a") == ["Shop", "Go", "Sells."]
    title, technology, description = drawn.words("a")
    assert technology.color != title.color == description.color


def test_what_is_external_says_so_and_is_secondary() -> None:
    drawn = picture('System_Ext(a, "Bank")', 'Container_Ext(b, "App", "Swift")')
    assert (said(drawn, "a"), said(drawn, "b")) == (
        ["Bank", "external system"],
        ["App", "external · Swift"],
    )
    assert drawn.box("a").role == drawn.box("b").role == "secondary"


def test_the_technology_of_a_relationship_stands_in_brackets_below_its_words() -> None:
    drawn = picture('Person(a, "A")', 'Container(b, "B")', 'Rel(a, b, "uses", "HTTPS")')
    assert [text.text for text in drawn.label("a", "b")] == ["uses", "[HTTPS]"]


def test_relationships_of_a_dynamic_diagram_are_numbered() -> None:
    drawn = picture(
        'Person(a, "A")',
        'System(b, "B")',
        'Rel(a, b, "asks")',
        'Rel(b, a, "answers")',
        scope="C4Dynamic",
    )
    assert [drawn.label(*ends)[0].text for ends in ("ab", "ba")] == ["1: asks", "2: answers"]


def test_the_end_of_a_relationship_upwards_stands_above() -> None:
    drawn = picture('Container(a, "A")', 'Container(b, "B")', 'Rel_U(a, b, "calls")')
    assert drawn.rect("b").bottom < drawn.rect("a").y
    (line,) = drawn.scene.connectors
    assert (line.points[0].y < line.points[-1].y) == (line.source == "node:b")


def test_the_end_of_a_relationship_to_the_left_stands_there() -> None:
    drawn = picture('Container(a, "A")', 'Container(b, "B")', 'Rel_L(a, b, "calls")')
    assert drawn.rect("b").right < drawn.rect("a").x
    assert drawn.center("a").y == drawn.center("b").y


def test_a_deployment_node_is_a_frame_with_its_type_in_the_title() -> None:
    drawn = picture(
        'Node(n, "db01", "Ubuntu") {', 'ContainerDb(a, "Data")', "}", scope="C4Deployment"
    )
    assert said(drawn, "n") == ["db01 [Ubuntu]"]
    assert drawn.box("n").role == "group"


def test_a_tag_that_is_a_role_paints_its_element() -> None:
    assert picture('Container(a, "A", $tags="accent+v1")').box("a").role == "accent"
