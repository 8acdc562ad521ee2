"""Directives, by the rules `keep`, `always` and `never`."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

Sync = Callable[..., str]
SEQUENCE = "sequenceDiagram\n  A->>B: hello\n"
THEMED = '%%{init: {"theme": "base", "themeVariables": {"actorBkg": "#eef6ff"}}}%%\n'


def settings(text: str) -> dict[str, object]:
    """What the directive in the first line of a diagram says."""
    line = text.partition("\n")[0]
    read = json.loads(line.removeprefix("%%{init: ").removesuffix("}%%"))
    assert isinstance(read, dict)
    return read


def test_keep_adds_none(sync: Sync) -> None:
    assert sync(SEQUENCE) == SEQUENCE


def test_keep_rewrites_the_one_that_is_there(sync: Sync) -> None:
    synced = sync(THEMED + SEQUENCE)
    assert synced.endswith("}%%\n" + SEQUENCE)
    variables = settings(synced)["themeVariables"]
    assert isinstance(variables, dict)
    assert variables["actorBkg"] == "#F5F1EA"
    assert variables["signalColor"] == "#6F6A63"


def test_other_settings_stay(sync: Sync) -> None:
    text = "%%{init: {'theme': 'dark', 'layout': 'elk', 'sequence': {'width': 9}}}%%\n" + SEQUENCE
    said = settings(sync(text))
    assert (said["theme"], said["layout"], said["sequence"]) == ("base", "elk", {"width": 9})


def test_a_directive_over_several_lines_becomes_one_line(sync: Sync) -> None:
    text = '%%{\n  init: {\n    "theme": "dark"\n  }\n}%%\n' + SEQUENCE
    assert sync(text).count("\n") == SEQUENCE.count("\n") + 1


@pytest.mark.parametrize("rule", ["keep", "always", "never"])
@pytest.mark.parametrize("text", [THEMED + SEQUENCE, SEQUENCE, "flowchart LR\n A --> B"])
def test_a_second_run_changes_nothing(sync: Sync, text: str, rule: str) -> None:
    once = sync(text, directive=rule)
    assert sync(once, directive=rule) == once


@pytest.mark.parametrize(
    "directive",
    ['%%{init: {"sequence": {"width": 9}}}%%', "%%{init: no json}%%", "%%{wrap}%%"],
)
def test_keep_leaves_a_directive_that_says_nothing_of_the_theme(sync: Sync, directive: str) -> None:
    text = f"{directive}\n{SEQUENCE}"
    assert sync(text) == text


def test_always_adds_one_above_the_diagram(sync: Sync) -> None:
    synced = sync("%% words\n  " + SEQUENCE, directive="always")
    assert synced.startswith('%% words\n  %%{init: {"theme": "base"')
    assert synced.endswith("}%%\n  " + SEQUENCE)


def test_always_adds_the_theme_to_a_directive_without_one(sync: Sync) -> None:
    text = '%%{init: {"sequence": {"width": 9}}}%%\n' + SEQUENCE
    said = settings(sync(text, directive="always"))
    assert (said["theme"], said["sequence"]) == ("base", {"width": 9})


def test_never_takes_the_line_away(sync: Sync) -> None:
    assert sync(THEMED + SEQUENCE, directive="never") == SEQUENCE


def test_never_leaves_what_says_nothing_of_the_theme(sync: Sync) -> None:
    text = '%%{init: {"theme": "dark", "sequence": {"width": 9}}}%%\n' + SEQUENCE
    assert settings(sync(text, directive="never")) == {"sequence": {"width": 9}}
