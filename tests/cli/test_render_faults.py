"""`diagrams render` looks at what it drew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.lint import Fault, Rule

Run = Callable[..., Any]
SOURCE = "flowchart LR\n  A --> B\n"


@pytest.fixture(autouse=True)
def _a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every box is found to overlap another."""
    rule = Rule(
        "box-overlaps-box",
        "error",
        "",
        lambda sheet: (Fault("too near", (shape.key,), shape.rect) for shape in sheet.shapes),
    )
    monkeypatch.setattr("diagramkit.lint._weighing", lambda *_: (rule,))


@pytest.mark.parametrize("arguments", ["render a.mmd", "render a.mmd -o -"])
def test_a_fault_of_the_drawing_is_told_at_its_place_and_is_no_failure(
    run: Run, arguments: str
) -> None:
    Path("a.mmd").write_text(SOURCE)
    ran = run(*arguments.split())
    assert "a.mmd:2:3: warning: too near [box-overlaps-box]" in ran.err
    assert ran.status == 0


def test_a_comment_in_the_source_keeps_it_quiet(run: Run) -> None:
    Path("a.mmd").write_text(f"{SOURCE}  %% diagram: ignore box-overlaps-box\n")
    assert "too near" not in run("render", "a.mmd").err
