"""User journeys are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.journey.model import Journey


def journey(text: str, notices: list[Diagnostic] | None = None) -> Journey:
    model = parse(f"journey\n{text}\n", "a.mmd", notices=notices)
    assert isinstance(model, Journey)
    return model


def test_a_task_has_words_a_score_and_people() -> None:
    (task,) = journey("Make tea: 4.5: Me, Cat ,You").tasks
    assert (task.text, task.score, task.people) == ("Make tea", 4.5, ("Me", "Cat", "You"))


def test_people_may_be_missing_and_what_follows_them_says_nothing() -> None:
    assert [task.people for task in journey("a: 3\nb: 3: Me: you").tasks] == [(), ("Me",)]


def test_tasks_belong_to_the_section_before_them() -> None:
    sections = journey("a: 1\nsection S\nb: 2\nsection T").sections
    assert [(one.title, len(one.tasks)) for one in sections] == [("", 1), ("S", 1), ("T", 0)]


@pytest.mark.parametrize(("written", "score"), [("2rem", None), ("9", 5), ("-1", 1), ("1e999", 5)])
def test_what_is_no_score_from_1_to_5_is_told(written: str, score: float | None) -> None:
    notices: list[Diagnostic] = []
    (task,) = journey(f"a: {written}", notices).tasks
    assert task.score == score
    assert [(one.code, one.location and one.location.line) for one in notices] == [
        ("journey-score", 2)
    ]


def test_the_title_stands_above_and_the_name_is_for_who_cannot_see() -> None:
    model = journey("title T\naccTitle: N\na: 1")
    assert (model.heading, model.title) == ("T", "N")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a task", "a.mmd:2:1: expected a colon and a score after the task"),
        ("a: 1\njourney b: 2", "a.mmd:3:1: expected a task"),
        ("accDescr { b", 'a.mmd:2:1: this "{" is never closed'),
        ("a: 1\n%% diagram: critical b", 'a.mmd:3:22: no node is called "b"'),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        journey(text)
    assert str(caught.value).startswith(wanted)
