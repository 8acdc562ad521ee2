"""The theme that the front matter of a diagram sets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

Sync = Callable[..., str]
BODY = "sequenceDiagram\nA->>B: x\n"


def config(text: str) -> dict[str, object]:
    """The `config` of a diagram's front matter."""
    found = yaml.safe_load(text.split("---\n")[1])["config"]
    assert isinstance(found, dict)
    return found


def test_a_theme_becomes_the_base_with_the_variables_of_the_theme(sync: Sync) -> None:
    text = f"---\ntitle: x\nconfig:\n  look: handDrawn\n  theme: dark # night\n---\n{BODY}"
    synced = sync(text)
    assert synced.startswith(
        "---\ntitle: x\nconfig:\n  look: handDrawn\n  theme: base # night\n  themeVariables: {"
    )
    assert synced.endswith(f'"\n---\n{BODY}')
    variables = config(synced)["themeVariables"]
    assert isinstance(variables, dict)
    assert (variables["signalColor"], variables["darkMode"]) == ("#6F6A63", False)


def test_variables_of_another_theme_are_replaced(sync: Sync) -> None:
    text = (
        "---\nconfig:\n  themeVariables:\n    actorBkg: '#eef6ff'\n    lineColor: \"#475569\"\n\n"
        f"  sequence:\n    width: 9\n---\n{BODY}"
    )
    found = config(sync(text))
    variables = found["themeVariables"]
    assert isinstance(variables, dict)
    assert variables["actorBkg"] == "#F5F1EA"
    assert (variables["lineColor"], found["sequence"]) == ("#6F6A63", {"width": 9})


def test_declarations_of_a_theme_before_are_replaced(sync: Sync) -> None:
    text = f"---\nconfig:\n  theme: base\n  themeCSS: '.note {{fill: pink}}'\n---\n{BODY}"
    style = config(sync(text))["themeCSS"]
    assert ".messageText" in str(style)
    assert "pink" not in str(style)


def test_settings_that_paint_stand_beside_those_of_the_author(sync: Sync) -> None:
    matter = "config:\n  theme: dark\n  c4:\n    c4ShapeInRow: 2"
    found = config(sync(f"---\n{matter}\n---\nC4Context\nPerson(a, b)\n"))["c4"]
    assert isinstance(found, dict)
    assert (found["c4ShapeInRow"], found["person_bg_color"]) == (2, "#F5F1EA")


def test_no_variables_are_taken_for_missing_ones(sync: Sync) -> None:
    synced = sync(f"---\nconfig:\n  themeVariables:\n---\n{BODY}")
    assert config(synced)["themeVariables"]


@pytest.mark.parametrize(
    "matter",
    ["title: x", "config:\n  look: classic", "config: {theme: dark}", "config:", "config: [1]"],
)
def test_front_matter_that_sets_no_theme_line_by_line_stays(sync: Sync, matter: str) -> None:
    text = f"---\n{matter}\n---\n{BODY}"
    assert sync(text) == text


def test_never_takes_the_lines_away(sync: Sync) -> None:
    text = (
        "---\nconfig:\n  theme: dark\n  layout: elk\n  themeVariables:\n    lineColor: '#fff'\n"
        f"---\n{BODY}"
    )
    assert sync(text, directive="never") == f"---\nconfig:\n  layout: elk\n---\n{BODY}"


def test_always_adds_no_directive_to_a_theme_in_front_matter(sync: Sync) -> None:
    assert "%%{" not in sync(f"---\nconfig:\n  theme: dark\n---\n{BODY}", directive="always")


@pytest.mark.parametrize("rule", ["keep", "always", "never"])
@pytest.mark.parametrize(
    "matter",
    [
        "config:\n  theme: dark",
        "config:\n  theme: base\n  themeVariables:\n    lineColor: '#fff'",
        "config:\n  themeVariables: {lineColor: '#fff'}",
        "config:\n  theme:",
    ],
)
@pytest.mark.parametrize("body", [BODY, "flowchart LR\n  A --> B\n"])
def test_a_second_run_changes_nothing(sync: Sync, matter: str, body: str, rule: str) -> None:
    once = sync(f"---\n{matter}\n---\n{body}", directive=rule)
    assert sync(once, directive=rule) == once


def test_in_a_quote_the_marks_are_led_on(sync: Sync) -> None:
    text = "> ```mermaid\n> ---\n> config:\n>   theme: dark\n> ---\n> pie\n> ```\n"
    synced = sync(text, markdown=True)
    assert "\n>   theme: base\n>   themeVariables: {" in synced
    assert "\n>   themeCSS: " in synced
    assert synced.endswith('"\n> ---\n> pie\n> ```\n')
