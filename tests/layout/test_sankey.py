"""Sankey diagrams are drawn as thin bands between columns of nodes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit import render
from diagramkit.geometry import Rect

from .charts import faults
from .pictures import Picture

SOURCE = """sankey
Coal,Electricity,25
Gas,Electricity,40
Gas,Heat,20
Electricity,Homes,35
Electricity,Industry,30
"""


def picture(source: str = SOURCE) -> Picture:
    return Picture(render(source))


def rects(source: str, kind: str) -> list[Rect]:
    return [Rect.bounding(mark.path.flattened()) for mark in picture(source).marks(f"{kind}:")]


def test_bars_are_as_high_as_what_flows_through_them() -> None:
    coal, electricity, gas, heat, homes, industry = (one.height for one in rects(SOURCE, "node"))
    unit = coal / 25
    assert [electricity, gas, heat, homes, industry] == pytest.approx(
        [65 * unit, 60 * unit, 20 * unit, 35 * unit, 30 * unit]
    )


def test_what_is_fed_stands_to_the_right() -> None:
    coal, electricity, gas, heat, homes, _ = (one.x for one in rects(SOURCE, "node"))
    assert coal == gas < electricity < homes == heat


@pytest.mark.parametrize(("alignment", "is_last"), [("justify", True), ("left", False)])
def test_what_feeds_nothing_stands_last_unless_told(alignment: str, is_last: bool) -> None:
    head = f"---\nconfig:\n  sankey:\n    nodeAlignment: {alignment}\n---\n"
    _, _, _, heat, homes, _ = (one.x for one in rects(head + SOURCE, "node"))
    assert (heat == homes) is is_last


def test_bars_and_words_of_a_column_stand_apart() -> None:
    flows = "".join(f"All,Part number {place} with some words,{place % 3}\n" for place in range(30))
    bars = sorted(rects(f"sankey\n{flows}", "node")[1:])
    assert all(one.bottom < other.y for one, other in pairwise(bars))
    assert faults(f"sankey\n{flows}") == []


def test_values_stand_below_names_unless_told() -> None:
    texts = {text.text for text in picture().scene.texts}
    assert {"Electricity", "65"} <= texts
    silent = "---\nconfig:\n  sankey:\n    showValues: false\n---\n" + SOURCE
    assert "65" not in {text.text for text in picture(silent).scene.texts}


def test_bands_have_the_tint_of_their_source_and_only_critical_ones_are_red() -> None:
    marks = picture(f"{SOURCE}%% diagram: critical Gas --> Electricity --> Homes\n").marks("flow:")
    roles = {mark.key: mark.role for mark in marks}
    assert [roles[f"flow:{place}"] for place in (1, 2, 3, 4, 5)] == [
        *("band-category-1", "band-accent", "band-category-2"),
        *("band-accent", "band-category-2"),
    ]


def test_nothing_but_left_out_flows_is_drawn_without_bands() -> None:
    drawn = picture("sankey\na,a,1\n")
    assert drawn.marks("flow:") == []
    assert [text.text for text in drawn.scene.texts] == ["a", "0"]
