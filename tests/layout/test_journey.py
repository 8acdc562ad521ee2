"""User journeys as they are drawn."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Rect

from .pictures import Picture, draw

TEXT = """journey
  section Morning
    Wake: 2: Me
    Coffee: 5: Me, Cat
  section Noon
    Work: 3: Me
"""


def dots(drawn: Picture) -> list[Rect]:
    return [Rect.bounding(mark.path.flattened()) for mark in drawn.marks("dot:")]


def test_scores_go_from_left_to_right_and_tasks_from_above() -> None:
    places = [dot.center for dot in dots(draw(TEXT))]
    assert [place.y for place in places] == sorted(place.y for place in places)
    wake, coffee, work = (place.x for place in places)
    assert wake < work < coffee


def test_one_line_runs_through_all_scores() -> None:
    drawn = draw(TEXT)
    (line,) = drawn.marks("line")
    ends = [point.x for point in line.path.flattened()]
    assert ends == pytest.approx([dot.center.x for dot in dots(drawn)])


def test_words_keep_clear_of_the_scores() -> None:
    long = TEXT.replace("Noon", "A section with a title that is far too long for one line of it")
    assert draw(long).faults == []


def test_a_critical_task_has_an_accent_dot_and_the_others_have_none() -> None:
    drawn = draw(TEXT + "%% diagram: critical Coffee\n")
    assert [dot.role for dot in drawn.marks("dot:")] == ["dot", "accent-dot", "dot"]
