"""Sequence diagrams written by the grammar are read; changed anyhow, they never do harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.model import (
    Activation,
    Birth,
    Death,
    Fragment,
    Item,
    Message,
    Note,
    Sequence,
)
from layout.sequence_grammar import Written, sequences

PIECES = (
    *("participant ", "actor ", "create ", "destroy ", "box ", "end\n", "end", "as ", "@{", "}"),
    *("type: queue", "alias: x", "activate ", "deactivate ", "Note over ", "note left of ", "A"),
    *("B", "A,B", ":", ": x\n", "->>", "-->>", "-x", "-)", "<<->>", "-|\\", "\\\\--", "()", "+"),
    *("-", "--", "loop x\n", "alt y\n", "else\n", "par\n", "and\n", "critical\n", "option\n"),
    *("opt\n", "break\n", "rect rgb(1,2,3)\n", "autonumber ", "off", "1.5 ", ".", "title x\n"),
    *("accTitle: x\n", "accDescr {", "link A: x @ http://a\n", "links A: {", "properties ", "\n"),
    *(" ", "\t", ";", "#", "#59;", "%%", "%% diagram: critical 1\n", "<br/>", "<", ">", "(", ")"),
    *("wrap:", "/", "\\", "|", "é", "图", "🙂", "\x00", "\ufffe", "\u00a0", "\u2028", "\ud800"),
)


def flat(items: Iterable[Item]) -> Iterator[Item]:
    """Every item, those in fragments too."""
    for item in items:
        yield item
        if isinstance(item, Fragment):
            for section in item.sections:
                yield from flat(section.items)


@given(sequences())
def test_what_is_written_is_read(written: Written) -> None:
    diagram = parse(written.source)
    assert isinstance(diagram, Sequence)
    assert tuple(each.id for each in diagram.participants) == written.participants
    kinds = Counter(type(item) for item in flat(diagram.items))
    assert kinds[Message] == written.messages
    assert kinds[Note] == written.notes
    assert kinds[Fragment] == written.fragments


@given(sequences())
def test_every_name_in_a_diagram_is_that_of_a_participant(written: Written) -> None:
    diagram = parse(written.source)
    assert isinstance(diagram, Sequence)
    known = {each.id for each in diagram.participants}
    for item in flat(diagram.items):
        if isinstance(item, Message):
            assert {item.source, item.target} <= known
        elif isinstance(item, Note):
            assert set(item.participants) <= known
        elif isinstance(item, (Activation, Birth, Death)):
            assert item.participant in known
    for frame in diagram.frames:
        assert set(frame.participants) <= known


@settings(max_examples=300)
@given(sequences(most_lines=6), st.data())
def test_any_change_gives_a_model_or_a_diagram_error(written: Written, data: st.DataObject) -> None:
    text = written.source
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 5)))
        text = text[:start] + data.draw(st.sampled_from(("", *PIECES))) + text[end:]
    with suppress(DiagramError):
        parse(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_pieces_give_a_model_or_a_diagram_error(pieces: list[str]) -> None:
    with suppress(DiagramError):
        parse("sequenceDiagram\n" + "".join(pieces))


@given(st.text(max_size=200))
def test_any_text_gives_a_model_or_a_diagram_error(text: str) -> None:
    with suppress(DiagramError):
        parse(f"sequenceDiagram\n{text}")
