"""Colours of the source that say what belongs together, drawn as categories of the theme."""

from __future__ import annotations

import pytest

from diagramkit.themes import editorial

from .pictures import Picture, draw, lines

LANGUAGES = lines(
    "LR",
    "cart(Cart):::golang --> mail(Mail):::ruby",
    "cart --> ads(Ads):::java",
    "cart --> rest(Rest)",
    "classDef golang fill:#00add8,color:#000000",
    "classDef ruby fill:#701516,color:#ffffff",
    "classDef java fill:#b07219,color:#ffffff",
)
STEPS = lines(
    "LR",
    "s[Old] --> t[Both] --> e[New]",
    "style s fill:#ff8888",
    "style t fill:#fffc02",
    "style e fill:#73fa79",
)


def roles(picture: Picture, *names: str) -> list[str]:
    return [picture.box(name).role for name in names]


def test_classes_of_different_colours_are_categories_in_order_of_appearance() -> None:
    picture = draw(LANGUAGES)
    assert roles(picture, "cart", "mail", "ads", "rest") == [
        "category-1",
        "category-2",
        "category-3",
        "primary",
    ]
    assert picture.drawing.warnings == ()


def test_styles_of_different_colours_are_categories() -> None:
    assert roles(draw(STEPS), "s", "t", "e") == ["category-1", "category-2", "category-3"]


def test_what_shares_a_colour_shares_a_category_however_it_is_written() -> None:
    source = lines(
        "LR",
        "a --> b --> c:::x",
        "style a fill:#ABC",
        "style b fill:#eee",
        "classDef x fill:#aabbcc",
    )
    assert roles(draw(source), "a", "b", "c") == ["category-1", "category-2", "category-1"]


def test_one_colour_alone_is_secondary() -> None:
    source = lines("LR", "a --> b --> c", "style b fill:#ff8888")
    assert roles(draw(source), "a", "b", "c") == ["primary", "secondary", "primary"]


def test_a_category_has_the_paint_of_the_theme() -> None:
    look = editorial.light.categories.second
    paint = draw(LANGUAGES).box("mail").paint
    assert (paint.fill, paint.stroke, paint.dash) == (look.fill, look.stroke, look.dash)


def test_a_map_gives_a_class_a_category() -> None:
    picture = draw(LANGUAGES, classes={"java": "category-1", "ruby": "note"})
    assert roles(picture, "cart", "mail", "ads") == ["secondary", "note", "category-1"]


def test_a_map_gives_a_colour_a_role() -> None:
    picture = draw(STEPS, classes={"#f88": "accent", "#73fa79": "category-4"})
    assert roles(picture, "s", "t", "e") == ["accent", "category-1", "category-4"]


def test_a_class_may_be_called_after_a_category() -> None:
    assert roles(draw(lines("LR", "a:::category-5 --> b")), "a") == ["category-5"]


def test_unmapped_colours_can_be_left_out() -> None:
    assert roles(draw(STEPS, unmapped="primary"), "s", "t", "e") == ["primary"] * 3
    assert draw(LANGUAGES, unmapped="primary").drawing.warnings == ()


def test_more_colours_than_categories_are_primary_with_one_warning() -> None:
    count = 8
    chain = (f"n{i} --> n{i + 1}" for i in range(count - 1))
    source = lines("LR", *chain, *(f"style n{i} fill:#00000{i}" for i in range(count)))
    picture = draw(source)
    assert roles(picture, "n5", "n6", "n7") == ["category-6", "primary", "primary"]
    (warning,) = [one for one in picture.drawing.warnings if one.code == "many-categories"]
    assert warning.message.startswith("8 colours tell things apart, and there are 6 categories")


def test_a_group_with_a_colour_of_its_own_has_the_border_of_its_category() -> None:
    source = lines(
        "LR",
        "subgraph one",
        "a --> b",
        "end",
        "subgraph two",
        "c",
        "end",
        "b --> c",
        "style one fill:#eef",
        "style two fill:#efe",
    )
    strokes = [box.paint.stroke for box in draw(source).scene.boxes if box.role == "group"]
    categories = editorial.light.categories
    assert sorted(strokes) == sorted([categories.first.stroke, categories.second.stroke])


def test_lines_of_different_colours_are_told_apart() -> None:
    source = lines(
        "LR", "a --> b --> c --> d", "linkStyle 0 stroke:#b00", "linkStyle 1 stroke:#0b0"
    )
    picture = draw(source)
    pairs = (("a", "b"), ("b", "c"), ("c", "d"))
    strokes = [picture.edge(*pair).paint.stroke for pair in pairs]
    categories, line = editorial.light.categories, editorial.light.edges.main.stroke
    assert strokes == [categories.first.stroke, categories.second.stroke, line]


def test_a_map_makes_a_colour_of_lines_accent() -> None:
    source = lines("LR", "a --> b --> c", "linkStyle 0 stroke:#b00")
    picture = draw(source, classes={"#bb0000": "accent"})
    assert picture.edge("a", "b").role == "accent-edge"


@pytest.mark.parametrize("colors", ["theme", "source"])
def test_dashes_are_no_colour_and_stay(colors: str) -> None:
    source = lines(
        "LR",
        "a[Order] --> b[Paid]",
        "a --> c[Planned]:::idle",
        "linkStyle 0 stroke:#b00,stroke-dasharray:4 3",
        "classDef idle fill:#eee,stroke:#999,stroke-dasharray:3 3",
    )
    picture = draw(source, colors=colors)
    assert picture.box("c").paint.dash == ((3, 3) if colors == "source" else (5, 4))
    assert picture.edge("a", "b").paint.dash == ((4, 3) if colors == "source" else (5, 4))


@pytest.mark.parametrize("dash", ["0", "none", "a b", "1 2 3 4 5 6 7 8 9", "1000 1", "-1 2"])
def test_what_is_no_dash_is_passed_over(dash: str) -> None:
    source = lines("LR", "a --> b", f"linkStyle 0 stroke-dasharray:{dash}")
    assert draw(source).edge("a", "b").paint.dash == ()


def test_a_category_that_a_map_gives_is_given_to_nothing_else() -> None:
    picture = draw(LANGUAGES, classes={"java": "category-1"})
    assert roles(picture, "cart", "mail", "ads") == ["category-2", "category-3", "category-1"]


def test_one_line_or_frame_of_its_own_colour_stands_out() -> None:
    source = lines(
        "LR", "subgraph one", "a --> b", "end", "b --> c", "style one fill:#eef",
        "linkStyle 1 stroke:#b00",
    )  # fmt: skip
    picture, first = draw(source), editorial.light.categories.first.stroke
    (frame,) = [box for box in picture.scene.boxes if box.role == "group"]
    assert (frame.paint.stroke, picture.edge("b", "c").paint.stroke) == (first, first)
