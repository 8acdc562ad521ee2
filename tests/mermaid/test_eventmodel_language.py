"""Event models are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.eventmodel.model import EventModel


def model(text: str) -> EventModel:
    found = parse(f"eventmodeling\n{text}\n", "a.mmd")
    assert isinstance(found, EventModel)
    return found


def sources(text: str) -> list[tuple[str, ...]]:
    return [frame.sources for frame in model(text).frames]


def test_frames_have_a_sort_a_namespace_and_a_name() -> None:
    frames = model("tf 01 ui A\ntimeframe 2 readmodel X.B tf 03 processor C").frames
    assert [(one.id, one.sort, one.namespace, one.name) for one in frames] == [
        ("01", "screen", "", "A"),
        ("2", "read model", "X", "B"),
        ("03", "processor", "", "C"),
    ]


def test_a_frame_follows_the_last_one_of_another_lane() -> None:
    assert sources("tf 01 ui A\ntf 02 cmd B\ntf 03 cmd C\ntf 04 evt D") == [
        *((), ("01",), ("01",)),
        ("03",),
    ]


def test_a_reset_frame_follows_none_and_named_sources_win() -> None:
    text = "tf 01 ui A\nrf 02 evt B\ntf 03 cmd C ->> 01 ->> 02 ->> 99"
    assert sources(text) == [(), (), ("01", "02")]


def test_data_stands_in_line_or_in_a_block() -> None:
    frames = model(
        "tf 01 ui A `json`{ a: 1 }\ntf 02 cmd B [[D]]\ndata D `json`{\n  b: 2,\n  c: 3\n}\n"
    ).frames
    assert [one.data for one in frames] == [("a: 1",), ("b: 2,", "c: 3")]


def test_notes_and_examples_are_remarks_on_their_frames() -> None:
    found = model(
        "tf 01 cmd A\nnote 01 {\nwhy\n}\ngwt 01 given event B when command A then event C event D\n"
        "entity Idle\nentity A\n"
    )
    assert found.remarks == (
        "A: why",
        "A: given event B, when command A, then event C and event D",
        "Besides: Idle",
    )


def test_comments_are_those_of_programs_too() -> None:
    assert len(model("// one\n/* two\n */\ntf 01 ui A // three\n").frames) == 1


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("title T", "2:1", "no title of its own"),
        ("tf 01 foo A", "2:7", "what the frame is"),
        ("tf 01 ui event", "2:10", "none of the words of the language"),
        ("tf 01 ui A\ntf 01 ui B", "3:4", "a second frame"),
        ("tf 01 ui A {\n x\n}", "2:12", "tf, rf, data"),
        ("tf 01 ui A-b", "2:11", "tf, rf, data"),
        ("tf x ui A", "2:4", "the number of a frame"),
        ("data D { a }", "2:8", "at the ends of lines"),
        ("gwt 01 given event A", "2:21", 'expected "then"'),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        model(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
