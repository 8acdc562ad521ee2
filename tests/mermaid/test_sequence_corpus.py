"""Sequence diagrams from public repositories are read as Mermaid itself reads them.

Mermaid gives the participants in their order and one line for all that happens: messages by the
number of their arrow (`LINETYPE` in its `sequenceDb.ts`), and so are notes, the beginnings and
ends of fragments and of activations. Both sides are written as such lines here. Mermaid's words
have tags and entities in them; white space is levelled on both sides, since a line break and a
space are the same word boundary.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.sequence.model import (
    Activation,
    Fragment,
    Item,
    Message,
    Note,
    Sequence,
)

Rows = list[dict[str, Any]]
Corpus = Callable[..., Rows]
Line = tuple[object, ...]

_HALVES = ("half-top", "half-bottom", "stick-top", "stick-bottom")
ARROWS = {
    ("solid", "none", "arrow"): 0,
    ("dotted", "none", "arrow"): 1,
    ("solid", "none", "cross"): 3,
    ("dotted", "none", "cross"): 4,
    ("solid", "none", "none"): 5,
    ("dotted", "none", "none"): 6,
    ("solid", "none", "open"): 24,
    ("dotted", "none", "open"): 25,
    ("solid", "arrow", "arrow"): 33,
    ("dotted", "arrow", "arrow"): 34,
    **{("solid", "none", half): 41 + index for index, half in enumerate(_HALVES)},
    **{("solid", half, "none"): 45 + index for index, half in enumerate(_HALVES)},
    **{("dotted", "none", half): 51 + index for index, half in enumerate(_HALVES)},
    **{("dotted", half, "none"): 55 + index for index, half in enumerate(_HALVES)},
}
NOTE, BEGINS, ENDS, NUMBERS, AT_TARGET, AT_SOURCE, OVERLAPPING = 2, 17, 18, 26, 59, 60, 32
OPENINGS = {"loop": 10, "alt": 12, "opt": 15, "par": 19, "rect": 22, "critical": 27, "break": 30}
DIVISIONS = {"alt": 13, "par": 20, "critical": 28}
CLOSINGS = {"loop": 11, "alt": 14, "opt": 16, "par": 21, "rect": 23, "critical": 29, "break": 31}
PLACEMENTS = {"left": 0, "right": 1, "over": 2}


def seen(raw: str) -> str:
    """The words in a text as Mermaid reports it, which has its entities in a form of its own."""
    text = raw.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    return level(html.unescape(re.sub(r"<br\s*/?>", " ", text)))


def level(text: str) -> str:
    return " ".join(text.split())


def theirs(model: dict[str, Any]) -> Iterator[Line]:
    """One line for each thing that Mermaid read, its numbers counted as its renderer does."""
    for actor in model["actors"]:
        yield "participant", actor["name"], seen(actor["description"]), actor["type"]
    number, step, shown = 1.0, 1.0, False
    for entry in model["messages"]:
        kind = entry["type"]
        if kind == NUMBERS:
            number = entry["message"].get("start") or number
            step = entry["message"].get("step") or step
            shown = entry["message"]["visible"]
            continue
        label = ""
        if kind in ARROWS.values():
            label = f"{number:g}" if shown else ""
            number = round(number + step, 2)
        words = seen(entry["message"])
        yield kind, entry.get("from"), entry.get("to"), words, entry.get("placement"), label


def ours(diagram: Sequence) -> Iterator[Line]:
    """The same lines for what was read here."""
    for each in diagram.participants:
        yield "participant", each.id, level(each.text), each.type
    yield from _items(diagram.items)


def _items(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, Message):
            yield from _message(item)
        elif isinstance(item, Note):
            ends = (item.participants[0], item.participants[-1])
            yield NOTE, *ends, level(item.text), PLACEMENTS[item.placement], ""
        elif isinstance(item, Activation):
            yield BEGINS if item.begins else ENDS, item.participant, None, "", None, ""
        elif isinstance(item, Fragment):
            yield from _fragment(item)


def _message(message: Message) -> Iterator[Line]:
    arrow = ARROWS[message.line, message.tail, message.head]
    text = level(message.text)
    yield arrow, message.source, message.target, text, None, message.number
    at_source, at_target = message.central
    if at_target:
        yield AT_TARGET, message.target, None, "", None, ""
    if at_source:
        yield AT_SOURCE, message.source, None, "", None, ""


def _fragment(fragment: Fragment) -> Iterator[Line]:
    kind = OVERLAPPING if fragment.is_overlapping else OPENINGS[fragment.kind]
    for section in fragment.sections:
        yield kind, None, None, level(fragment.fill or section.text), None, ""
        yield from _items(section.items)
        kind = DIVISIONS.get(fragment.kind, kind)
    yield CLOSINGS[fragment.kind], None, None, "", None, ""


@pytest.mark.parametrize("name", ["real", "docs"])
def test_sequence_diagrams_are_read_as_mermaid_reads_them(corpus: Corpus, name: str) -> None:
    rows = corpus(name, "sequence")
    assert rows
    different = [
        row["id"] for row in rows if [*ours(parse(row["text"]))] != [*theirs(row["model"])]
    ]
    assert different == []


@pytest.mark.parametrize("name", ["real", "docs"])
def test_boxes_hold_those_whom_mermaid_puts_in_them(corpus: Corpus, name: str) -> None:
    boxed = 0
    for row in corpus(name, "sequence"):
        frames = parse(row["text"]).frames
        read = {who: frame for frame in frames for who in frame.participants}
        wanted = {each["name"]: each["box"] for each in row["model"]["actors"] if "box" in each}
        assert read.keys() == wanted.keys()
        for who, title in wanted.items():
            # Without a browser Mermaid takes some colours for words of the title.
            assert f"{read[who].fill} {read[who].text}".endswith(seen(title or ""))
        boxed += len(wanted)
    assert boxed
