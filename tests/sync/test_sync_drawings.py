"""Drawings by hand in step with the theme, and their dark twins."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagramkit import render
from diagramkit.checking.drawings import check_drawing
from diagramkit.sync.drawings import SyncedDrawing, sync_drawing
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import Theme

HOUSE = load_theme("editorial")
FIGURE = Path("figure.svg")
DRAWING = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120" role="img">
  <title>Flow</title><desc>A flow.</desc>
  <style>
    .box { fill: none; stroke: #111111; stroke-width: 1.4px; }
    .hot { stroke: #D9392E; } /* a comment */
    .words { font: 14px Arial; fill: #050505; }
    .red { fill: #d9392e; }
  </style>
  <rect width="300" height="120" fill="#F5F1EA"/>
  <rect class="box" x="20" y="40" width="100" height="40"/>
  <rect class="box hot" x="160" y="40" width="100" height="40"/>
  <text class="words" x="40" y="64">plain</text>
  <text class="words red" x="180" y="64">hot</text>
</svg>
"""


def changed(**tokens: object) -> Theme:
    return HOUSE.replace(light=HOUSE.light.replace(**tokens))


def synced(text: str = DRAWING, theme: Theme = HOUSE, twin: str | None = None) -> SyncedDrawing:
    found = sync_drawing(text, FIGURE, theme, twin)
    assert found
    return found


def test_a_drawing_in_step_is_left_as_it_is() -> None:
    assert synced().text == DRAWING


def test_a_changed_token_is_rewritten_and_nothing_else() -> None:
    twin = synced().twin
    after = synced(theme=changed(accent="#B00020"), twin=twin)
    assert after.text == DRAWING.replace("#D9392E", "#B00020").replace("#d9392e", "#B00020")
    assert after.findings[0].message == "stroke #D9392E is #B00020 now (accent)"


def test_a_drawing_in_the_colours_of_the_house_theme_follows_another() -> None:
    light = HOUSE.light
    theme = changed(
        accent="#B00020",
        roles=light.roles.replace(accent=light.roles.accent.replace(stroke="#B00020")),
        edges=light.edges.replace(accent=light.edges.accent.replace(stroke="#B00020")),
    )
    assert synced(theme=theme).text.count("#B00020") == 2


def test_tokens_may_change_again_and_again() -> None:
    first = synced(theme=changed(accent="#B00020"), twin=synced().twin)
    second = synced(first.text, changed(accent="#004488"), first.twin)
    assert second.text == DRAWING.replace("#D9392E", "#004488").replace("#d9392e", "#004488")


def test_a_second_run_finds_nothing() -> None:
    first = synced()
    assert synced(first.text, twin=first.twin) == SyncedDrawing(DRAWING, first.twin, ())


def test_a_width_follows_its_token() -> None:
    primary = HOUSE.light.roles.primary.replace(stroke_width=1.8)
    theme = changed(roles=HOUSE.light.roles.replace(primary=primary))
    assert "stroke-width: 1.8" in synced(theme=theme, twin=synced().twin).text


def test_the_width_of_lines_follows_its_own_token_where_boxes_are_as_thick() -> None:
    line = '<path d="M120 60 H160" fill="none" stroke="#111111" stroke-width="1.4"/>'
    text = DRAWING.replace("</svg>", f"  {line}\n</svg>")
    theme = changed(
        edges=HOUSE.light.edges.replace(main=HOUSE.light.edges.main.replace(stroke_width=2))
    )
    after = synced(text, theme, synced(text).twin)
    assert after.text == text.replace('stroke-width="1.4"', 'stroke-width="2"')


def test_the_dark_twin_is_in_the_colours_of_dark_mode() -> None:
    twin = synced().twin
    assert twin
    dark = HOUSE.dark
    assert f'height="120" fill="{dark.canvas}"' in twin
    assert f"stroke: {dark.line}; stroke-width: 1.4px" in twin


def test_words_in_accent_that_could_not_be_read_on_dark_are_in_the_colour_of_words() -> None:
    twin = synced().twin
    assert twin
    assert f".red {{ fill: {HOUSE.dark.label_accent}; }}" in twin


def test_nothing_in_a_dark_twin_is_hard_to_read() -> None:
    found, _ = check_drawing(synced().twin or "", "figure.dark.svg", HOUSE, "dark")
    assert [each.code for each in found if each.code in ("low-contrast", "off-palette")] == []


def test_what_is_black_by_default_is_light_in_the_twin() -> None:
    bare = DRAWING.replace("fill: #050505;", "")
    found, _ = check_drawing(synced(bare).twin or "", "figure.dark.svg", HOUSE, "dark")
    assert [each.message for each in found if each.code == "low-contrast"] == []


@pytest.mark.parametrize(
    "text",
    [
        DRAWING.replace("#111111", "#1f77b4").replace("#050505", "#222288").replace("A", "B"),
        DRAWING.replace("<style>", "<style>@media (prefers-color-scheme: dark) { text {} }"),
        render("flowchart LR\n  A --> B\n").svg,
    ],
    ids=["other colours", "follows the reader", "drawn by diagramkit"],
)
def test_other_drawings_are_left_alone(text: str) -> None:
    text = text.replace("#F5F1EA", "#ffeecc") if "1f77b4" in text else text
    assert sync_drawing(text, FIGURE, HOUSE, None) is None


def test_a_twin_by_hand_is_kept() -> None:
    assert synced(twin=DRAWING).twin is None


@pytest.mark.parametrize("stamp", ["{}", '{"tokens": 1}', '{"tokens": {"accent": ""}}', "{x}"])
def test_a_twin_whose_stamp_is_broken_is_written_anew(stamp: str) -> None:
    assert synced(twin=f"<!-- diagrams sync {stamp} -->\n<svg/>").twin == synced().twin
