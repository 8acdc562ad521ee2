"""Charts of bars and lines are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.xychart.model import Axis, XYChart
from diagramkit.mermaid.kinds.xychart.reader import MAX_SERIES, MAX_VALUES, MAX_WORDS


def chart(*statements: str, header: str = "xychart") -> XYChart:
    model = parse("\n".join([header, *statements]), "a.mmd")
    assert isinstance(model, XYChart)
    return model


def refusal(*statements: str) -> str:
    with pytest.raises(DiagramError) as caught:
        chart(*statements)
    return str(caught.value).split("\n")[0]


@pytest.mark.parametrize("keyword", ["xychart", "xychart-beta", "XYChart".lower()])
def test_both_keywords_begin_a_chart(keyword: str) -> None:
    assert chart("bar [1]", header=keyword).series[0].values == (1.0,)


@pytest.mark.parametrize(
    ("header", "is_horizontal"),
    [("xychart horizontal", True), ("xychart vertical", False), ("xychart", False)],
)
def test_the_way_stands_behind_the_keyword(header: str, is_horizontal: bool) -> None:
    assert chart("bar [1]", header=header).is_horizontal is is_horizontal


def test_the_way_may_be_a_setting() -> None:
    header = "---\nconfig:\n  xyChart:\n    chartOrientation: horizontal\n---\nxychart"
    assert chart("bar [1]", header=header).is_horizontal


def test_values_written_out_are_a_setting() -> None:
    header = "%%{init: {'xyChart': {'showDataLabel': true}}}%%\nxychart"
    assert chart("bar [1]", header=header).shows_values


def test_series_have_a_form_a_name_and_values() -> None:
    first, second = chart("bar [1, -2.5, +3, .5]", 'line "two words" [1]').series
    assert (first.form, first.name, first.values) == ("bar", "", (1.0, -2.5, 3.0, 0.5))
    assert (second.form, second.name, second.values) == ("line", "two words", (1.0,))


def test_a_value_may_have_words() -> None:
    assert chart('line [1 "peak", 2]').series[0].words == ("peak", "")


def test_an_axis_has_a_title_and_names() -> None:
    axis = chart('x-axis "Batch size" [one, "two words", 3]').x
    assert axis == Axis("Batch size", ("one", "two words", "3"))


def test_an_axis_has_a_range_that_may_run_downwards() -> None:
    model = chart("x-axis 2015 --> 2024", "y-axis Loss 10 --> -2.5")
    assert (model.x.range, model.y.range) == ((2015.0, 2024.0), (10.0, -2.5))


def test_a_title_alone_leaves_the_names_of_an_axis() -> None:
    assert chart("x-axis [a, b]", "x-axis Months").x == Axis("Months", ("a", "b"))


def test_words_without_quotes_lose_their_spaces() -> None:
    assert chart("x-axis Batch size").x.title == "Batchsize"


def test_a_title_is_read_with_and_without_quotes() -> None:
    assert chart('title "Sales & more"').title == "Sales & more"
    assert chart("title Sales").title == "Sales"


def test_statements_need_no_line_of_their_own() -> None:
    assert len(chart("bar [1] line [2]; bar [3]").series) == 3


def test_white_space_at_the_end_of_a_line_ends_no_statement() -> None:
    assert chart("x-axis Months [a] ", "bar [1]").series[0].values == (1.0,)


def test_descriptions_are_read() -> None:
    model = chart("accTitle: Name", "accDescr: Some words", "bar [1]")
    assert (model.title, model.description) == ("Name", "Some words")


def test_the_critical_path_names_series() -> None:
    model = chart("%% diagram: critical Loss", "line Loss [1]", "line Other [2]")
    assert model.critical == frozenset({"Loss"})


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("bar", '2:4: expected a name or values in [ ], found the end of the line'),
        ("bar []", '2:6: expected a number, found "]"'),
        ("bar [1, a]", '2:9: expected a number, found "a"'),
        ("bar [1", "2:7: expected a comma or the closing bracket, found the end of the line"),
        ("bar [1e3]", '2:7: expected a comma or the closing bracket, found "e"'),
        ("x-axis", "2:7: expected a title, names in brackets or a range such as 0 --> 10"),
        ("x-axis [line, b]", '2:9: expected a name, found "line"'),
        ("x-axis Size 8 [a]", '2:15: expected the arrow "-->" of a range, found "["; a title '
         'with a number in it stands in double quotes: "… 8"'),
        ("y-axis [a, b]", '2:8: expected a title or a range such as 0 --> 10, found "["'),
        ("y-axis 1 -->", "2:13: expected the number that the range ends at"),
        ("title Größe", '2:9: expected "x-axis", "y-axis", "line", "bar" or "title", found "ö"; '
         "words with spaces or other signs"),
        ('title "Sales', '2:7: expected the words of the title, found """; this double quote is '
         "never closed"),
        ("pie", '2:1: expected "x-axis", "y-axis", "line", "bar" or "title", found "pie"'),
        ("bar [9999999999999999]", "2:6: a number is at most 1e+15"),
    ],
)  # fmt: skip
def test_what_is_not_a_chart_is_refused_with_its_place(statement: str, message: str) -> None:
    assert refusal(statement).startswith(f"a.mmd:{message}")


def test_the_number_of_values_is_bounded() -> None:
    assert "values or names at most" in refusal(f"bar [{','.join(['1'] * (MAX_VALUES + 1))}]")


def test_the_number_of_series_is_bounded() -> None:
    assert f"a chart has {MAX_SERIES} series at most" in refusal(*["bar [1]"] * (MAX_SERIES + 1))


def test_values_with_words_are_counted() -> None:
    words = ",".join(['1 "a"'] * 150)
    assert f"a chart has {MAX_WORDS} values with words at most" in refusal(*[f"bar [{words}]"] * 2)
