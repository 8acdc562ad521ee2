"""Treemaps are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.treemap.model import Item, Treemap


def treemap(text: str) -> Treemap:
    model = parse(f"treemap\n{text}\n", "a.mmd")
    assert isinstance(model, Treemap)
    return model


def nested(items: tuple[Item, ...]) -> list[object]:
    return [
        item.name if item.value is not None else [item.name, *nested(item.parts)] for item in items
    ]


def test_what_is_indented_further_than_a_section_is_in_it() -> None:
    model = treemap('"A"\n  "b": 1\n  "C"\n    "d": 2\n  "e": 3\n"f": 4')
    assert nested(model.items) == [["A", "b", ["C", "d"], "e"], "f"]


def test_nothing_is_in_a_leaf() -> None:
    assert nested(treemap('"A"\n  "b": 1\n    "c": 2').items) == [["A", "b", "c"]]


@pytest.mark.parametrize(
    ("written", "value"), [("1,000", 1000), ("2.5", 2.5), ("1.2.3", 1.2), ("1_000", 1), ("007", 7)]
)
def test_values_are_read_as_numbers_of_javascript(written: str, value: float) -> None:
    assert treemap(f'"a" , {written}').items[0].value == value


def test_a_section_is_as_much_as_its_leaves() -> None:
    assert treemap('"A"\n  "b": 1\n  "c": 2').items[0].total == 3


def test_classes_are_given_by_name_and_defined_anywhere() -> None:
    model = treemap('"A":::one\n  "b": 1:::two\nclassDef two fill:red,color:blue;')
    assert model.items[0].class_name == "one"
    assert dict(model.class_styles)["two"] == (("fill", "red"), ("color", "blue"))


def test_names_hold_backslashes_lines_and_either_quote() -> None:
    assert treemap('\'it"s\': 1\n"a\nb": 2').items[0].name == 'it"s'


def test_a_title_needs_no_line_of_its_own() -> None:
    assert treemap("title Sizes\n'a': 1").heading == "Sizes"


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ('"a"  \n  "b": 1', "3:1", "the line before ends in blanks"),
        ('"a": -1', "2:6", "a value, 0 or more"),
        ('"a": .', "2:6", "a value is a number"),
        ('"a":1 :::x', "2:7", "a name in quotes"),
        ('"a":::1', "2:7", "the name of a class"),
        ("a: 1", "2:1", "a name in quotes"),
        ("classDef x fill:red", "2:1", "a name in quotes"),
        ('"a": 9999999999999999', "2:6", "at most"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        treemap(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)


def test_depth_is_bounded() -> None:
    rows = "".join(f'{" " * place}"{place}"\n' for place in range(60))
    with pytest.raises(DiagramError, match="levels deep at most"):
        treemap(rows)
