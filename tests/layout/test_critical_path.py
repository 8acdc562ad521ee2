"""Which edges are on the critical path, and how it is drawn."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Rect

from .pictures import THEME, Picture, draw, lines

ACCENT = THEME.light.accent
CHAIN = "A --> B --> C --> D --> E --> F --> G --> H"


def accents(picture: Picture) -> set[str]:
    """The edges on the critical path, as `AB`."""
    found = [line for line in picture.scene.connectors if line.role == "accent-edge"]
    return {line.key.removeprefix("edge:")[:-2].replace("->", "") for line in found}


def test_an_edge_between_two_accent_boxes_is_on_it() -> None:
    assert accents(draw(lines("LR", CHAIN, "class B,C accent"))) == {"BC"}


def test_an_edge_with_one_accent_end_is_not() -> None:
    assert accents(draw(lines("LR", CHAIN, "class B accent"))) == set()


def test_an_edge_that_the_source_strokes_in_the_accent_is_on_it() -> None:
    styled = draw(lines("LR", CHAIN, f"linkStyle 2 stroke:{ACCENT}"))
    assert accents(styled) == {"CD"}


def test_an_edge_stroked_like_the_class_called_accent_is_on_it() -> None:
    own = "classDef accent stroke:#c03"
    styled = draw(lines("LR", CHAIN, own, "linkStyle 2 stroke:#c03"))
    assert accents(styled) == {"CD"}


def test_an_edge_that_the_source_strokes_in_another_colour_is_not() -> None:
    assert accents(draw(lines("LR", CHAIN, "linkStyle 2 stroke:#0000ff"))) == set()


def test_the_edges_of_a_critical_comment_are_on_it() -> None:
    assert accents(draw(lines("LR", CHAIN, "%% diagram: critical A --> B --> C"))) == {"AB", "BC"}


def test_the_boxes_of_a_critical_comment_are_accent_boxes() -> None:
    picture = draw(lines("LR", CHAIN, "%% diagram: critical A --> B"))
    assert {name for name in "ABCDEFGH" if picture.box(name).role == "accent"} == {"A", "B"}


def test_a_critical_comment_overrules_a_class() -> None:
    picture = draw(lines("LR", CHAIN, "class A note", "%% diagram: critical A --> B"))
    assert picture.box("A").role == "accent"


def test_a_thick_edge_is_on_it_where_nothing_else_is() -> None:
    assert accents(draw(lines("LR", "A ==> B --> C"))) == {"AB"}


@pytest.mark.parametrize("other", ["class C accent", f"linkStyle 1 stroke:{ACCENT}"])
def test_a_thick_edge_is_a_main_one_where_something_else_is_accent(other: str) -> None:
    picture = draw(lines("LR", "A ==> B --> C", other))
    assert picture.edge("A", "B").role == "main-edge"


def test_its_lines_are_drawn_in_the_accent_and_heavier() -> None:
    paint = draw(lines("LR", "A ==> B")).edge("A", "B").paint
    assert (paint.stroke, paint.stroke_width) == (ACCENT, 2.2)


def test_its_heads_are_larger() -> None:
    head = draw(lines("LR", "A ==> B")).edge("A", "B").heads[0]
    outline = Rect.bounding(head.outline.flattened())
    assert outline.size == (10, 9)


def test_its_lines_are_painted_over_the_others() -> None:
    picture = draw(lines("LR", "A ==> B", "A --> C", "C --> B"))
    assert picture.scene.connectors[-1].key == "edge:A->B:0"


def test_its_words_are_semibold_and_as_dark_as_text() -> None:
    (label,) = draw(lines("LR", "A ==>|go| B")).label("A", "B")
    assert (label.weight, label.color) == (600, THEME.light.text.lower())


def test_no_words_are_red() -> None:
    source = lines("LR", f"{CHAIN}", "A -->|go| D", "class A,D accent")
    colors = {text.color.lower() for text in draw(source).scene.texts}
    assert ACCENT.lower() not in colors


def test_it_is_the_spine_although_another_path_is_longer() -> None:
    source = lines("LR", "A --> X --> Y --> Z --> C", "A --> B --> C --> D", "class A,B,C,D accent")
    picture = draw(source)
    assert len({picture.center(name).y for name in "ABCD"}) == 1


def test_more_accent_boxes_than_a_quarter_are_warned_of() -> None:
    assert "accent-overused" in draw(lines("LR", CHAIN, "class A,B,C accent")).warnings


def test_a_quarter_of_accent_boxes_is_no_reason_to_warn() -> None:
    assert draw(lines("LR", CHAIN, "class A,B accent")).warnings == []


def test_one_accent_box_is_no_reason_to_warn_however_small_the_chart() -> None:
    assert draw(lines("LR", "A --> B", "class B accent")).warnings == []


@pytest.mark.parametrize(
    "links",
    [
        ("A ==> B ==> C",),
        ("A ==> B", "B ==> C", "B ==> D", "D --> E"),
        ("A ==> B", "B --> C", "C ==> D"),
        ("A ==> B", "B ==> A", "B --> C"),
    ],
    ids=["all there is", "a branch", "two parts", "a circle"],
)
def test_thick_edges_that_are_no_one_path_are_heavy_and_not_red(links: tuple[str, ...]) -> None:
    picture = draw(lines("LR", *links))
    edge, main = picture.edge("A", "B"), THEME.light.edges.main
    assert (edge.role, edge.paint.stroke) == ("main-edge", main.stroke)
    assert edge.paint.stroke_width > main.stroke_width


def test_most_links_accent_is_warned_of() -> None:
    source = "%% diagram: critical A --> B --> C --> D\n" + lines("LR", "A --> B --> C --> D --> E")
    messages = [warning.message for warning in draw(source).drawing.warnings]
    assert "3 of 4 links are accent: no path stands out among them" in messages
