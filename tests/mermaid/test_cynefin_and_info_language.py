"""Cynefin frameworks and `info` are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.cynefin.model import Cynefin


def cynefin(text: str) -> Cynefin:
    model = parse(f"cynefin-beta\n{text}\n", "a.mmd")
    assert isinstance(model, Cynefin)
    return model


def test_domains_hold_their_items_on_one_line_or_more() -> None:
    model = cynefin('complex "a"\n  "b"\n\nclear\n  "c"\ncomplex "d"\nchaotic')
    assert model.of("complex") == ["a", "b", "d"]
    assert model.of("clear") == ["c"]


def test_transitions_have_words_or_none() -> None:
    ways = cynefin('complex --> complicated : "known"\nclear-->chaotic').transitions
    assert [(one.source, one.target, one.label) for one in ways] == [
        ("complex", "complicated", "known"),
        ("clear", "chaotic", ""),
    ]


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("cynefin-beta\nfoo", "2:1", "a domain: complex"),
        ('cynefin-beta\n"a"', "2:1", "a domain: complex"),
        ("cynefin-beta\ncomplex\n a", "3:2", "a domain: complex"),
        ("cynefin-beta\nclear --> complex clear", "2:19", "the end of the line"),
        ("cynefin-beta\nclear --> foo", "2:11", "a domain: complex"),
        ("info x", "1:6", "showInfo, a title or nothing more"),
        ("info\n%% diagram: critical A", "2:22", "no node is called"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        parse(f"{text}\n", "a.mmd")
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)
