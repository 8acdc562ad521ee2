"""Whatever is written, and whatever becomes of a source: only DiagramError leaves `parse`."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from safety.mutations import ODD
from safety.seeds import RICH

MORE = ("\ue000", "\ud800", "\u00a0", "\u2028", "\ufffe", "\n", " ", ";", "#", "%%", "=", "$$")
SOURCES = {type(parse(text)).__name__: text for text in RICH}
each_kind = pytest.mark.parametrize("kind", SOURCES)


def pieces(text: str) -> st.SearchStrategy[str]:
    """Words and signs of a source, and others that it has not."""
    return st.sampled_from(("", *re.findall(r"\w+|\s+|[^\w\s]+", text), *ODD, *MORE))


def read(text: str) -> None:
    """Read it; anything but DiagramError fails the test."""
    with suppress(DiagramError):
        parse(text)


@given(st.text())
def test_any_text_gives_a_model_or_a_diagram_error(text: str) -> None:
    read(text)


@each_kind
@settings(max_examples=50)
@given(text=st.text(max_size=200))
@example(text="\ud800")
def test_any_statements_give_a_model_or_a_diagram_error(kind: str, text: str) -> None:
    read(f"{keyword(kind)}\n{text}")


@each_kind
@settings(max_examples=150)
@given(data=st.data())
def test_any_pieces_of_a_source_give_a_model_or_a_diagram_error(
    kind: str, data: st.DataObject
) -> None:
    some = data.draw(st.lists(pieces(SOURCES[kind]), max_size=30))
    read(f"{keyword(kind)}\n{''.join(some)}")


@each_kind
@settings(max_examples=150)
@given(data=st.data())
def test_any_change_to_a_source_gives_a_model_or_a_diagram_error(
    kind: str, data: st.DataObject
) -> None:
    text = SOURCES[kind]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(pieces(SOURCES[kind])) + text[end:]
    read(text)


def keyword(kind: str) -> str:
    """The line that a source of the kind begins with."""
    lines = re.sub(r"\A---[\s\S]*?---\n|%%.*\n", "", SOURCES[kind]).splitlines()
    return lines[0]
