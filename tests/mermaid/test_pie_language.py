"""Pie charts are read as Mermaid reads them."""

from __future__ import annotations

import pytest
from refused import headline

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.pie.model import Pie
from diagramkit.mermaid.kinds.pie.reader import MAX_SLICES


def pie(text: str) -> Pie:
    model = parse(text, "a.mmd")
    assert isinstance(model, Pie)
    return model


def slices(text: str) -> list[tuple[str, float]]:
    return [(part.label, part.value) for part in pie(text).slices]


def test_slices_are_read_in_source_order() -> None:
    assert slices('pie\n"B" : 2\n"A": 1.5\n') == [("B", 2.0), ("A", 1.5)]


def test_a_label_may_stand_in_single_quotes() -> None:
    assert slices("pie\n'a \"b\"': 1") == [('a "b"', 1.0)]


def test_a_backslash_hides_a_quote_in_a_label() -> None:
    assert slices(r"pie" "\n" r'"a \"b\"" : 1') == [('a "b"', 1.0)]


def test_of_two_slices_with_one_label_the_first_counts() -> None:
    assert slices('pie\n"A" : 1\n"A" : 2') == [("A", 1.0)]


def test_a_value_may_be_zero() -> None:
    assert slices('pie\n"A" : 0') == [("A", 0.0)]


@pytest.mark.parametrize(
    ("text", "shown"), [("pie showData", True), ("pie", False), ("pie\nshowData", None)]
)
def test_show_data_stands_behind_the_keyword(text: str, shown: bool | None) -> None:
    if shown is None:
        assert "expected a slice" in headline(text)
    else:
        assert pie(text).shows_values is shown


def test_a_title_may_stand_behind_the_keyword() -> None:
    assert pie('pie showData title  Pets   adopted\n"A": 1').title == "Pets adopted"


def test_a_title_for_readers_who_cannot_see_wins() -> None:
    model = pie("pie\naccTitle: Name\naccDescr { Some\nwords }\ntitle Other\n")
    assert (model.title, model.description) == ("Name", "Some\nwords")


def test_a_title_ends_at_a_comment() -> None:
    assert pie("pie title Pets %% of all\n").title == "Pets"


def test_the_critical_path_names_slices() -> None:
    assert pie('pie\n%% diagram: critical A\n"A" : 1\n"B" : 2').critical == frozenset({"A"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('pie\n"a" : -1', '2:7: a value below zero, -1; the parts of a whole are 0 or more'),
        ('pie\n"a" 1', '2:5: expected a colon between the label and the value, found "1"'),
        ('pie\n"a" :', "2:6: expected a number of 0 or more, such as 14 or 2.5, found the end of "
         "the line"),
        ('pie\n"a" : 01', '2:8: expected the end of the line, found "1"'),
        ('pie\n"a" : .5', '2:7: expected a number of 0 or more, such as 14 or 2.5, found "."'),
        ('pie\n"a" : 1 "b" : 2', '2:9: expected the end of the line, found "b"'),
        ("pie\nDogs : 1", '2:1: expected a slice such as "Weights" : 14, or a title, found "D"; '
         "a label stands in quotes"),
        ('pie\n"Dogs : 1', '2:1: expected a slice such as "Weights" : 14, or a title, found """; '
         "this quote is never closed"),
        ("piechart", '1:1: expected "pie", found "p"'),
        ('pie\n"a" : 9999999999999999', "2:7: a value is 1e+15 at most"),
        ('pie\n%% diagram: critical C\n"A" : 1', '2:22: no node is called "C"'),
    ],
)  # fmt: skip
def test_what_is_not_a_pie_is_refused_with_its_place(text: str, message: str) -> None:
    assert headline(text).startswith(f"a.mmd:{message}")


def test_the_number_of_slices_is_bounded() -> None:
    text = "pie\n" + "".join(f'"{number}" : 1\n' for number in range(MAX_SLICES + 1))
    assert f"a pie chart has {MAX_SLICES} slices at most" in headline(text)
