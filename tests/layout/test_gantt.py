"""Gantt charts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diagramkit import render
from diagramkit.diagnostics import DiagramError
from diagramkit.geometry import Rect
from diagramkit.layout.gantt.axis_words import said
from diagramkit.layout.gantt.ticks import Unit, every
from diagramkit.mermaid.kinds.gantt.moments import instant
from diagramkit.scene import Box, Mark, Scene, Text


def scene_of(*statements: str) -> Scene:
    return render("\n".join(["gantt", "dateFormat YYYY-MM-DD", *statements, ""])).scene


def bars(scene: Scene) -> list[Box]:
    return [box for box in scene.boxes if box.key.startswith("task:")]


def texts(scene: Scene, kind: str) -> list[Text]:
    return [text for text in scene.texts if text.key.startswith(f"{kind}:")]


def marks(scene: Scene, kind: str) -> list[Mark]:
    return [
        item
        for item in scene.primitives
        if isinstance(item, Mark) and item.key.startswith(f"{kind}:")
    ]


def test_bars_are_as_long_as_their_tasks() -> None:
    first, second = (box.rect for box in bars(scene_of("A :2024-01-01, 2d", "B :6d")))
    assert second.width / first.width == pytest.approx(3)
    assert second.x == pytest.approx(first.right)


def test_every_task_has_a_row_of_its_own() -> None:
    rows = [box.rect for box in bars(scene_of("A :2024-01-01, 2d", "B :6d", "C :2024-01-01, 3d"))]
    assert rows[0].bottom < rows[1].y
    assert rows[1].bottom < rows[2].y


def test_words_stand_left_of_all_bars_and_lines() -> None:
    scene = scene_of("A task :2024-01-01, 2d", "Another task :6d")
    edge = max(text.rect.right for text in texts(scene, "text"))
    assert edge < min(box.rect.x for box in bars(scene))


@pytest.mark.parametrize(
    ("tag", "role"),
    [
        ("", "task-planned"),
        ("done, ", "task-done"),
        ("active, ", "task-active"),
        ("crit, ", "task-critical"),
        ("crit, done, ", "task-critical-done"),
        ("crit, active, ", "task-critical-active"),
    ],
)
def test_tags_decide_the_look(tag: str, role: str) -> None:
    assert bars(scene_of(f"A :{tag}2024-01-01, 2d"))[0].role == role


def test_states_of_critical_tasks_differ_in_fill() -> None:
    tags = ("crit, ", "crit, done, ", "crit, active, ")
    fills = [bars(scene_of(f"A :{tag}2024-01-01, 2d"))[0].paint.fill for tag in tags]
    assert len(set(fills)) == 3


@pytest.mark.parametrize("length", ["3d", "9d", "17d", "45d", "120d", "300d", "900d", "3000d"])
def test_the_axis_has_four_ticks_at_least(length: str) -> None:
    scene = scene_of("section Path", f"A long name of a task :2025-01-06, {length}")
    first = [text for text in texts(scene, "tick") if text.key.endswith(":0")]
    assert len(first) >= 4


def test_the_year_stands_once_below_the_days_of_the_axis() -> None:
    words = [text.text for text in texts(scene_of("A :2024-12-20, 20d"), "tick")]
    assert words.count("2024") == 1
    assert words.count("2025") == 1


def test_only_critical_tasks_are_red() -> None:
    scene = scene_of("A :crit, 2024-01-01, 2d", "B :active, 2d", "C :done, 2d", "D :2d")
    red = [box.key for box in bars(scene) if box.paint.stroke == "#D9392E"]
    assert red == ["task:1"]


def test_a_milestone_is_a_diamond_in_the_middle_of_its_time() -> None:
    scene = scene_of("A :2024-01-01, 4d", "B :milestone, 2024-01-01, 4d")
    bar, diamond = bars(scene)
    assert diamond.outline is not None
    assert diamond.rect.center.x == pytest.approx(bar.rect.center.x)


def test_a_task_without_length_can_be_seen() -> None:
    assert bars(scene_of("A :2024-01-01, 0d", "B :9d"))[0].rect.width >= 3


def test_a_marker_is_a_line_through_the_chart_and_takes_no_row() -> None:
    scene = scene_of("A :2024-01-01, 4d", "Freeze :vert, 2024-01-03, 0d")
    (line,) = marks(scene, "marker")
    assert len(bars(scene)) == 1
    assert line.path.flattened()[0].x == pytest.approx(bars(scene)[0].rect.center.x)
    assert [text.text for text in texts(scene, "text:marker")] == ["Freeze"]


def test_markers_near_each_other_have_their_words_apart() -> None:
    scene = scene_of(
        "A :2024-01-01, 90d", "One marker :vert, 2024-02-01, 0d", "Other :vert, 2024-02-02, 0d"
    )
    first, second = texts(scene, "text:marker")
    assert not first.rect.overlaps(second.rect)


def test_sections_are_parted_by_hairlines() -> None:
    scene = scene_of("section One", "A :2024-01-01, 4d", "section Two", "B :2d")
    assert [text.text for text in texts(scene, "section")] == ["One", "Two"]
    assert len(marks(scene, "rule")) == 2


def test_excluded_days_are_shaded() -> None:
    scene = scene_of("excludes weekends", "A :2024-03-01, 5d")
    (shade,) = marks(scene, "excluded")
    assert shade.role == "excluded"


def test_the_axis_may_stand_on_top_as_well() -> None:
    below = scene_of("A :2024-01-01, 4d")
    both = scene_of("topAxis", "A :2024-01-01, 4d")
    assert len(texts(both, "tick")) == 2 * len(texts(below, "tick"))


def test_words_of_ticks_that_have_no_room_are_left_out() -> None:
    scene = scene_of("tickInterval 1day", "A :2024-01-01, 40d")
    first = [text for text in texts(scene, "tick") if text.key.endswith(":0")]
    found = sorted(first, key=lambda text: text.x)
    assert len(marks(scene, "grid")) == 41
    assert len(found) < 20
    assert all(a.rect.right < b.rect.x for a, b in pairwise(found))


def test_an_interval_with_too_many_ticks_counts_for_nothing() -> None:
    scene = scene_of("tickInterval 1millisecond", "A :1970-01-01, 2100-01-01")
    assert len(marks(scene, "grid")) < 20


def test_no_date_is_made_up_where_the_source_has_times_alone() -> None:
    scene = render("gantt\ndateFormat HH:mm\nA :22:00, 4h\n").scene
    assert all("2001" not in text.text for text in texts(scene, "tick"))


def test_a_chart_without_tasks_has_an_axis_alone() -> None:
    scene = scene_of("tickInterval 1week")
    assert [item.key for item in scene.primitives] == ["axis"]


def test_what_was_hardly_meant_is_warned_of() -> None:
    drawing = render("gantt\ndateFormat YYYY-MM-DD\nA :2024-01-01, soon\n")
    assert [one.code for one in drawing.warnings] == ["gantt-date"]


def test_too_many_critical_tasks_are_warned_of() -> None:
    source = "gantt\ndateFormat YYYY-MM-DD\nA :crit, 2024-01-01, 1d\nB :crit, 1d\nC :crit, 1d\n"
    assert [one.code for one in render(source).warnings] == ["accent-overused"]


def test_a_chart_is_told_in_words() -> None:
    scene = scene_of("section Data", "Filter :2024-01-01, 2d", "Ship :milestone, 2024-01-03, 0d")
    assert scene.description == (
        "Gantt chart of 2 tasks. Data: Filter 2024-01-01 to 2024-01-03; "
        "Data: Ship 2024-01-03 00:00."
    )


@pytest.mark.parametrize(
    ("count", "unit", "weekday", "found"),
    [
        (1, "month", 0, ["2024-03-01", "2024-04-01", "2024-05-01"]),
        (5, "month", 0, ["2024-01-01", "2024-06-01", "2024-11-01"]),
        (1, "week", 1, ["2024-01-01", "2024-01-08", "2024-01-15"]),
        (2, "week", 0, ["2024-01-14", "2024-01-28", "2024-02-11"]),
        (2, "day", 0, ["2024-01-31", "2024-02-01", "2024-02-03"]),
        (10, "year", 0, ["2020-01-01", "2030-01-01", "2040-01-01"]),
    ],
)
def test_ticks_stand_on_round_times(count: int, unit: Unit, weekday: int, found: list[str]) -> None:
    first = instant(*map(int, found[0].split("-")))
    last = instant(*map(int, found[-1].split("-")))
    times = [said(at, "%Y-%m-%d") for at in every(count, unit, weekday, first, last)]
    assert times == found


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("%Y-%m-%d", "2024-03-09"),
        ("%-d %b", "9 Mar"),
        ("%A, %e. %B %y", "Saturday,  9. March 24"),
        ("%H:%M:%S.%L", "17:05:06.007"),
        ("%-I%p", "5PM"),
        ("%j %U %W %V %u %w %q", "069 09 10 10 6 6 1"),
        ("%s%%", "1710003906%"),
        ("%x %X", "3/9/2024 5:05:06 PM"),
        ("week %z", "week z"),
    ],
)
def test_times_are_written_as_d3_writes_them(pattern: str, words: str) -> None:
    assert said(instant(2024, 3, 9, 17, 5, 6, 7), pattern) == words


def lines_of(scene: Scene) -> list[Mark]:
    return [mark for mark in marks(scene, "after") if not mark.key.endswith(":head")]


def test_a_line_goes_round_the_bars_between_its_ends() -> None:
    scene = scene_of(
        "A :a, 2024-01-01, 3d", "B :after a, 2d", "C :2024-01-01, 1d", "D :after a, 4d"
    )
    inner = [bar.rect.grown(-1) for bar in bars(scene)]
    for line in lines_of(scene):
        legs = [Rect.bounding(leg).grown(0.1) for leg in pairwise(line.path.flattened())]
        assert not any(leg.overlaps(bar) for leg in legs for bar in inner)


def test_a_line_leads_from_a_task_to_the_one_that_comes_after_it() -> None:
    scene = scene_of("A :a, 2024-01-01, 2d", "B :b, 2024-01-01, 6d", "C :after a b, 3d")
    first, second, third = (box.rect for box in bars(scene))
    lines = [Rect.bounding(mark.path.flattened()) for mark in lines_of(scene)]
    assert [line.x for line in lines] == pytest.approx([first.right, second.right])
    assert all(first.center.y <= line.y < line.bottom <= third.y for line in lines)


def test_tasks_in_source_order_alone_have_no_lines() -> None:
    assert not marks(scene_of("A :2024-01-01, 2d", "B :6d"), "after")


def test_today_is_marked_where_the_source_says_when_it_is() -> None:
    scene = scene_of("A :2024-01-01, 4d", "%% diagram: today 2024-01-03")
    (line,) = marks(scene, "marker")
    (bar,) = (box.rect for box in bars(scene))
    assert Rect.bounding(line.path.flattened()).center.x == pytest.approx(bar.center.x)
    assert "Today" in [text.text for text in texts(scene, "text")]


def test_a_today_that_is_no_date_is_named() -> None:
    with pytest.raises(DiagramError, match="no date"):
        scene_of("A :2024-01-01, 4d", "%% diagram: today soon")


def test_rows_are_as_near_as_their_words_allow() -> None:
    first, second = (box.rect for box in bars(scene_of("A :2024-01-01, 2d", "B :6d")))
    assert second.y - first.y == 20
    assert second.y - first.bottom >= 6


def test_a_format_that_tells_no_time_is_left_out_with_a_warning() -> None:
    drawing = render("gantt\ndateFormat X\naxisFormat %L\nA :0, 120\n")
    assert [warning.code for warning in drawing.warnings] == ["gantt-axis-format"]
    words = [text.text for text in texts(drawing.scene, "tick")]
    assert len(words) == len(set(words)) > 3


COMPACT = (
    "---\ndisplayMode: compact\n---\ngantt\n  dateFormat YYYY-MM-DD\n  section Platform\n"
    "  Migration of the storage :a, 2024-01-01, 20d\n  Tests :b, after a, 20d\n"
    "  Rather long words of a short task :c, 2024-01-02, 1d\n"
)


def test_tasks_of_a_compact_chart_share_rows_as_far_as_their_words_keep_apart() -> None:
    scene = render(COMPACT).scene
    first, then, short = (box.rect for box in scene.boxes)
    words = {text.text: text.rect for text in scene.texts}
    assert first.y == then.y < short.y
    assert words["Platform"].right < first.x
    assert first.contains(words["Migration of the storage"])
    assert words["Rather long words of a short task"].x > short.right
    assert render(COMPACT).faults == ()


def test_a_line_past_a_marked_date_goes_round_the_bars_alone() -> None:
    scene = scene_of(
        "A :a, 2024-01-01, 2d",
        "Freeze :vert, v, 2024-01-02, 0d",
        "B :after a, 6d",
        "C :after a, 1d",
    )
    assert {box.key for box in bars(scene)} == {"task:1", "task:3", "task:4"}
