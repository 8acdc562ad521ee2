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


def labelled(x: float, y: float, line: str = "M140 85 H232") -> str:
    label = f'<text x="{x}" y="{y}" font-family="Arial" font-size="12" fill="#050505">calls</text>'
    return BARE.replace("M140 85 H232", line).replace("  <!-- a", f"  {label}\n  <!-- a")


def test_a_label_is_moved_off_its_line() -> None:
    assert 'x="170" y="81" font' in fixed(labelled(170, 89))


def test_a_label_is_moved_aside_where_that_is_nearer() -> None:
    text = labelled(183, 150, "M186 60 V232")
    assert 'x="190"' in fixed(text)


def test_a_label_without_a_free_place_is_left() -> None:
    lines = "".join(f"M140 {y} H232" for y in range(60, 120, 9))
    assert 'x="170" y="89"' in fixed(labelled(170, 89, lines))


@pytest.mark.parametrize(
    ("line", "safe", "unsafe"),
    [
        ('stroke-width="1.5"', 'stroke-width="1.4"', 'stroke-width="1.4"'),
        ('stroke-width="3"', 'stroke-width="3"', 'stroke-width="2.2"'),
        ('stroke-dasharray="4,4"', 'stroke-dasharray="5 4"', 'stroke-dasharray="5 4"'),
        ('stroke-dasharray="12 6"', 'stroke-dasharray="12 6"', 'stroke-dasharray="5 4"'),
        ('style="stroke-width: 1.3"', 'style="stroke-width: 1.4"', 'style="stroke-width: 1.4"'),
    ],
)
def test_a_connector_gets_widths_and_dashes_of_the_theme(line: str, safe: str, unsafe: str) -> None:
    text = BARE.replace('stroke="#D8382D"', f'stroke="#D8382D" {line}')
    assert safe in fixed(text)
    assert unsafe in fixed(text, unsafe=safe != unsafe)


def test_the_width_of_a_box_is_left() -> None:
    text = BARE.replace('stroke="#111112"', 'stroke="#111112" stroke-width="1.5"')
    assert 'stroke-width="1.5"' in fixed(text)


def test_a_second_run_of_moved_labels_changes_nothing() -> None:
    once = fixed(labelled(170, 89))
    assert fixed(once) == once
