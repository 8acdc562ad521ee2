"""Railroad diagrams are drawn as thin tracks with ruled stations."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.geometry import Rect
from diagramkit.scene import Scene

from .charts import faults
from .pictures import Picture

SOURCE = """railroad-ebnf-beta
number = [ "-" ] , digit , { digit } ;
digit = "0" | "1" | ? any other ? ;
"""


def rects(scene: Scene) -> list[Rect]:
    return [box.rect for box in scene.boxes]


def test_a_sequence_runs_along_one_track() -> None:
    sign, digit, more, *_ = rects(render(SOURCE).scene)
    assert sign.center.y == digit.center.y == more.center.y
    assert sign.right < digit.x < digit.right < more.x


def test_a_choice_stands_below_each_other_and_only_its_first_on_the_track() -> None:
    *_, zero, one, other = rects(render(SOURCE).scene)
    assert zero.bottom < one.y < one.bottom < other.y
    assert zero.center.x == one.center.x == other.center.x


def test_what_may_be_passed_over_has_a_track_above_and_what_repeats_one_below() -> None:
    def reach(expression: str) -> tuple[bool, bool]:
        drawn = Picture(render(f"railroad-ebnf-beta\na = {expression};\n"))
        station = rects(drawn.scene)[0]
        tracks = [Rect.bounding(mark.path.flattened()) for mark in drawn.marks("track:")]
        return min(one.y for one in tracks) < station.y, max(
            one.bottom for one in tracks
        ) > station.bottom

    assert reach("b") == (False, False)
    assert reach("b?") == (True, False)
    assert reach("b+") == (False, True)
    assert reach("b*") == (True, True)


def test_how_often_is_said_in_words() -> None:
    scene = render("railroad-abnf-beta\na = 2*3b 4c 2*d;\n").scene
    said = [text.text for text in scene.texts if text.key.startswith("times:")]
    assert said == ["2 to 3 times", "4 times", "2 times or more"]


def test_characters_rules_and_remarks_look_different() -> None:
    boxes = render(SOURCE).scene.boxes
    assert [box.role for box in boxes] == [
        *("primary", "secondary", "secondary"),
        *("primary", "primary", "note"),
    ]


def test_a_long_sequence_breaks_into_rows_that_fit_the_page() -> None:
    scene = render(f"railroad-ebnf-beta\na = {' , '.join(['something'] * 30)};\n").scene
    assert scene.width <= 960
    assert len({rect.y for rect in rects(scene)}) > 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a = b;",
        "a = {[{[{b}]}]};",
        "a = (b | {c | [d | e]}) , f+ , (g | h)*;",
        'a = "a very long terminal that says a lot" | "";',
    ],
)
def test_no_drawing_has_a_fault(text: str) -> None:
    assert faults(f"railroad-ebnf-beta\n{text}\n") == []
    assert faults(SOURCE) == []


def test_only_critical_stations_are_red() -> None:
    scene = render(f"{SOURCE}%% diagram: critical digit\n").scene
    assert [box.role for box in scene.boxes][1:3] == ["accent", "accent"]
