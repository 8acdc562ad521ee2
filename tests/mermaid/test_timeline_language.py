"""What a timeline says: sections, periods, events, direction."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.timeline.model import Period, Timeline


def read(*lines: str, head: str = "timeline") -> Timeline:
    timeline = parse("\n".join((head, *lines)) + "\n")
    assert isinstance(timeline, Timeline)
    return timeline


def periods(*lines: str) -> list[Period]:
    return [period for section in read(*lines).sections for period in section.periods]


def test_a_line_is_a_period_with_an_event_behind_its_colon() -> None:
    assert periods("2017 : Transformer") == [Period("2017", ("Transformer",))]


def test_several_colons_give_several_events() -> None:
    assert periods("2018 : GPT : BERT") == [Period("2018", ("GPT", "BERT"))]


def test_a_line_that_begins_with_a_colon_goes_on_with_the_period_above() -> None:
    assert periods("2018 : GPT", "     : BERT") == [Period("2018", ("GPT", "BERT"))]


def test_a_period_may_have_no_event() -> None:
    assert periods("2016", "2017 : Transformer") == [
        Period("2016"),
        Period("2017", ("Transformer",)),
    ]


def test_a_colon_without_a_space_belongs_to_the_event() -> None:
    assert periods("2017 : see http://a.b:80/c") == [Period("2017", ("see http://a.b:80/c",))]


def test_a_section_holds_the_periods_below_it() -> None:
    sections = read("section One", "2017", "section Two", "2018", "2019").sections
    assert [(it.title, len(it.periods)) for it in sections] == [("One", 1), ("Two", 2)]


def test_periods_before_the_first_section_stand_in_one_without_a_title() -> None:
    assert [it.title for it in read("2016", "section One", "2017").sections] == [None, "One"]


def test_a_section_may_be_empty() -> None:
    (section,) = read("section One").sections
    assert section.periods == ()


def test_an_event_may_stand_behind_the_title_of_a_section() -> None:
    assert periods("2016", "section One : later") == [Period("2016", ("later",))]


@pytest.mark.parametrize(
    ("head", "direction"),
    [("timeline", "LR"), ("timeline LR", "LR"), ("timeline TD", "TB"), ("timeline  td", "TB")],
)
def test_the_header_may_give_a_direction(head: str, direction: str) -> None:
    assert read("2016", head=head).direction == direction


@pytest.mark.parametrize("line", ["# words", "%% words", "% words", "  # words : more"])
def test_comments_are_passed_over(line: str) -> None:
    assert periods(line, "2016") == [Period("2016")]


def test_a_hash_ends_a_period() -> None:
    assert periods("C# : a language") == [Period("C")]


def test_breaks_tags_and_entities_are_what_the_reader_sees() -> None:
    assert periods("a<br>b : <i>c</i> #amp; d") == [Period("a\nb", ("c & d",))]


def test_the_title_is_that_of_the_diagram_or_the_front_matter() -> None:
    front = "---\ntitle: One\n---\ntimeline"
    assert (read("2016", head=front).title, read("title Two", head=front).title) == ("One", "Two")


def test_a_description_may_take_one_line_or_several() -> None:
    assert read("accDescr: words", "2016").description == "words"
    assert read("accDescr {", " two", " lines", "}", "2016").description == "two\nlines"


def test_a_title_for_readers_who_do_not_see_it_replaces_the_other() -> None:
    assert read("title One", "accTitle: Two").title == "Two"


def test_a_comment_names_critical_periods() -> None:
    timeline = read("%% diagram: critical 2017 --> 20 20", "2017 : a", "2018 : b", "20 20 : c")
    assert timeline.critical == {"2017", "20 20"}
