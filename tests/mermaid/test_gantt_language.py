"""Gantt charts are read as Mermaid reads them: statements, tags, fields."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.gantt.model import DAY, Gantt
from diagramkit.mermaid.kinds.gantt.reader import MAX_TASKS


def chart(*statements: str, header: str = "gantt\ndateFormat YYYY-MM-DD") -> Gantt:
    model = parse("\n".join([header, *statements]), "a.mmd")
    assert isinstance(model, Gantt)
    return model


def refusal(*statements: str) -> str:
    with pytest.raises(DiagramError) as caught:
        chart(*statements)
    return str(caught.value).split("\n")[0]


def test_tasks_stand_in_sections() -> None:
    model = chart("A :2024-01-01, 1d", "section One<br>two", "B :1d", "C :1d", "section Empty")
    assert [(part.title, len(part.tasks)) for part in model.sections] == [
        ("", 1),
        ("One\ntwo", 2),
        ("Empty", 0),
    ]


def test_quotes_around_words_are_shown() -> None:
    model = chart('section "One"', '"A" :2024-01-01, 1d')
    assert (model.sections[0].title, model.tasks[0].text) == ('"One"', '"A"')


def test_tags_stand_before_the_fields_in_any_order() -> None:
    task = chart("A :done, crit, active, milestone, a1, 2024-01-01, 0d").tasks[0]
    assert task.is_done
    assert task.is_critical
    assert task.is_active
    assert task.is_milestone
    assert not task.is_marker
    assert task.id == "a1"


def test_a_tag_behind_a_field_is_no_tag() -> None:
    assert not chart("A :a1, 2024-01-01, done").tasks[0].is_done


def test_a_marker_is_a_task() -> None:
    assert chart("A :vert, a1, 2024-01-01, 1d").tasks[0].is_marker


def test_tasks_without_an_id_are_numbered() -> None:
    tasks = chart("A :2024-01-01, 1d", "B :b, 2024-01-01, 1d", "C :1d").tasks
    assert [task.id for task in tasks] == ["task1", "b", "task2"]


def test_signs_that_end_data_are_words_elsewhere() -> None:
    model = chart("title # one; all", "section #;A", "#;B :2024-01-01, 1d")
    assert (model.title, model.sections[0].title) == ("# one; all", "#;A")
    assert model.tasks[0].text == "#;B"


def test_settings_may_share_a_line() -> None:
    model = chart("topAxis inclusiveEndDates", "A :2024-01-01, 2024-01-02")
    assert model.has_top_axis
    assert model.tasks[0].end - model.tasks[0].start == 2 * DAY


@pytest.mark.parametrize(
    ("statement", "interval"),
    [
        ("tickInterval 1week", (1, "week")),
        ("tickInterval 250millisecond", (250, "millisecond")),
        ("tickInterval 1decade", None),
        ("tickInterval 0day", None),
    ],
)
def test_an_interval_is_a_count_and_a_unit(
    statement: str, interval: tuple[int, str] | None
) -> None:
    assert chart(statement).tick_interval == interval


def test_the_axis_has_a_format_and_weeks_begin_on_a_day() -> None:
    model = chart("axisFormat  %d/%m", "weekday Monday", "todayMarker off")
    assert (model.axis_format, model.weekday) == ("%d/%m", 1)


def test_the_axis_may_be_a_setting() -> None:
    header = "---\nconfig:\n  gantt:\n    topAxis: true\n    axisFormat: '%y'\n---\ngantt"
    model = chart(header=header)
    assert (model.has_top_axis, model.axis_format) == (True, "%y")


def test_a_click_follows_a_safe_address_only() -> None:
    model = chart(
        "A :a, 2024-01-01, 1d",
        "B :b, 2024-01-01, 1d",
        'click a,none href "https://example.org"',
        'click b call back("x") href "javascript:alert(1)"',
    )
    assert [task.link for task in model.tasks] == ["https://example.org", None]


def test_titles_and_descriptions_are_read() -> None:
    model = chart("title Other", "accTitle: Name", "accDescr { Some words }")
    assert (model.title, model.description) == ("Name", "Some words")


def test_the_critical_path_names_tasks() -> None:
    model = chart("%% diagram: critical a --> b", "A :a, 2024-01-01, 1d", "B :b, after a, 1d")
    assert all(task.is_critical for task in model.tasks)


def test_a_chart_may_be_empty() -> None:
    assert chart().tasks == ()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("A", "3:2: expected a task: its words, a colon, its start and its end"),
        (":a, 2024-01-01, 1d", "3:1: expected the words of a task before this colon"),
        ("A :", "3:3: expected a task: its words"),
        ("A :crit", "3:4: a task with no field"),
        ("A :a, b, 2024-01-01, 1d", "3:4: a task with 4 fields"),
        ("A :1d", "3:4: the first task has an end and no start"),
        ("A :soon, 1d", '3:4: "soon" is no date; expected a date of the format "YYYY-MM-DD"'),
        ("A :a, 2024-02-31T25:00, 1d", '3:7: "2024-02-31T25:00" is no date'),
        ("gantt chart :2024-01-01, 1d", '3:1: a task cannot begin with "gantt"'),
        ("2024-01-01 kick-off :2024-01-01, 1d", '3:1: a task cannot begin with "2024-01-01"'),
        ("click a", "3:8: expected the id of a task, then href"),
        ("accDescr { words", '3:1: this "{" is never closed; expected "}"'),
        ("accDescription words", '3:1: expected "accDescr:" for words'),
        ("weekday never", "3:14: expected a task"),
        ("A :2024-01-01, 1d; and more", "3:28: expected a task"),
    ],
)
def test_what_is_not_a_gantt_chart_is_refused_with_its_place(statement: str, message: str) -> None:
    assert refusal(statement).startswith(f"a.mmd:{message}")


def test_tasks_that_wait_for_each_other_are_refused() -> None:
    assert "waits for one that waits for it" in refusal("A :a, after b, 1d", "B :b, after a, 1d")


def test_days_that_never_count_are_refused() -> None:
    week = "excludes monday tuesday wednesday thursday friday saturday sunday"
    assert "skips more than 10000 days" in refusal(week, "A :a, 2024-01-01, 3d")


def test_the_number_of_days_is_bounded() -> None:
    assert "days of tasks at most" in refusal("excludes 2030-01-01", "A :a, 2024-01-01, 999999d")


def test_the_number_of_tasks_is_bounded() -> None:
    tasks = ["A :2024-01-01, 1d"] * (MAX_TASKS + 1)
    assert f"a Gantt chart has {MAX_TASKS} tasks at most" in refusal(*tasks)


@pytest.mark.parametrize(
    ("statements", "doubt"),
    [
        (["A :a, 2024-01-01, 1 month"], "no duration such as 5d"),
        (["A :a, 2024-01-01, 1d", "B :after aa, 1d"], 'no task is called "aa", did you mean "a"?'),
        (["A :a, 2024-01-01, until end"], 'no task is called "end"'),
        (["A :a, 1/2/2024, 1d"], "it was read as 2024-01-02 00:00:00"),
    ],
)
def test_what_was_hardly_meant_is_told(statements: list[str], doubt: str) -> None:
    doubts = chart(*statements).doubts
    assert [doubt in one.message for one in doubts] == [True]
    assert all(one.severity == "warning" and one.location for one in doubts)


def test_a_task_that_waits_for_none_begins_with_the_chart() -> None:
    tasks = chart("A :a, 2024-03-01, 1d", "B :after none, 1d").tasks
    assert tasks[1].start == tasks[0].start
