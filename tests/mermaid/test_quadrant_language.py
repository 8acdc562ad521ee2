"""Quadrant charts are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.quadrant.model import Quadrant
from diagramkit.mermaid.kinds.quadrant.reader import MAX_POINTS


def chart(*statements: str) -> Quadrant:
    model = parse("\n".join(["quadrantChart", *statements]), "a.mmd")
    assert isinstance(model, Quadrant)
    return model


def refusal(*statements: str) -> str:
    with pytest.raises(DiagramError) as caught:
        chart(*statements)
    return str(caught.value).split("\n")[0]


def test_a_chart_may_be_empty() -> None:
    assert chart() == Quadrant()


@pytest.mark.parametrize(
    ("statement", "ends"),
    [
        ("x-axis Low Reach --> High Reach", ("Low Reach", "High Reach")),
        ("x-axis Low Reach ----> High Reach", ("Low Reach", "High Reach")),
        ("x-axis Reach -->", ("Reach", "")),
        ("x-axis Reach", ("Reach", "")),
        ('x-axis "Vision ❤" --> "High (all)"', ("Vision ❤", "High (all)")),
        ("x-axis Größe 図", ("Größe 図", "")),
    ],
)
def test_an_axis_has_words_at_its_ends(statement: str, ends: tuple[str, str]) -> None:
    assert chart(statement).x == ends


def test_quadrants_are_numbered_from_the_top_right() -> None:
    model = chart("quadrant-1 One", "quadrant-3 Three, or more")
    assert model.quadrants == ("One", "", "Three, or more", "")


def test_points_have_a_text_and_a_place() -> None:
    points = chart("Campaign A: [0.3, 0.6]", '"B: 2" : [ 1 , 0 ]').points
    assert [(point.text, point.x, point.y) for point in points] == [
        ("Campaign A", 0.3, 0.6),
        ("B: 2", 1.0, 0.0),
    ]


def test_points_have_classes_and_styles() -> None:
    point = chart("A:::big: [0.3, 0.6] radius: 12, color: #f30 , stroke-width: 5px").points[0]
    assert point.class_name == "big"
    assert point.style == (("radius", "12"), ("color", "#f30"), ("stroke-width", "5px"))


def test_classes_are_read() -> None:
    model = chart("classDef big color: #109060, stroke-color: 310085")
    assert model.class_styles == (("big", (("color", "#109060"), ("stroke-color", "310085"))),)


def test_words_may_be_markdown() -> None:
    assert chart('quadrant-1 "`**Plan** it`"').quadrants[0] == "Plan it"


def test_titles_and_descriptions_are_read() -> None:
    model = chart("title Reach; all of it", "accDescr: Some words")
    assert (model.title, model.description) == ("Reach; all of it", "Some words")


def test_a_semicolon_ends_a_statement() -> None:
    assert len(chart("A: [0.1, 0.2]; B: [0.3, 0.4]").points) == 2


def test_the_critical_path_names_points() -> None:
    model = chart("%% diagram: critical A B", "A B: [0.1, 0.2]", "C: [0.1, 0.3]")
    assert model.critical == frozenset({"A B"})


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("A: [1.2, 0.5]", '2:6: expected a comma and a second number from 0 to 1, found "."'),
        ("A: [2, 0.5]", "2:5: expected a number from 0 to 1, such as 0.3"),
        ("A: [0.5, 0.5", '2:13: expected "]" behind two numbers from 0 to 1'),
        ("A: [0.5]", "2:8: expected a comma and a second number from 0 to 1"),
        ("A", "2:2: expected a colon and a place in brackets, as in : [0.3, 0.6]"),
        ("A (b): [0.1, 0.2]", "2:3: expected a colon and a place in brackets, as in : [0.3, 0.6], "
         'found "("; words with other signs stand in double quotes'),
        ("A: [0.1, 0.2] size: 3", '2:15: a point has no style "size"; expected one of radius'),
        ("A: [0.1, 0.2] radius: big", '2:15: "big" is no value of "radius"; expected a whole '
         "number such as 12"),
        ("A: [0.1, 0.2] color: red", '2:15: "red" is no value of "color"; expected a colour such '
         "as #ff3300"),
        ("A: [0.1, 0.2] radius: (3)", '2:23: "(" in a style'),
        ("x-axis", "2:7: expected the words at the low end of the axis"),
        ("quadrant-1", "2:11: expected the words of a quadrant"),
        ('x-axis "Reach', "2:8: expected the words at the low end of the axis, found \"\"\"; this "
         "double quote is never closed"),
        ("classDef big", "2:9: expected a space, the name of a class, a space and its styles"),
    ],
)  # fmt: skip
def test_what_is_not_a_quadrant_chart_is_refused_with_its_place(
    statement: str, message: str
) -> None:
    assert refusal(statement).startswith(f"a.mmd:{message}")


def test_the_number_of_points_is_bounded() -> None:
    points = [f"P{number}: [0.1, 0.2]" for number in range(MAX_POINTS + 1)]
    assert f"a quadrant chart has {MAX_POINTS} points at most" in refusal(*points)
