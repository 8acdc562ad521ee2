"""Frames around messages: `loop`, `alt` and the others, nested; and what is said of the whole."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.model import Fragment, Sequence


def read(*lines: str) -> Sequence:
    diagram = parse("\n".join(("sequenceDiagram", *lines)))
    assert isinstance(diagram, Sequence)
    return diagram


def fragment(*lines: str) -> Fragment:
    (item,) = read(*lines).items
    assert isinstance(item, Fragment)
    return item


@pytest.mark.parametrize("kind", ["loop", "opt", "break", "alt", "par", "critical"])
def test_a_fragment_has_a_kind_and_words(kind: str) -> None:
    found = fragment(f"{kind} every <br> minute # why", "A->>B: x", "end")
    assert (found.kind, found.sections[0].text) == (kind, "every\nminute")
    assert len(found.sections[0].items) == 1


@pytest.mark.parametrize(
    ("kind", "word"), [("alt", "else"), ("par", "and"), ("par_over", "and"), ("critical", "option")]
)
def test_a_fragment_may_have_sections(kind: str, word: str) -> None:
    found = fragment(f"{kind} one", "A->>B: x", f"{word} two", word, "A->>B: y", "A->>B: z", "end")
    assert [(section.text, len(section.items)) for section in found.sections] == [
        ("one", 1),
        ("two", 0),
        ("", 2),
    ]


def test_fragments_of_par_may_overlap() -> None:
    assert [fragment(kind, "end").is_overlapping for kind in ("par", "par_over")] == [False, True]


def test_a_rect_has_a_colour() -> None:
    found = fragment("rect rgb(200, 150, 255)", "A->>B: x", "end")
    assert (found.kind, found.fill, found.sections[0].text) == ("rect", "rgb(200, 150, 255)", "")


def test_fragments_may_stand_in_one_another() -> None:
    outer = fragment("loop a", "alt b", "A->>B: x", "else c", "opt d", "END", "END", "end")
    (middle,) = outer.sections[0].items
    assert isinstance(middle, Fragment)
    (inner,) = middle.sections[1].items
    assert isinstance(inner, Fragment)
    assert (outer.kind, middle.kind, inner.kind) == ("loop", "alt", "opt")


def test_a_statement_may_follow_an_end_on_its_line() -> None:
    assert len(read("loop a", "end A->>B: x").items) == 2


def test_a_box_may_stand_in_a_fragment() -> None:
    assert read("loop a", "box F", "participant A", "end", "end").frames[0].participants == ("A",)


def test_a_fragment_knows_where_it_begins() -> None:
    place = fragment("  loop a", "end").location
    assert place
    assert (place.line, place.column) == (2, 3)


@pytest.mark.parametrize("line", ["title Life of a request", "title: Life of a request # why"])
def test_a_title_is_a_heading_and_names_the_diagram(line: str) -> None:
    diagram = read(line, "A->>B: x")
    assert (diagram.heading, diagram.title) == ("Life of a request", "Life of a request")


def test_the_diagram_may_have_a_name_that_is_no_heading() -> None:
    diagram = read("accTitle: Life of a request", "accDescr: From prompt to token", "A->>B: x")
    assert (diagram.title, diagram.heading) == ("Life of a request", "")
    assert diagram.description == "From prompt to token"


def test_a_description_may_have_lines() -> None:
    assert read("accDescr {", "  From prompt", "  to token", "}").description == (
        "From prompt\nto token"
    )


def test_front_matter_names_the_diagram() -> None:
    assert parse("---\ntitle: Life\n---\nsequenceDiagram\nA->>B: x").title == "Life"


def test_nothing_at_all_is_a_diagram() -> None:
    assert read() == Sequence()
