"""`diagrams render -c`: configurations of mermaid-cli."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit import render

Run = Callable[..., Any]
FLOW = "flowchart LR\n  a --> b\n"


@pytest.fixture(autouse=True)
def _flow(run: Run) -> None:  # noqa: ARG001 (it changes the folder)
    Path("flow.mmd").write_text(FLOW)


def drawn(run: Run, config: object, *more: str) -> Any:
    Path("mermaid.json").write_text(json.dumps(config))
    return run("render", "flow.mmd", "-o", "-", "-c", "mermaid.json", *more)


@pytest.mark.parametrize(
    ("config", "options"),
    [
        ({"theme": "dark"}, {"mode": "dark"}),
        ({"theme": "forest"}, {"mode": "light"}),
        ({"theme": "base", "themeVariables": {"darkMode": True}}, {"mode": "dark"}),
        ({"themeVariables": {"background": "white"}}, {"background": "#FFFFFF"}),
        ({"themeVariables": {"background": "transparent"}}, {"background": "transparent"}),
    ],
)
def test_what_means_the_same_is_taken(run: Run, config: object, options: dict[str, Any]) -> None:
    ran = drawn(run, config)
    assert ran.err == ""
    assert ran.out.decode() == render(FLOW, name="flow", **options).svg


def test_options_go_before_it(run: Run) -> None:
    assert drawn(run, {"theme": "dark"}, "--mode", "light").out == drawn(run, {}).out


def test_what_has_no_effect_is_named(run: Run) -> None:
    ran = drawn(run, {"fontSize": 12, "themeVariables": {"primaryColor": "red"}})
    assert ran.status == 0
    assert "mermaid.json:1:1: warning: fontSize has no effect" in ran.err
    assert "themeVariables.primaryColor has no effect" in ran.err


@pytest.mark.parametrize("text", ["{", "[]", "\udcff", "[" * 100_000])
def test_what_is_no_configuration_is_refused(run: Run, text: str) -> None:
    Path("mermaid.json").write_text(text, errors="surrogateescape")
    ran = run("render", "flow.mmd", "-c", "mermaid.json")
    assert ran.status == 2
    assert ran.err.startswith("mermaid.json:1:1: ")
