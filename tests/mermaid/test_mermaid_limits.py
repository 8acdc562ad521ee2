"""Limits that several kinds share: beyond them a diagram is refused, with the place."""

from __future__ import annotations

import pytest

from diagramkit import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.limits import MAX_NAME

LONG = "x" * (MAX_NAME + 1)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (f"graph TD\n{LONG} --> B", "2:1"),
        (f"graph TD\nsubgraph {LONG}\nA\nend", "2:1"),
        (f"sequenceDiagram\nparticipant {LONG}", "2:13"),
        (f"sequenceDiagram\nA->>{LONG}: words", "2:5"),
        (f"stateDiagram-v2\nA --> {LONG}", "2:7"),
        (f"classDiagram\nclass {LONG}", "2:7"),
        (f"classDiagram\nnamespace {LONG} {{\nclass A\n}}", "2:1"),
        (f"erDiagram\n{LONG}", "2:1"),
    ],
)
def test_a_name_beyond_the_limit_is_refused(source: str, place: str) -> None:
    with pytest.raises(DiagramError) as caught:
        parse(source)
    [found] = caught.value.diagnostics
    assert found.code == "mermaid-limit"
    assert str(found).startswith(f"<string>:{place}: a name has {MAX_NAME} characters at most")


@pytest.mark.parametrize(
    "source",
    [
        "graph TD\n{} --> B",
        "sequenceDiagram\nparticipant {}",
        "stateDiagram-v2\nA --> {}",
        "classDiagram\nclass {}",
        "erDiagram\n{}",
    ],
)
def test_a_name_at_the_limit_is_read(source: str) -> None:
    parse(source.format("x" * MAX_NAME))
