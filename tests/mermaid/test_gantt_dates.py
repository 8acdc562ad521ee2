"""Tasks begin and end when Mermaid says: the dates below are what Mermaid 11.17 gave, in UTC."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.gantt.formats import written
from diagramkit.mermaid.kinds.gantt.model import Gantt, Task


def tasks(*statements: str) -> tuple[Task, ...]:
    model = parse("\n".join(["gantt", *statements]))
    assert isinstance(model, Gantt)
    return model.tasks


def dates(*statements: str, pattern: str = "YYYY-MM-DD") -> list[tuple[str, str]]:
    return [
        (written(task.start, pattern), written(task.end, pattern)) for task in tasks(*statements)
    ]


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        ("250ms", "2024-01-31 10:00:00.250"),
        ("1.5s", "2024-01-31 10:00:01.500"),
        ("90m", "2024-01-31 11:30:00.000"),
        ("1.25h", "2024-01-31 11:15:00.000"),
        ("3d", "2024-02-03 10:00:00.000"),
        ("0.4d", "2024-01-31 10:00:00.000"),
        ("1.5d", "2024-02-02 10:00:00.000"),
        ("0.5w", "2024-02-04 10:00:00.000"),
        ("2w", "2024-02-14 10:00:00.000"),
        ("1M", "2024-02-29 10:00:00.000"),
        ("1.5M", "2024-02-29 10:00:00.000"),
        ("13M", "2025-02-28 10:00:00.000"),
        ("1y", "2025-01-31 10:00:00.000"),
        ("5", "2024-01-31 10:00:00.000"),
        ("soon", "2024-01-31 10:00:00.000"),
        ("2024-02-01 00:00", "2024-02-01 00:00:00.000"),
    ],
)
def test_an_end_is_a_duration_or_a_date(duration: str, end: str) -> None:
    found = dates(
        "dateFormat YYYY-MM-DD HH:mm",
        f"A :2024-01-31 10:00, {duration}",
        pattern="YYYY-MM-DD HH:mm:ss.SSS",
    )
    assert found == [("2024-01-31 10:00:00.000", end)]


def test_a_task_without_a_start_begins_where_the_last_one_ends() -> None:
    assert dates("dateFormat YYYY-MM-DD", "A :2024-01-01, 2d", "B :3d")[1] == (
        "2024-01-03",
        "2024-01-06",
    )


def test_after_several_tasks_is_after_the_last_of_them() -> None:
    found = dates(
        "dateFormat YYYY-MM-DD",
        "A :a, 2024-01-01, 2d",
        "B :b, 2024-01-01, 9d",
        "C :after a b, 1d",
    )
    assert found[2] == ("2024-01-10", "2024-01-11")


def test_until_several_tasks_is_until_the_first_of_them() -> None:
    found = dates(
        "dateFormat YYYY-MM-DD",
        "A :a, 2024-02-01, 2d",
        "B :b, 2024-02-15, 9d",
        "C :2024-01-10, until b a",
    )
    assert found[2] == ("2024-01-10", "2024-02-01")


def test_tasks_may_wait_for_ones_further_down() -> None:
    found = dates(
        "dateFormat YYYY-MM-DD", "A :a, after b, 1d", "B :b, after c, 1d", "C :c, 2024-01-01, 1d"
    )
    assert found == [
        ("2024-01-03", "2024-01-04"),
        ("2024-01-02", "2024-01-03"),
        ("2024-01-01", "2024-01-02"),
    ]


def test_of_two_tasks_with_one_id_others_wait_for_the_last() -> None:
    found = dates(
        "dateFormat YYYY-MM-DD",
        "A :a, 2024-01-01, 1d",
        "B :a, 2024-02-01, 1d",
        "C :after a, 1d",
    )
    assert found[2] == ("2024-02-02", "2024-02-03")


def test_end_dates_may_be_inclusive() -> None:
    found = dates("dateFormat YYYY-MM-DD", "inclusiveEndDates", "A :2024-01-01, 2024-01-03")
    assert found == [("2024-01-01", "2024-01-04")]


@pytest.mark.parametrize(
    ("settings", "end", "shown"),
    [
        (["excludes weekends"], "2024-03-07", "2024-03-07"),
        (["excludes weekends", "weekend friday"], "2024-03-07", "2024-03-07"),
        (["excludes sunday, monday"], "2024-03-07", "2024-03-07"),
        (["excludes weekends 2024-03-06 2024-03-07"], "2024-03-11", "2024-03-09"),
        (["excludes weekends", "includes 2024-03-02"], "2024-03-06", "2024-03-06"),
        (["excludes weekends 2024-03-07"], "2024-03-08", "2024-03-07"),
    ],
)
def test_excluded_days_do_not_count(settings: list[str], end: str, shown: str) -> None:
    task = tasks("dateFormat YYYY-MM-DD", *settings, "A :2024-02-29, 5d")[0]
    assert (written(task.end, "YYYY-MM-DD"), written(task.shown_end, "YYYY-MM-DD")) == (end, shown)


def test_excluded_days_count_up_to_a_date_that_is_written() -> None:
    found = dates("dateFormat YYYY-MM-DD", "excludes weekends", "A :2024-03-01, 2024-03-04")
    assert found == [("2024-03-01", "2024-03-04")]


def test_stretches_of_excluded_days_are_known() -> None:
    model = parse("gantt\ndateFormat YYYY-MM-DD\nexcludes weekends\nA :2024-02-28, 10d\n")
    assert isinstance(model, Gantt)
    found = [tuple(written(at, "MM-DD") for at in pair) for pair in model.excluded]
    assert found == [("03-02", "03-04"), ("03-09", "03-11")]


@pytest.mark.parametrize(
    ("pattern", "start", "at"),
    [
        ("YYYY-MM-DD", "2024-03-09", "2024-03-09 00:00:00.000"),
        ("DD/MM/YYYY", "09/03/2024", "2024-03-09 00:00:00.000"),
        ("D/M/YY", "9/3/68", "2068-03-09 00:00:00.000"),
        ("YY-MM-DD", "69-03-09", "1969-03-09 00:00:00.000"),
        ("Do MMM YYYY", "9th Mar 2024", "2024-03-09 00:00:00.000"),
        ("DD MMMM YYYY", "09 March 2024", "2024-03-09 00:00:00.000"),
        ("YYYY", "1900", "1900-01-01 00:00:00.000"),
        ("YYYY-MM", "2024-03", "2024-03-01 00:00:00.000"),
        ("YYYY-[Q]Q", "2024-Q3", "2024-07-01 00:00:00.000"),
        ("YYYYMMDD", "20240309", "2024-03-09 00:00:00.000"),
        ("YYYY-MM-DDTHH:mm:ss", "2024-03-09T07:08:09", "2024-03-09 07:08:09.000"),
        ("YYYY.MM.DD hh:mm A", "2024.03.09 12:30 AM", "2024-03-09 00:30:00.000"),
        ("YYYY.MM.DD hh:mm a", "2024.03.09 01:30 pm", "2024-03-09 13:30:00.000"),
        ("x", "1709942400000", "2024-03-09 00:00:00.000"),
        ("X", "1709942400", "1970-01-20 18:59:02.400"),
        ("HH:mm", "17:49", "2001-01-01 17:49:00.000"),
        ("ss", "06", "2001-01-01 00:00:06.000"),
        ("SSS", "006", "2001-01-01 00:00:00.006"),
        ("D", "1", "2001-01-01 00:00:00.000"),
        ("YYYY-MM-DD", "0001-01-01", "0001-01-01 00:00:00.000"),
        ("YYYY-MM-DD", "2024-9-1", "2024-09-01 00:00:00.000"),
        ("YYYY-MM-DD", "9 March 2024 10:30 pm", "2024-03-09 22:30:00.000"),
        ("", "2024-03-09T10:00+02:00", "2024-03-09 08:00:00.000"),
    ],
)
def test_dates_are_read_in_their_format_or_as_browsers_read_them(
    pattern: str, start: str, at: str
) -> None:
    settings = [f"dateFormat {pattern}"] if pattern else []
    task = tasks(*settings, f"A :a, {start}, 1ms")[0]
    assert written(task.start, "YYYY-MM-DD HH:mm:ss.SSS") == at


def test_an_end_in_seconds_is_in_seconds_although_a_start_is_not() -> None:
    task = tasks("dateFormat X", "A :0, 71")[0]
    assert (task.start, task.end) == (0, 71_000)
