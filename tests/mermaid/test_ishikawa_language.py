"""Fishbone diagrams are read as Mermaid reads them."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.ishikawa.model import Ishikawa


def fishbone(text: str) -> Ishikawa:
    model = parse(text, "a.mmd")
    assert isinstance(model, Ishikawa)
    return model


def depths(text: str) -> list[tuple[str, int]]:
    return [(cause.text, cause.depth) for cause in fishbone(f"ishikawa\n{text}").causes]


def test_the_first_line_is_the_effect_wherever_it_stands() -> None:
    assert fishbone("ishikawa-beta\n      Late\n  A\n").effect == "Late"
    assert fishbone("ishikawa Late\n  A\n").effect == "Late"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E\nA\n  a\nB\n", [("A", 1), ("a", 2), ("B", 1)]),
        ("  E\n  A\n    a\n  B\n", [("A", 1), ("a", 2), ("B", 1)]),
        ("E\n    A\n  B\n", [("A", 1), ("B", 1)]),
        ("E\nA\n      a\n   b\n", [("A", 1), ("a", 2), ("b", 2)]),
    ],
)
def test_levels_count_from_the_first_cause(text: str, found: list[tuple[str, int]]) -> None:
    assert depths(text) == found


def test_blank_lines_and_comments_are_passed_over() -> None:
    assert depths("E\n\n%% a comment\nA\n\n  a\n") == [("A", 1), ("a", 2)]


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("ishikawa\n", "1:9", "expected the effect"),
        ("ishikawa\nE\n  Ishikawa chart\n", "3:3", "begin a diagram"),
    ],
)
def test_what_mermaid_refuses_is_refused_at_its_place(text: str, place: str, wanted: str) -> None:
    with pytest.raises(DiagramError) as caught:
        fishbone(text)
    assert f"a.mmd:{place}: " in str(caught.value)
    assert wanted in str(caught.value)


def test_depth_is_bounded() -> None:
    lines = "".join(f"{' ' * place}cause\n" for place in range(60))
    with pytest.raises(DiagramError, match="at most"):
        fishbone(f"ishikawa\nE\n{lines}")
