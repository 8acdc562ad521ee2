"""What is wrong with a figure is told at once, each thing at its place."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.figure import read

HEAD = "figure: flow\ntitle: T\ndesc: D\n"
BOXES = HEAD + "row: [{box: One}, {box: Two}]\n"


def told(source: str) -> list[str]:
    """The findings of a source, as `line:column: message`."""
    with pytest.raises(DiagramError) as caught:
        read(source, "f.yaml")
    return [str(fault.headline).removeprefix("f.yaml:") for fault in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("row: [{bx: A}]", '4:8: unknown kind "bx"; did you mean "box"?'),
        ("row: [{qqqq: A}]", '4:8: unknown kind "qqqq"; known are bars, box, cells'),
        ("row: [A]", "4:7: a part is a mapping that begins with its kind"),
        ("row: A", "4:6: row: expected a list of parts"),
        ("columns: [{box: A}]", '4:1: unknown key "columns"; did you mean "row"?'),
        ("row: [{box: A, smal: b}]", '4:16: unknown key "smal"; did you mean "small"?'),
        ("row: [{box: A, role: primry}]", 'did you mean "primary"?'),
        ("row: [{box: A, panel: B}]", "4:16: a part is of one kind, not box and panel"),
        (
            "row: [{box: A, align: top}]",
            '4:23: align: "top"; expected start, center, end or stretch',
        ),
        ("row: [{box: A, gap: wide}]", '4:21: gap: "wide"; expected a number'),
        ("row: [{panel: {small: x}}]", '4:7: "heading" is missing'),
        ("row: [{matrix: [[1, 2]]}]", '4:21: matrix: "2"; expected 1 at most or words'),
        ("row: [{matrix: [[1], [1, 0]]}]", "every row needs the same number of entries"),
        ("row: [{plot: [{formula: foo(x)}]}]", '4:25: unknown function "foo"; known are abs'),
        ("row: [{plot: [{formula: y}]}]", '4:25: unknown name "y"; known are x, pi, e'),
        ("row: [{plot: [{label: a}]}]", "a curve has either a formula or points"),
        ("row: [{plot: [{points: [[1, 0], [0, 1]]}]}]", "points go from left to right"),
        ("row: [{text: '$\\sqr{2}$'}]", "unknown in formulas: \\sqr; did you mean \\sqrt?"),
        ("row: [{text: $a_$}]", "something is missing after _"),
        ("row: [{text: '${a$'}]", "a brace of the formula is not closed"),
        ("row: [{text: $a$ and $b}]", "dollars come in pairs"),
        ("row: [{box: A, name: a}, {box: B, name: a}]", '4:26: "a" is the name of two parts'),
        ("row: [{box: A, gap: yes}]", '4:21: gap: "yes"; expected a number'),
        (
            "row: [{cells: [A, ~]}]",
            "4:19: cells: nothing stands here; expected a mapping",
        ),
        ("row: [{box: [A, B]}]", "4:13: box: a list of 2; expected words"),
        ("row: [{plot: [{formla: x}]}]", '4:16: unknown key "formla"; did you mean "formula"?'),
        ("row: [{meter: 5, of: 3}]", "4:7: 5 of 3 squares cannot be filled"),
        ("row: [{box: A, shape: circle, row: [{box: B}]}]", "leave out circle"),
        ("row: []", "4:6: row: there is nothing in it"),
        ("row: [{cells: []}]", "4:15: cells: there is nothing in it"),
        ("grid: [{box: A, span: [0, -2]}]", '4:24: span: "0"; expected 1 at least'),
    ],
)
def test_a_fault_is_told_at_its_place(line: str, finding: str) -> None:
    assert any(finding in one for one in told(HEAD + line + "\n")), told(HEAD + line + "\n")


@pytest.mark.parametrize(
    ("connect", "finding"),
    [
        ("one -> tow", '5:11: there is no part "tow"; did you mean "two"?'),
        ("one", '5:11: a connector is written "from -> to", with spaces around the arrow'),
        ("one -> ", "5:11: a path is missing beside the arrow"),
        ("one -> one", '"one" is joined to itself'),
        ("one/* -> two", '"one/*": there is nothing with a name in it'),
        ("{from: one, to: two, lable: x}", '5:32: unknown key "lable"; did you mean "label"?'),
        ("{from: one}", '5:11: "to" is missing'),
        ("{from: one, to: two, line: dotted}", 'line: "dotted"; expected solid or dashed'),
    ],
)
def test_a_connector_that_joins_nothing_is_told_at_its_place(connect: str, finding: str) -> None:
    assert any(finding in one for one in told(f"{BOXES}connect: [{connect}]\n"))


def test_a_path_of_the_critical_path_that_leads_to_nothing_is_told() -> None:
    assert told(f"{BOXES}critical: [one, three]\n") == [
        '5:17: there is no part "three"',
    ]


def test_a_path_to_several_parts_is_told_with_the_ways_to_say_it() -> None:
    source = HEAD + "row: [{column: [{box: A}]}, {column: [{box: A}]}, {box: B}]\nconnect: a -> b\n"
    assert '"a" names 2 parts' in told(source)[0]


def test_all_faults_are_told_at_once_in_the_order_of_the_source() -> None:
    source = "figure: f\ntitel: T\ndesc: D\nrow:\n  - {bx: A}\n  - {box: B}\nconnect: [b -> c]\n"
    assert [one.partition(": ")[0] for one in told(source)] == ["1:1", "2:1", "5:6", "7:11"]


def test_connectors_to_a_part_that_could_not_be_made_are_not_told_as_well() -> None:
    source = HEAD + "row: [{box: A, role: x}, {box: B}]\nconnect: a -> b\n"
    assert len(told(source)) == 1


def test_a_figure_without_parts_is_told() -> None:
    assert "nothing to draw: a figure has one of column, grid, row" in told(HEAD)[0]


@pytest.mark.parametrize(
    "source",
    [
        "figure: &a x\n",
        "figure: f\nrow: [" + "{row: [" * 40 + "]}" * 40 + "]\n",
        "figure: f\nrow: [" + "{box: A}, " * 6000 + "]\n",
        "- figure\n",
        "figure: [\n",
    ],
)
def test_a_hostile_source_is_refused_and_no_more(source: str) -> None:
    assert told(source)


def test_lines_count_from_where_a_text_begins() -> None:
    with pytest.raises(DiagramError) as caught:
        read("figure: f\nrow: [{bx: A}]\n", "notes.md", line=41)
    assert {fault.location.line for fault in caught.value.diagnostics if fault.location} == {41, 42}


def test_words_are_read_as_they_are_written() -> None:
    row = "row: [{box: yes, small: off, mono: [1.50, 1e3]}, {cells: [on, 007]}]\n"
    box, _, *cells = list(read(HEAD + row).parts)[1:]
    assert (getattr(box, "title", ""), getattr(box, "small", ())) == ("yes", ("off",))
    assert getattr(box, "mono", ()) == ("1.50", "1e3")
    assert [getattr(cell, "text", "") for cell in cells] == ["on", "007"]
