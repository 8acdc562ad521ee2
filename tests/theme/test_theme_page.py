"""Colours that are safe on a light and on a dark page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit import Theme
from diagramkit.color import contrast
from diagramkit.theme.model import ModeName
from diagramkit.theme.page import PAGES, check_page, measure_page, page_colors
from diagramkit.themes import blueprint, editorial

Load = Callable[[str], Theme]


@pytest.mark.parametrize("theme", [editorial, blueprint])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_built_in_themes_are_safe_on_both_pages(theme: Theme, mode: ModeName) -> None:
    assert check_page(theme, mode) == []


@pytest.mark.parametrize("theme", [editorial, blueprint])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_lines_reach_three_to_one_on_both_pages_and_on_groups(theme: Theme, mode: ModeName) -> None:
    page = page_colors(theme, mode)
    for line in (page.line, page.accent):
        assert min(contrast(line, ground) for ground in (*PAGES, page.group)) >= 3


def test_a_line_of_the_theme_that_is_safe_is_taken() -> None:
    assert page_colors(editorial, "light").line == editorial.light.muted


def test_a_line_that_is_safe_on_one_page_alone_is_moved_in_lightness(load: Load) -> None:
    theme = load(
        "extends: editorial\nlight:\n  muted: '#000000'\n"
        "  edges: {side: {stroke: '#ffffff', stroke_width: 1}}"
    )
    line = page_colors(theme, "light").line
    assert line not in ("#000000", "#ffffff", "#111111")
    assert min(contrast(line, ground) for ground in PAGES) >= 3


def test_no_colour_of_words_is_safe_on_both_pages_so_bare_words_come_near() -> None:
    bare = page_colors(editorial, "light").bare
    assert 4 < min(contrast(bare, ground) for ground in PAGES) < 4.5


def test_a_group_on_which_no_line_can_be_safe_is_a_finding(load: Load) -> None:
    theme = load(
        "extends: editorial\nlight:\n"
        "  group: {fill: '#777777', stroke: '#000000', stroke_width: 1, text: '#000000'}"
    )
    found = [str(each) for each in check_page(theme, "light")]
    assert found
    assert all("light.page." in each for each in found)


def test_every_measurement_names_the_token_and_its_ground() -> None:
    first = measure_page(editorial, "light")[0]
    assert str(first) == "light.page.line reaches 5.36:1 on the page #ffffff; needed is 3:1"
