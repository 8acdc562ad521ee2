"""Radar charts are drawn as thin rings with a line for each curve."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.geometry import Point
from diagramkit.scene import Text

from .charts import faults
from .pictures import Picture

SOURCE = """radar-beta
axis a["Speed"], b["Memory"], c["Quality"], d["Price"]
curve small["Small"]{5, 4, 2, 1}
curve large["Large"]{1, 2, 5, 3}
max 5
"""


def picture(source: str = SOURCE) -> Picture:
    return Picture(render(source))


def words(source: str, kind: str) -> list[Text]:
    return [text for text in render(source).scene.texts if text.key.startswith(f"{kind}:")]


def corners(source: str, number: int) -> list[Point]:
    return list(picture(source).marks(f"curve:{number}")[0].path.flattened())


def test_values_lie_on_their_axes_in_proportion_to_the_rim() -> None:
    up, right, down, left = corners(SOURCE, 1)
    rim = max(picture().marks("ring:5")[0].path.flattened()).x
    least = min(picture().marks("ring:5")[0].path.flattened()).x
    center = Point((rim + least) / 2, right.y)
    radius = (rim - least) / 2
    reach = [point.distance(center) / radius for point in (up, right, down, left)]
    assert reach == pytest.approx([1, 0.8, 0.4, 0.2])
    assert (up.x, down.x) == pytest.approx((center.x, center.x))


def test_a_curve_is_named_beside_its_line() -> None:
    assert [text.text for text in words(SOURCE, "name")] == ["Small", "Large"]
    assert picture().marks("key:") == []


def test_where_names_have_no_room_all_of_them_stand_in_a_key() -> None:
    curves = "".join(f"curve c{place}{{1, 1, 1, 1}}\n" for place in range(4))
    crowded = SOURCE[: SOURCE.index("curve")] + curves + "max 50\n"
    assert len(picture(crowded).marks("key:")) == 4
    assert len(words(crowded, "name")) == 4


def test_there_are_as_many_rings_as_asked_for() -> None:
    assert len(picture(f"{SOURCE}ticks 3\n").marks("ring:")) == 3


def test_the_scale_is_said_below() -> None:
    (said,) = words(SOURCE, "scale")
    assert said.text == "5 rings, from 0 at the centre to 5 at the rim"


@pytest.mark.parametrize("name", ["small", "Small"])
def test_only_the_critical_curve_is_red(name: str) -> None:
    drawn = picture(f"{SOURCE}%% diagram: critical {name}\n")
    assert [mark.role for mark in drawn.marks("curve:")] == ["series-accent", "series-category-2"]


def test_words_of_many_axes_do_not_meet() -> None:
    axes = ", ".join(f'a{place}["Axis number {place}"]' for place in range(40))
    source = f"radar-beta\naxis {axes}\ncurve x{{{', '.join(['1'] * 40)}}}\n"
    assert faults(source) == []


def test_a_curve_with_too_few_values_ends_early_and_is_warned_of() -> None:
    drawing = render("radar-beta\naxis a, b, c\ncurve x{1, 2}\n")
    assert [one.code for one in drawing.warnings] == ["radar-values"]
    assert len(Picture(drawing).marks("dot:")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "axis a\n",
        'axis a, b, c\ncurve x[""]{1, 2, 3}\ncurve y{2, 1, 3}\n',
        "curve x{1}\n",
        "axis a\ncurve x{0}\nmax 0\n",
    ],
)
def test_a_chart_of_next_to_nothing_is_drawn(text: str) -> None:
    assert faults(f"radar-beta\n{text}") == []
