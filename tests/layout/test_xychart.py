"""Charts of bars and lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit import load_theme, render
from diagramkit.geometry import Rect
from diagramkit.layout.charts.numbers import said, ticks
from diagramkit.scene import Mark, Scene, Text

from .charts import faults

SHOWN = "%%{init: {'xyChart': {'showDataLabel': true}}}%%\n"


def scene_of(*statements: str, header: str = "xychart") -> Scene:
    return render("\n".join([header, *statements, ""])).scene


def bars(scene: Scene) -> list[Rect]:
    """The bars with their edges."""
    return [
        box.rect.grown(box.paint.stroke_width / 2)
        for box in scene.boxes
        if box.key.startswith("bar:")
    ]


def texts(scene: Scene, kind: str) -> list[Text]:
    return [text for text in scene.texts if text.key.startswith(f"{kind}:")]


def words(scene: Scene, kind: str) -> list[str]:
    return [text.text for text in texts(scene, kind)]


def mark(scene: Scene, key: str) -> Mark:
    return next(item for item in scene.primitives if isinstance(item, Mark) and item.key == key)


def test_bars_are_as_high_as_their_values_over_zero() -> None:
    low, high = bars(scene_of("bar [10, 30]"))
    assert high.height / low.height == pytest.approx(3)
    assert low.bottom == pytest.approx(high.bottom)


def test_bars_below_zero_hang_from_it() -> None:
    down, up = bars(scene_of("bar [-2, 2]"))
    assert down.y == pytest.approx(up.bottom)
    assert down.height == pytest.approx(up.height)


def test_bars_of_several_series_stand_side_by_side() -> None:
    first, second = bars(scene_of("bar [3]", "bar [4]"))
    assert first.right < second.x
    assert first.width == pytest.approx(second.width)


def test_a_value_beyond_the_axis_ends_with_it() -> None:
    inside, beyond = bars(scene_of("y-axis 0 --> 10", "bar [10, 50]"))
    assert beyond.y == pytest.approx(inside.y)


def test_values_behind_the_last_name_are_left_out() -> None:
    assert len(bars(scene_of("x-axis [a, b]", "bar [1, 2, 3]"))) == 2


def test_values_over_a_range_are_spread_evenly() -> None:
    points = mark(scene_of("x-axis 0 --> 2", "line [0, 1, 0, 1]"), "line:1").path.flattened()
    gaps = [b.x - a.x for a, b in pairwise(points)]
    assert gaps == pytest.approx([gaps[0]] * 3)


def test_lines_run_straight_from_value_to_value() -> None:
    assert len(mark(scene_of("line [1, 5, 2]"), "line:1").path.commands) == 3


def test_the_name_of_a_line_stands_behind_its_end() -> None:
    scene = scene_of("x-axis [a, b]", "line Loss [3, 1]")
    (name,) = texts(scene, "end:1")
    end = mark(scene, "line:1").path.flattened()[-1]
    assert name.text == "Loss"
    assert name.x > end.x
    assert abs(name.y - end.y) < 12


def test_names_at_lines_that_end_together_stand_apart() -> None:
    first, second = texts(scene_of("line One [1, 2]", "line Two [2, 2]"), "end")
    assert abs(first.y - second.y) >= 16


def test_bars_have_their_names_in_a_key() -> None:
    scene = scene_of("bar Weights [3]", "bar Gradients [4]")
    assert [text.text for text in texts(scene, "text:key")] == ["Weights", "Gradients"]


def test_values_stand_above_bars_where_the_source_asks_for_them() -> None:
    scene = scene_of("x-axis [a, b]", "bar [1, 2500]", header=f"{SHOWN}xychart")
    values = texts(scene, "value")
    assert [text.text for text in values] == ["1", "2500"]
    assert all(text.y < bar.y for text, bar in zip(values, bars(scene), strict=True))


def test_values_stand_below_the_names_where_lines_would_strike_them() -> None:
    scene = scene_of("x-axis [a, b]", "bar [1, 2]", "line [2, 1]", header=f"{SHOWN}xychart")
    assert [text.text for text in texts(scene, "name:1")] == ["a", "1"]
    assert texts(scene, "value") == []


def test_values_without_a_place_are_told() -> None:
    source = f"{SHOWN}xychart\nbar [1]\nbar [2]\nline [2]\n"
    assert [one.code for one in render(source).warnings] == ["values-left-out"]


def test_a_chart_may_go_from_left_to_right() -> None:
    scene = scene_of("x-axis [a, b]", "bar [10, 30]", header="xychart horizontal")
    short, long = bars(scene)
    assert long.width / short.width == pytest.approx(3)
    assert short.bottom < long.y


def test_names_that_have_no_room_below_turn_the_chart() -> None:
    names = ", ".join(f'"Incomprehensibilities number {number}"' for number in range(12))
    scene = scene_of(f"x-axis [{names}]", f"bar [{', '.join(['5'] * 12)}]")
    assert len({bar.x for bar in bars(scene)}) == 1
    assert scene.width <= 960


def test_short_names_never_turn_the_chart_for_the_values_at_its_bars() -> None:
    names, high = ", ".join("abcdefghijklmnopqrst"), ", ".join(["5000", "11000"] * 10)
    scene = scene_of(f"x-axis [{names}]", f"bar [{high}]", header=f"{SHOWN}xychart")
    assert len({bar.bottom for bar in bars(scene)}) == 1
    assert len(words(scene, "value")) == 20
    assert faults(f"{SHOWN}xychart\nx-axis [{names}]\nbar [{high}]\n") == []


def test_critical_series_are_red_and_solid() -> None:
    scene = scene_of("%% diagram: critical B", "line A [1, 2]", "line B [2, 1]")
    assert mark(scene, "line:2").role == "series-accent"
    assert mark(scene, "line:2").paint.dash == ()
    assert mark(scene, "line:1").role == "series-category-1"


def test_a_chart_without_values_is_drawn() -> None:
    scene = scene_of("x-axis [a, b]")
    assert [text.text for text in texts(scene, "name")] == ["a", "b"]
    assert scene.description == "Chart of 0 series. for a, b."


def test_a_chart_is_told_in_words() -> None:
    scene = scene_of("title Cost", "x-axis size [a, b]", "y-axis tokens", "bar B [1, 2]")
    assert scene.title == "Cost"
    assert scene.description == "Chart of 1 series. tokens over size; for a, b; Bars “B”: 1, 2."


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (4000, 11000, [4000, 6000, 8000, 10000]),
        (-10, 10, [-10, -5, 0, 5, 10]),
        (0.1, 0.3, [0.1, 0.15, 0.2, 0.25, 0.3]),
    ],
)
def test_ticks_are_round(low: float, high: float, found: list[float]) -> None:
    assert ticks(low, high, 6) == found


def test_numbers_that_are_read_together_have_commas_together() -> None:
    assert said([999, 2500]) == ["999", "2500"]
    assert said([2500, 12_500.5]) == ["2,500", "12,500.5"]


def test_large_numbers_are_said_in_the_scale_beside_the_title() -> None:
    scene = scene_of(
        "x-axis [A, B, C, D]",
        'y-axis "parameters"',
        "bar [1500000000, 175000000000, 540000000000, 405000000000]",
    )
    assert words(scene, "title:y") == ["parameters, billions"]
    assert words(scene, "value") == ["1.5", "175", "540", "405"]


def test_a_value_too_small_for_its_scale_is_not_said_to_be_nothing() -> None:
    scene = scene_of("x-axis [A, B]", "bar [2000000, 40]")
    assert words(scene, "value") == ["2", "<0.01"]


def test_a_value_above_zero_has_a_sliver() -> None:
    scene = scene_of("x-axis [A, B, C]", "bar [1, 1000000, 0]")
    sliver, tall = bars(scene)
    assert sliver.height == pytest.approx(2)  # the base line covers a part of it
    assert tall.height > 100


WEEKS = [f"w{number}" for number in range(1, 31)]
DAYS = [f"2024-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 29)]
MONTHS = [f"{month} {year}" for year in (2023, 2024) for month in ("Jan", "Feb", "Mar", "Oct")] * 4


@pytest.mark.parametrize("names", [WEEKS, DAYS, MONTHS, [str(year) for year in range(1900, 2024)]])
def test_names_in_order_stay_columns_and_are_thinned(names: list[str]) -> None:
    quoted = ", ".join(f'"{name}"' for name in names)
    scene = scene_of(f"x-axis [{quoted}]", f"bar [{', '.join(['5'] * len(names))}]")
    assert len({bar.bottom for bar in bars(scene)}) == 1
    assert 2 <= len(words(scene, "name")) < 2 * len(names)
    assert scene.width <= 960


def test_every_fifth_of_thirty_weeks_is_named_or_more() -> None:
    scene = scene_of(f"x-axis [{', '.join(WEEKS)}]", f"bar [{', '.join(['5'] * 30)}]")
    numbers = [int(name.removeprefix("w")) for name in words(scene, "name")]
    step = numbers[1] - numbers[0]
    assert step <= 5
    assert all(number % step == 0 for number in numbers)


def test_large_units_stand_once_where_dates_are_thinned() -> None:
    quoted = ", ".join(f'"{name}"' for name in DAYS)
    scene = scene_of(f"x-axis [{quoted}]", f"line [{', '.join(['5'] * len(DAYS))}]")
    assert words(scene, "name").count("Jan 2024") == 1
    assert words(scene, "name").count("Feb 2024") == 1


def test_lines_of_plain_data_are_not_dashed() -> None:
    scene = scene_of("x-axis [a, b]", *(f"line L{n} [{n}, {n + 2}]" for n in range(4)))
    lines = [mark for mark in scene.primitives if mark.key.startswith("line:")]
    assert len(lines) == 4
    assert not any(line.paint.dash for line in lines)  # type: ignore[union-attr]


def test_bars_that_do_not_begin_at_zero_are_warned_of() -> None:
    drawing = render("xychart-beta\nx-axis [a, b]\ny-axis 50 --> 100\nbar [60, 90]\n")
    assert [warning.code for warning in drawing.warnings] == ["bars-cut-off"]


def test_one_bar_is_singled_out_by_its_name() -> None:
    source = 'xychart-beta\nx-axis ["2023", "2024"]\nbar [3, 5]\n%% diagram: critical 2024\n'
    roles = [box.role for box in render(source).scene.boxes]
    assert roles == ["bar-line", "bar-accent"]


def test_few_bars_have_their_values_and_a_base_line_with_words() -> None:
    scene = scene_of("x-axis [a, b, c]", "bar [3, 5, 4]")
    assert words(scene, "value") == ["3", "5", "4"]
    assert words(scene, "tick:y") == ["0"]


def test_several_series_have_the_categories_of_the_theme() -> None:
    scene = scene_of("x-axis [a, b]", "bar One [1, 2]", "bar Two [2, 3]")
    looks = load_theme("editorial").light.categories.looks
    fills = [box.paint.fill for box in scene.boxes]
    assert set(fills) == {looks[0].stroke, looks[1].stroke}


def test_values_at_bars_and_ticks_have_one_style() -> None:
    scene = render("xychart-beta\ny-axis 4000 --> 12000\nbar [5000, 6000, 7500]\n").scene
    assert "5,000" in [text.text for text in scene.texts]


GROUPED = (
    '%% diagram: critical "2024"',
    "x-axis [2023, 2024]",
    'bar "One" [5, 6]',
    'bar "Two" [3, 4]',
)


def test_critical_bars_of_several_series_keep_the_colours_of_these() -> None:
    found = {box.key: box.paint for box in scene_of(*GROUPED).boxes if box.key.startswith("bar:")}
    assert found["bar:1:2"].fill == found["bar:1:1"].fill
    assert found["bar:1:2"].stroke == found["bar:2:2"].stroke != found["bar:1:1"].stroke


def samples(scene: Scene) -> list[str]:
    return [item.key for item in scene.primitives if item.key.startswith("sample:end:")]


def test_names_of_lines_have_samples_where_the_ends_collide() -> None:
    assert samples(scene_of('line "One" [1, 5]', 'line "Two" [2, 5]'))
    assert not samples(scene_of('line "One" [1, 5]', 'line "Two" [2, 1]'))
