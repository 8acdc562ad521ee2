"""Repairs: what changes, what stays, and that nothing gets worse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.checking.fixing import fixed_drawing, fixed_mermaid
from diagramkit.theme.load import load_theme

THEME = load_theme("editorial")
BARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">\n'
    '  <rect x="40"   y="60" width="100" height="50" fill="none" stroke="#111112"/>\n'
    '  <text x="60" y="90" font-family="Arial" font-size="14" fill="#050505">box</text>\n'
    '  <rect x="240" y="60" width="100" height="50" fill="none" stroke="#111111"/>\n'
    '  <text x="260" y="90" font-family="Arial" font-size="14" fill="#050505">other</text>\n'
    '  <!-- a comment, kept -->\n  <path d="M140 85 H232" fill="none" stroke="#D8382D"/>\n</svg>\n'
)


def fixed(text: str, *, unsafe: bool = False) -> str:
    return fixed_drawing(text, "two-boxes.svg", THEME, unsafe=unsafe)


@pytest.mark.parametrize(
    "written",
    [
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" '
        'viewBox="0 0 400 300" role="img">',
        "<title>Two boxes</title>",
        "<desc>A drawing with the words: box; other</desc>",
        '<rect width="400" height="300" fill="#F5F1EA"/>',
    ],
)
def test_the_root_gets_what_it_lacks(written: str) -> None:
    assert written in fixed(BARE)


def test_a_colour_near_a_token_becomes_the_token() -> None:
    text = BARE.replace("#111112", "#1A1A1A")
    assert 'stroke="#111111"/>' in fixed(text).splitlines()[4]


def test_a_colour_far_from_all_tokens_is_left() -> None:
    text = BARE.replace("#111112", "#00FF00")
    assert "#00FF00" in fixed(text, unsafe=True)


def test_an_end_a_few_units_short_is_drawn_out() -> None:
    text = BARE.replace("H232", "H231")
    assert 'd="M140 85 H240"' in fixed(text)


def test_an_end_far_off_is_drawn_out_only_when_asked() -> None:
    text = BARE.replace("H232", "H218")
    assert "H218" in fixed(text)
    assert "H240" in fixed(text, unsafe=True)


def test_all_else_stays_as_it_is() -> None:
    lines = fixed(BARE).splitlines()
    assert '  <rect x="40"   y="60" width="100" height="50"' in lines[4]
    assert "  <!-- a comment, kept -->" in lines


def test_a_second_run_changes_nothing() -> None:
    once = fixed(BARE, unsafe=True)
    assert fixed(once, unsafe=True) == once


def test_a_repair_that_makes_it_worse_is_not_made() -> None:
    # Drawn out, the line would run through the words between.
    text = BARE.replace("H232", "H222").replace(
        "</svg>", '<text x="226" y="89" font-family="Arial" font-size="12">no</text></svg>'
    )
    assert "H222" in fixed(text, unsafe=True)


def test_a_clean_drawing_stays_byte_for_byte() -> None:
    clean = fixed(BARE)
    assert fixed(clean) == clean


@given(st.text(alphabet='[](){}"|ABend-->xo;#% \n\t“”', max_size=60))
def test_repairs_of_mermaid_come_to_rest(words: str) -> None:
    text = f"flowchart LR\n{words}"
    once = fixed_mermaid(text, unsafe=True)
    assert fixed_mermaid(once, unsafe=True) == once
