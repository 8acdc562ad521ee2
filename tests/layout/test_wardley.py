"""Wardley maps are drawn with quiet axes, small circles and thin links."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.geometry import Point, Rect

from .charts import faults
from .pictures import Picture

SOURCE = """wardley-beta
anchor Reader [0.95, 0.6]
component Answer [0.8, 0.5]
component Model [0.4, 0.25]
component Accelerators [0.2, 0.75] (buy) (inertia)
Reader -> Answer
Answer -> Model
Model +'trains on'> Accelerators
evolve Model 0.5
note "Nobody asks for tokens" [0.6, 0.1]
annotation 1,[0.5, 0.6] "Where the money goes"
"""


def picture(source: str = SOURCE) -> Picture:
    return Picture(render(source))


def middle(key: str) -> Point:
    return Rect.bounding(picture().marks(key)[0].path.flattened()).center


def test_components_stand_where_visibility_and_evolution_say() -> None:
    answer, model, bought = (middle(f"component:{number}") for number in (2, 3, 4))
    assert (bought.x - model.x) / (answer.x - model.x) == pytest.approx(2, abs=0.01)
    assert (model.y - answer.y) / (bought.y - model.y) == pytest.approx(2, abs=0.01)


def test_a_component_that_evolves_has_a_dashed_line_to_where_it_gets() -> None:
    line = picture().marks("evolve:1")[0]
    start, end = line.path.flattened()
    assert line.paint.dash
    assert start.y == end.y
    assert end.x == pytest.approx(middle("component:2").x, abs=9)


def test_every_word_is_in_the_picture() -> None:
    said = " ".join(text.text for text in picture().scene.texts)
    for words in ("Reader", "trains on", "Nobody asks", "Where the money goes", "buy", "Genesis"):
        assert words in said


def test_no_words_are_struck_even_where_components_crowd() -> None:
    rows = "".join(
        f"component Part {letter} [0.4{place}, 0.5{7 * place % 10}]\n"
        for place, letter in enumerate("abcdefgh")
    )
    links = "".join(f"Part a -> Part {letter}\n" for letter in "bcdefgh")
    assert faults(f"wardley-beta\n{rows}{links}") == []
    assert faults(SOURCE) == []


def test_a_map_that_is_too_wide_is_as_wide_as_the_page() -> None:
    drawing = render("wardley-beta\nsize [3000, 400]\ncomponent A [0.5, 0.5]\n")
    assert drawing.scene.width <= 960
    assert drawing.warnings == ()


def test_only_critical_links_are_red() -> None:
    drawn = picture(f"{SOURCE}%% diagram: critical Answer --> Model\n")
    roles = {mark.key: mark.role for mark in drawn.marks("link:") if "head" not in mark.key}
    assert roles == {"link:1": "side-edge", "link:2": "accent-edge", "link:3": "side-edge"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "component A [0.0, 0.0]\nA -> A\n",
        "component A [1.0, 1.0]\n",
        "accelerator Up [0.5, 0.5]\n",
        "component A [0.5, 0.5]\npipeline A {\n  component X [0.5]\n}\n",
    ],
)
def test_a_map_of_next_to_nothing_is_drawn(text: str) -> None:
    assert faults(f"wardley-beta\n{text}") == []
