"""`%% diagram: critical A --> B`."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse

CHART = "graph LR\nA --> B --> C\nsubgraph g\nD\nend\n"


@pytest.mark.parametrize(
    ("comments", "paths"),
    [
        ("%% diagram: critical A --> B --> C", (("A", "B", "C"),)),
        ("  %%diagram: critical A-->B", (("A", "B"),)),
        ("%% diagram: critical A", (("A",),)),
        ("%% diagram: critical A --> g", (("A", "g"),)),
        (
            "%% diagram: critical A --> B\n%% diagram: critical B --> C",
            (("A", "B"), ("B", "C")),
        ),
        ("%% diagram: an overview", ()),
        ("%% critical A --> B", ()),
        ("%% diagram: criticality A", ()),
    ],
)
def test_the_comment_names_paths(comments: str, paths: tuple[tuple[str, ...], ...]) -> None:
    assert parse(CHART + comments).critical == paths


def test_the_comment_may_come_before_the_diagram() -> None:
    assert parse(f"%% diagram: critical A --> B\n{CHART}").critical == (("A", "B"),)


@pytest.mark.parametrize(
    ("path", "column", "message"),
    [
        ("A --> Bee", 28, 'no node is called "Bee"'),
        ("A --> AAA", 28, 'no node is called "AAA"'),
        ("A --> Bc", 28, 'no node is called "Bc", did you mean "B"?'),
        ("X --> B", 22, 'no node is called "X"'),
        ("A --> ", 28, "expected the name of a node"),
        ("A --> --> B", 28, "expected the name of a node"),
        ("", 22, "expected the name of a node"),
    ],
)
def test_a_name_that_is_none_is_an_error(path: str, column: int, message: str) -> None:
    with pytest.raises(DiagramError) as caught:
        parse(f"{CHART}%% diagram: critical {path}", "a.mmd")
    (found,) = caught.value.diagnostics
    assert str(found.location) == f"a.mmd:6:{column}"
    assert found.message.startswith(message)
    assert found.source_line == f"%% diagram: critical {path}"
