"""Radar charts are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.radar.model import Radar


def radar(text: str) -> Radar:
    model = parse(f"radar-beta\n{text}\n", "a.mmd")
    assert isinstance(model, Radar)
    return model


def test_axes_and_curves_have_names_and_labels() -> None:
    model = radar('axis a, b["B side"]\naxis c\ncurve x["X"]{1, 2, 3}, y{4, 5, 6}')
    assert [(axis.name, axis.label) for axis in model.axes] == [
        ("a", "a"),
        ("b", "B side"),
        ("c", "c"),
    ]
    assert [(one.label, one.values) for one in model.curves] == [("X", (1, 2, 3)), ("y", (4, 5, 6))]


def test_values_that_name_their_axes_are_in_the_order_of_the_axes() -> None:
    assert radar("axis a, b\ncurve x{\n b: 2,\n a 1\n}").curves[0].values == (1, 2)


def test_options_set_the_scale_and_the_rings() -> None:
    model = radar("axis a\nticks 3, max 8 min 2\ngraticule polygon\ncurve x{4}")
    assert (model.rings, model.most, model.least, model.is_round) == (3, 8, 2, False)


def test_without_a_greatest_value_the_rim_is_that_of_the_curves() -> None:
    assert radar("axis a, b\ncurve x{4, 7.5}").most == 7.5


def test_statements_need_no_line_of_their_own() -> None:
    assert len(radar("axis a, b curve x{1, 2} curve y{2, 1}").curves) == 2


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("axis a,\nb", "2:8", "the name of an axis"),
        ("curve x{}", "2:9", "a value, 0 or more"),
        ("axis a, b\ncurve x{1, b 2}", "3:12", "a value, 0 or more"),
        ("axis a\ncurve x{-1}", "3:9", "a value, 0 or more"),
        ("axis a, b\ncurve x{a 1}", "3:7", 'no value for the axis "b"'),
        ("axis a [b]", "2:9", "a label in quotes"),
        ("axis a\ngraticule square", "3:11", "circle or polygon"),
        ("rings 4", "2:1", "axis, curve, an option"),
        ("axis a\ncurve x{1", "3:10", 'a comma, or "}"'),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        radar(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
