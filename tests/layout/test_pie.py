"""Pie charts are drawn as ruled bars."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.scene import Box, Scene

from .charts import THEME

PETS = 'pie showData title Pets\n"Dogs" : 386\n"Cats" : 85\n"Rats" : 15\n'


def bars(scene: Scene) -> dict[str, Box]:
    return {box.key: box for box in scene.boxes}


def said(scene: Scene, kind: str) -> list[str]:
    return [text.text for text in scene.texts if text.key.startswith(f"{kind}:")]


def test_lengths_are_in_proportion_and_begin_at_one_line() -> None:
    dogs, cats, rats = bars(render(PETS).scene).values()
    edge = dogs.paint.stroke_width
    lengths = [bar.rect.width + edge for bar in (dogs, cats, rats)]
    assert lengths[0] / lengths[1] == pytest.approx(386 / 85)
    assert lengths[0] / lengths[2] == pytest.approx(386 / 15)
    assert len({bar.rect.x - bar.paint.stroke_width / 2 for bar in (dogs, cats, rats)}) == 1


def test_a_row_has_label_value_and_share() -> None:
    scene = render(PETS).scene
    assert said(scene, "label") == ["Dogs", "Cats", "Rats"]
    assert said(scene, "value") == ["386", "85", "15"]
    assert said(scene, "share") == ["79.4%", "17.5%", "3.1%"]


def test_values_are_shown_only_where_the_source_says_so() -> None:
    assert said(render('pie\n"A" : 1\n').scene, "value") == []


@pytest.mark.parametrize(
    ("values", "shares"),
    [
        ((1, 3), ["25%", "75%"]),
        ((1, 2), ["33%", "67%"]),
        ((1, 1, 1), ["33.3%", "33.3%", "33.3%"]),
        ((5, 5, 3, 1, 1, 1, 1, 1), ["27.8%", "27.8%", "16.7%", *["5.6%"] * 5]),
        ((1, 7), ["12.5%", "87.5%"]),
        ((0, 0), ["0%", "0%"]),
    ],
)
def test_shares_are_whole_where_they_add_up_and_equal_for_equal_values(
    values: tuple[int, ...], shares: list[str]
) -> None:
    source = "pie\n" + "".join(f'"{place}" : {value}\n' for place, value in enumerate(values))
    assert said(render(source).scene, "share") == shares


def test_what_is_zero_has_no_bar() -> None:
    assert bars(render('pie\n"A" : 0\n"B" : 2\n').scene).keys() == {"bar:2"}


def test_only_critical_slices_are_red() -> None:
    scene = render(f"{PETS}%% diagram: critical Cats\n").scene
    roles = [box.role for box in scene.boxes]
    assert roles == ["bar-line", "bar-accent", "bar-line"]


def test_large_numbers_are_read_in_thousands() -> None:
    scene = render('pie showData\n"A" : 12500\n"B" : 900\n').scene
    assert said(scene, "value") == ["12,500", "900"]


def test_the_title_and_the_shares_are_for_readers_who_cannot_see() -> None:
    scene = render(PETS).scene
    assert scene.title == "Pets"
    assert "Dogs 79.4%" in scene.description


def test_a_pie_without_slices_is_drawn() -> None:
    assert render("pie\n").scene.primitives == ()


@pytest.mark.parametrize(
    "values", [(997, 3), (41_200, 8_800, 950, 45), (1, 1, 1), (1, 1, 1, 1, 1, 1, 1), (5, 3, 1e-9)]
)
def test_shares_add_up_to_all_or_the_chart_says_that_they_do_not(values: tuple[float, ...]) -> None:
    rows = "".join(f'"Part {place}" : {value:.9f}\n' for place, value in enumerate(values))
    rounded = {"<1%": "0", "<0.1%": "0", ">99%": "100"}
    scene = render(f"pie\n{rows}").scene
    told = [float(rounded.get(share, share.rstrip("%"))) for share in said(scene, "share")]
    notes = [text for text in scene.texts if text.key.startswith("note")]
    assert (sum(told) == pytest.approx(100)) == (not notes)


def test_no_part_is_said_to_be_nothing_or_all_that_is_not() -> None:
    assert said(render('pie\n"Most" : 997\n"Few" : 3\n').scene, "share") == [">99%", "<1%"]


def test_a_part_above_zero_has_a_sliver() -> None:
    scene = render('pie\n"Most" : 50000\n"Few" : 1\n"None" : 0\n').scene
    most, few = bars(scene).values()
    assert few.rect.width + few.paint.stroke_width == pytest.approx(2)
    assert most.rect.width > 100


def test_a_theme_says_how_numbers_are_written() -> None:
    figure = THEME.figure.replace(thousands="\u2009", decimal=",")
    source = 'pie showData\n  "A" : 12500.5\n  "B" : 12500\n  "C" : 12500\n'
    scene = render(source, theme=THEME.replace(figure=figure)).scene
    words = {text.text for text in scene.texts}
    assert {"12\u2009500,5", "33,3%"} <= words
