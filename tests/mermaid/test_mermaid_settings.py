"""Settings in a source: the front matter's `config:`, and directives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diagramkit.mermaid.cleaning import clean
from diagramkit.mermaid.settings import read_settings


def settings(text: str, kind: str = "pie") -> dict[str, str]:
    return read_settings(clean(text, "<string>", 1), kind)


def test_front_matter_sets_what_stands_under_its_kind() -> None:
    text = "---\nconfig:\n  pie:\n    textPosition: 0.5\n  theme: base\n---\npie\n"
    assert settings(text) == {"textPosition": "0.5"}


def test_a_directive_sets_what_stands_under_its_kind() -> None:
    assert settings("%%{init: {'pie': {'textPosition': 0.5}}}%%\npie\n") == {"textPosition": "0.5"}


def test_a_directive_may_say_config_for_its_kind() -> None:
    assert settings("%%{initialize: {'config': {'pie': 1, 'a': 'b'}}}%%\npie\n")["a"] == "b"


def test_a_directive_wins_over_the_front_matter() -> None:
    front = "---\nconfig: {pie: {a: 1, b: 2}}\n---\n"
    assert settings(front + '%%{init: {"pie": {"a": 3}}}%%\npie\n') == {"a": "3", "b": "2"}


def test_what_is_not_true_is_empty() -> None:
    assert settings("---\nconfig: {pie: {a: false}}\n---\n%%{init: {'pie': {'b': false}}}%%\n") == {
        "a": "",
        "b": "",
    }


def test_a_directive_that_is_not_json_says_nothing() -> None:
    assert settings("%%{init: {'pie': {'a': 1,}}}%%\npie\n") == {}


def test_lists_and_mappings_are_left_out() -> None:
    assert settings("---\nconfig: {pie: {a: [1], b: {c: d}, e: f}}\n---\npie\n") == {"e": "f"}


@given(st.text(alphabet="{}[]'\": \n,pie1a%", max_size=60))
def test_any_directive_gives_settings(text: str) -> None:
    assert isinstance(settings(f"%%{{init: {{'pie': {text}}}}}%%\npie\n"), dict)
