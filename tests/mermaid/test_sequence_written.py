"""Sequence diagrams written by the grammar are read, with all that is in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from hypothesis import given

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
