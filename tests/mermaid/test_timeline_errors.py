"""What is said of a timeline that is none: where, what was found, what was expected."""

from __future__ import annotations

import pytest
from refused import refusal

from diagramkit.mermaid.kinds.timeline.reader import MAX_ENTRIES


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        (": an event", "2:1", "an event without a period; expected one before the colon, as in "
         "2017 : event"),
        ("section One\n : an event", "3:2", "an event without a period; expected one before the "
         "colon, as in 2017 : event"),
        ("2017 :event", "2:6", "expected a space after this colon, as in 2017 : event"),
        ("12:30 : event", "2:3", "expected a space after this colon, as in 2017 : event"),
        ("2017 : a\ntimeline b", "3:1", 'expected a period, found "timeline"; words that begin '
         'with "timeline" cannot begin a period'),
        ("accDescr { words", "2:1", 'this "{" is never closed; expected "}"'),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_at_its_place_with_what_was_expected(
    lines: str, place: str, message: str
) -> None:
    error = refusal(f"timeline\n{lines}\n").diagnostics[0]
    assert error.headline == f"a.mmd:{place}: {message}"


def test_the_keyword_ends_with_its_word() -> None:
    assert refusal("timelines\n 2017").diagnostics[0].headline == (
        'a.mmd:1:1: expected "timeline", a space and a direction (LR or TD), or the end of the line'
    )


def test_more_entries_than_the_limit_are_refused_at_the_first_beyond() -> None:
    error = refusal("timeline\n" + "a\n" * (MAX_ENTRIES + 1)).diagnostics[0]
    assert error.code == "mermaid-limit"
    assert error.location is not None
    assert error.location.line == MAX_ENTRIES + 2
