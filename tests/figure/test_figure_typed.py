"""Figures in Python by the names of their YAML; this file is checked by mypy as strictly as any."""

from __future__ import annotations

from diagramkit import Bars, Box, Figure, Panel, Timeline, render
from diagramkit.figure import Axis, Span, Track, read

WRITTEN = """figure: flow
title: Two
desc: Two parts.
row:
  - {box: One, small: a line}
  - {panel: Count, column: [{bars: [{label: a, value: 3}]}]}
connect: ["one -> count"]
"""


def test_a_figure_has_the_names_of_its_source() -> None:
    figure = Figure(
        figure="flow",
        title="Two",
        desc="Two parts.",
        row=[
            Box(box="One", small="a line"),
            Panel(panel="Count", column=[Bars(bars=[{"label": "a", "value": 3}])]),
        ],
        connect=["one -> count"],
    )
    written = read(WRITTEN, "two.yaml")
    assert [type(part) for part in figure.parts] == [type(part) for part in written.parts]
    assert figure.connect == written.connect
    assert render(figure).svg == render(written).svg


def test_the_main_field_stands_first_or_under_either_name() -> None:
    assert Box("One") == Box(box="One") == Box(title="One")


def test_nested_parts_are_models_or_mappings_alike() -> None:
    figure = Figure(
        title="Two",
        desc="The same twice.",
        column=[
            Timeline(
                timeline=[Track(label="GPU", spans=[{"from": 0, "to": 2, "title": "F1"}])],
                x={"label": "time", "ticks": "auto"},
            ),
            Timeline(
                [{"label": "GPU", "spans": [Span(start=0, end=2, title="F1")]}],
                x=Axis(label="time", ticks="auto"),
            ),
        ],
    )
    first, second = list(figure.parts)[1:]
    assert first == second
