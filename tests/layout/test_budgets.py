"""What a chart of boxes and lines exceeds of its theme's budgets."""

from __future__ import annotations

from typing import Any

import pytest

from diagramkit import DiagramError, render
from diagramkit.golden.looks import with_tokens
from diagramkit.themes import editorial


def codes(source: str, **budget: Any) -> list[str]:
    """The codes of the warnings of a chart, one budget alone kept to."""
    loose = {"accent_share": 1.0, "accent_paths": 99, "classes": 99, "group_depth": 99}
    tokens = {f"budget.{name}": value for name, value in (loose | budget).items()}
    drawing = render(f"flowchart TB\n{source}", theme=with_tokens(editorial, tokens))
    return [warning.code for warning in drawing.warnings if warning.code != "unknown-class"]


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("a --> b --> c", 0),
        ("a:::accent --> b:::accent --> c", 1),
        ("a:::accent --> b --> c:::accent", 2),
        ("a ==> b ==> c\nc --> d --> e", 1),
        ("%% diagram: critical a --> g\nsubgraph g\nb:::accent\nend\na --> g", 1),
        ("%% diagram: critical a --> b --> c\na --> b --> c\nc --> d --> e --> f --> g", 1),
    ],
)
def test_accent_paths_that_do_not_touch_are_counted(source: str, paths: int) -> None:
    assert codes(source, accent_paths=paths) == []
    assert not paths or codes(source, accent_paths=paths - 1) == ["accent-not-one-path"]


@pytest.mark.parametrize(
    ("source", "classes"),
    [
        ("a --> b", 0),
        ("classDef unused fill:#fff\na --> b", 0),
        ("a:::note --> b:::note", 1),
        ("a:::note --> b:::secondary\nsubgraph g\nc\nend\nclass g z", 3),
    ],
)
def test_classes_in_use_are_counted(source: str, classes: int) -> None:
    assert codes(source, classes=classes) == []
    assert not classes or codes(source, classes=classes - 1) == ["too-many-classes"]


def nested(depth: int) -> str:
    names = [f"g{level}" for level in range(depth)]
    return "\n".join([*(f"subgraph {name}" for name in names), "a --> b", *["end"] * depth])


@pytest.mark.parametrize("depth", [0, 1, 2, 5])
def test_the_depth_of_groups_is_measured(depth: int) -> None:
    source = f"{nested(depth)}\nsubgraph beside\nc\nend" if depth else "a --> b"
    assert codes(source, group_depth=depth) == []
    assert not depth or codes(source, group_depth=depth - 1) == ["deep-groups"]


def test_groups_in_each_other_in_any_order_are_measured_in_little_time() -> None:
    assert "deep-groups" in codes(nested(60), group_depth=59)


def test_a_warning_says_what_to_do() -> None:
    drawing = render("flowchart TB\n  a:::accent --> b --> c:::accent\n  b --> d & e & f & g & h")
    (warning,) = drawing.warnings
    assert warning.message == (
        "2 accent paths that do not touch, more than 1: keep `accent` for one critical path"
    )


@pytest.mark.parametrize("kind", ["flowchart", "state"])
def test_groups_deeper_than_can_be_placed_are_refused_with_their_place(kind: str) -> None:
    if kind == "flowchart":
        lines = [f"subgraph g{level}" for level in range(101)] + ["a", *["end"] * 101]
        text = "\n".join(["flowchart TB", *lines, ""])
    else:
        lines = [f"state g{level} {{" for level in range(101)] + ["a", *["}"] * 101]
        text = "\n".join(["stateDiagram-v2", *lines, ""])
    with pytest.raises(DiagramError, match="more than 100 deep") as caught:
        render(text, path="a.mmd")
    assert caught.value.diagnostics[0].location is not None
