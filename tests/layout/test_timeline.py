"""Timelines on the page: axes, columns, rows."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from hypothesis import given, settings

from diagramkit import render
from diagramkit.geometry import Rect
from diagramkit.scene import Mark, Scene, Text

from .pictures import draw
from .timeline_grammar import Written, timelines


def scene(*lines: str, head: str = "timeline") -> Scene:
    return render("\n".join((head, *lines)) + "\n").scene


def marks(drawn: Scene, kind: str) -> list[Rect]:
    """The marks of a kind, as the rectangles that they fill."""
    return [
        Rect.bounding(item.path.flattened())
        for item in drawn.primitives
        if isinstance(item, Mark) and item.key.startswith(f"{kind}:")
    ]


def words(drawn: Scene, kind: str) -> list[Text]:
    return [text for text in drawn.texts if text.key.startswith(f"{kind}:")]


def years(count: int) -> list[str]:
    return [f"{2000 + year} : an event" for year in range(count)]


def test_every_period_has_a_dot_on_the_axis() -> None:
    drawn = scene(*years(4))
    (axis,) = marks(drawn, "axis")
    assert [dot.center.y for dot in marks(drawn, "dot")] == [axis.y] * 4


def test_words_of_a_column_begin_below_its_dot() -> None:
    drawn = scene("2017 : one : two")
    (dot,) = marks(drawn, "dot")
    assert {text.x for text in drawn.texts} == {dot.x}
    assert all(text.rect.y > dot.bottom for text in drawn.texts)


def test_columns_are_evenly_apart() -> None:
    lefts = [dot.x for dot in marks(scene(*years(4)), "dot")]
    assert len({after - before for before, after in pairwise(lefts)}) == 1


def test_a_hairline_parts_the_events_of_a_period() -> None:
    assert len(marks(scene("2017 : one : two : three"), "rule")) == 2


def test_every_section_has_an_axis_of_its_own() -> None:
    first, second = marks(scene("section One", *years(2), "section Two", *years(1)), "axis")
    assert first.right < second.x


def test_the_title_of_a_section_stands_above_its_axis() -> None:
    drawn = scene("section One", *years(2))
    (axis,), (title,) = marks(drawn, "axis"), words(drawn, "section")
    assert title.x == axis.x
    assert title.rect.bottom < axis.y


def test_periods_that_are_too_many_for_a_row_go_on_in_the_next() -> None:
    drawn = scene(*(f"{year} : an event with a few more words" for year in range(14)))
    rows = {dot.y for dot in marks(drawn, "dot")}
    assert len(rows) > 1
    assert drawn.width <= 960


def test_periods_that_fit_a_row_stand_in_one() -> None:
    assert len({dot.y for dot in marks(scene(*years(7)), "dot")}) == 1


def test_rows_hold_nearly_as_many_periods_each() -> None:
    drawn = scene(*(f"{year} : an event with a few more words" for year in range(9)))
    rows: defaultdict[float, int] = defaultdict(int)
    for dot in marks(drawn, "dot"):
        rows[dot.y] += 1
    assert sorted(rows.values()) == [4, 5]


def test_a_section_that_fits_in_a_row_is_not_broken() -> None:
    long = [f"{year} : an event with a few more words" for year in range(4)]
    drawn = scene("section One", *long, "section Two", *long)
    assert len(marks(drawn, "axis")) == 2


def test_words_are_wrapped_at_the_column() -> None:
    drawn = scene("2017 : " + "words " * 20)
    (axis,) = marks(drawn, "axis")
    assert all(text.rect.right <= axis.right for text in drawn.texts)


def test_from_above_periods_stand_left_of_an_upright_axis_and_events_right_of_it() -> None:
    drawn = scene(*years(3), head="timeline TD")
    (axis,) = marks(drawn, "axis")
    assert axis.width == 0
    assert all(text.rect.right < axis.x for text in words(drawn, "period"))
    assert all(text.rect.x > axis.x for text in words(drawn, "event"))


def test_from_above_a_dot_is_level_with_its_period() -> None:
    drawn = scene(*years(3), head="timeline TD")
    for dot, text in zip(marks(drawn, "dot"), words(drawn, "period"), strict=True):
        assert abs(dot.center.y - (text.y - 0.36 * text.size)) < 0.1


def test_the_dot_of_a_critical_period_is_larger_than_the_others() -> None:
    drawn = scene("%% diagram: critical 2001", *years(3))
    sizes = [dot.width for dot in marks(drawn, "dot")]
    assert sizes[0] == sizes[2] < sizes[1]


def test_the_title_is_said_and_drawn_first() -> None:
    drawn = scene("title The years", *years(1))
    assert drawn.title == "The years"
    assert next(text.text for text in drawn.texts) == "The years"


def test_the_description_tells_the_periods() -> None:
    assert scene("2017 : one : two").description == "Timeline of 1 period. 2017: one, two."


@given(timelines())
@settings(max_examples=40)
def test_any_timeline_is_drawn_whole_without_a_fault(written: Written) -> None:
    picture = draw(written.source)
    assert picture.faults == []
    shown = "".join(text.text for text in picture.scene.texts).replace(" ", "")
    for title, periods in written.sections:
        said = [title or "", *(one for period, events in periods for one in (period, *events))]
        assert all("".join(text.split()) in shown for text in said)
