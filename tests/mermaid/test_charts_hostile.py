"""Charts meant to do harm: only DiagramError leaves `parse`, whatever is changed in a source."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit import render
from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse

SOURCES = {
    "pie": "pie showData title Pets\naccDescr { x }\n\"Dogs\" : 386\n'Cats' : 8.5\n",
    "xychart": (
        'xychart horizontal\ntitle "Sales"\nx-axis Months [jan, "two words", 3]\n'
        'y-axis "Cost" -4 --> 11.5\nbar Weights [5, +6, -.5]\nline [1 "peak", 2]\n'
    ),
    "quadrant": (
        "quadrantChart\ntitle Reach\nx-axis Low --> High\ny-axis Gain -->\nquadrant-1 Plan\n"
        "classDef big radius: 10\nA: [0.3, 0.6] color: #ff0000\nB:::big: [1, 0]\n"
    ),
    "gantt": (
        "gantt\ntitle Plan\ndateFormat YYYY-MM-DD\nexcludes weekends 2024-01-10\nweekday monday\n"
        "tickInterval 1week\nsection One\nA :crit, done, a1, 2024-01-06, 24h\nB :after a1, 5d\n"
        'C :milestone, c, after b, 0d\nclick a1 href "https://example.org"\nD :vert, 2024-02-01,\n'
    ),
}
PIECES = (
    *('"', "'", "`", "[", "]", "{", "}", "(", ")", ":", ":::", ",", ";", "#", "%%", "%", "\n"),
    *(" ", "\t", "-->", "--", "->", "line ", "bar ", "x-axis ", "y-axis ", "title ", "section "),
    *("quadrant-2 ", "classDef ", "after ", "until ", "crit, ", "milestone, ", "excludes monday"),
    *("dateFormat X\n", "dateFormat HH:mm\n", "includes 2024-01-06\n", "inclusiveEndDates "),
    *("accTitle:", "accDescr {", "showData", "pie", "gantt", "xychart", "quadrantChart", "0", "1"),
    *("-1", "0.5", "1e9", "99999999999999999999", "3d", "1.5M", "2y", "9999999d", "2024-02-30"),
    *("é", "図", "🙂", "\x00", "\u00a0", "\u2028", "\ue000", "\ud800", "&amp;", "#quot;", "<br/>"),
)


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_the_source_that_is_changed_is_read(kind: str) -> None:
    assert parse(SOURCES[kind]) is not None


@given(st.data())
@settings(max_examples=300)
def test_any_change_gives_a_model_or_a_diagram_error(data: st.DataObject) -> None:
    text = SOURCES[data.draw(st.sampled_from(sorted(SOURCES)))]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        text = text[:start] + data.draw(st.sampled_from(("", *PIECES))) + text[end:]
    with suppress(DiagramError):
        parse(text)


@given(
    st.sampled_from(("pie", "xychart", "quadrantChart", "gantt")), st.lists(st.sampled_from(PIECES))
)
@settings(max_examples=200)
def test_any_pieces_give_a_drawing_or_a_diagram_error(keyword: str, pieces: list[str]) -> None:
    with suppress(DiagramError):
        render(f"{keyword}\n{''.join(pieces)}\n")


@pytest.mark.parametrize(
    "text",
    [
        "pie\n" + '"a" : 1\n' * 20_000,
        "pie\n" + '"' * 90_000,
        "xychart\nbar [" + "1," * 40_000 + "1]",
        "xychart\n" + "x-axis a\n" * 9_000,
        "quadrantChart\n" + "A: [0.1, 0.2]\n" * 6_000,
        "quadrantChart\n" + " " * 90_000,
        "quadrantChart\n" + "A \t" * 30_000,
        "gantt\n" + "A :2024-01-01, 1d\n" * 5_000,
        "gantt\nA :a, 2024-01-01, 1d\nB :after " + "a " * 40_000 + ", 1d",
        "gantt\ndateFormat YYYY-MM-DD\nexcludes weekends\n" + "A :2024-01-01, 9000d\n" * 400,
        "gantt\ndateFormat " + "Y" * 90_000 + "\nA :2024, 1d",
        "gantt\naxisFormat " + "%x" * 40_000 + "\nA :2024-01-01, 1d",
    ],
    ids=lambda text: text[:24],
)
def test_large_sources_give_a_drawing_or_a_diagram_error(text: str) -> None:
    with suppress(DiagramError):
        render(f"{text}\n")
