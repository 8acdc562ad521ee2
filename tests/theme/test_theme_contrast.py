"""Whether a theme can be read: what is measured, what passes, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diagramkit import Theme
from diagramkit.theme.contrast import check_theme, measure_theme
from diagramkit.theme.measurement import Measurement
from diagramkit.theme.model import MODES
from diagramkit.themes import editorial

Load = Callable[[str], Theme]

# What is changed in `editorial`, and what is said: the code, the token, the rest of the words.
ONE_FINDING = {
    "words of a box on its fill": (
        'light: {roles: {primary: {text: "#8A857E"}}}',
        "theme-words-contrast",
        "light.roles.primary.text reaches 3.25:1 on light.roles.primary.fill; needed is 4.5:1; "
        "the nearest that passes is #706B64",
    ),
    "further lines of a box": (
        'dark: {roles: {accent: {muted: "#9A9A9A"}}}',
        "theme-words-contrast",
        "dark.roles.accent.muted reaches 4.29:1 on dark.roles.accent.fill; needed is 4.5:1; "
        "the nearest that passes is #9E9E9E",
    ),
    "title of a group": (
        "light: {group: {text: $accent}}",
        "theme-words-contrast",
        "light.group.text reaches 4.08:1 on light.canvas; needed is 4.5:1; "
        "the nearest that passes is #CF2E25",
    ),
    "words beside an accent edge": (
        "light: {label_accent: $accent}",
        "theme-words-contrast",
        "light.label_accent reaches 4.08:1 on light.canvas; needed is 4.5:1; "
        "the nearest that passes is #CF2E25",
    ),
    "caption": (
        'dark: {caption: "#777777"}',
        "theme-words-contrast",
        "dark.caption reaches 4.00:1 on dark.canvas; needed is 4.5:1; "
        "the nearest that passes is #808080",
    ),
    "edge": (
        'light: {edges: {side: {stroke: "#A9A49C"}}}',
        "theme-line-contrast",
        "light.edges.side.stroke reaches 2.20:1 on light.canvas; needed is 3:1; "
        "the nearest that passes is #908B84",
    ),
    "edge in the colour of the border": (
        "light: {edges: {side: {stroke: $border}}}",
        "theme-line-contrast",
        "light.edges.side.stroke reaches 1.35:1 on light.canvas; needed is 3:1; "
        "the nearest that passes is #8F887F",
    ),
    "border of a box, faint but not the subtle border": (
        'light: {roles: {secondary: {stroke: "#D8D1C6"}}}',
        "theme-line-contrast",
        "light.roles.secondary.stroke reaches 1.35:1 on light.canvas; needed is 3:1; "
        "the nearest that passes is #8F887E",
    ),
    "small type": (
        "type: {label: {size: 11}}",
        "theme-text-size",
        "type.label.size reaches 11.00 units at natural size; needed is 12 units",
    ),
}


@pytest.mark.parametrize(("change", "code", "words"), ONE_FINDING.values(), ids=ONE_FINDING)
def test_what_is_hard_to_read_is_found_with_what_was_measured(
    load: Load, change: str, code: str, words: str
) -> None:
    found = check_theme(load(f"extends: editorial\n{change}\nbudget: {{min_read: 1}}"))
    assert [(each.code, each.message) for each in found] == [(code, words)]


def test_a_measurement_just_below_is_not_rounded_up() -> None:
    missed = Measurement("words", "light.text", "on light.canvas", 4.497, 4.5, ":1")
    assert not missed.passed
    assert "4.49:1" in str(missed)


def test_a_measurement_that_just_reaches_passes() -> None:
    assert Measurement("words", "light.text", "on light.canvas", 4.5, 4.5, ":1").passed


def test_the_subtle_border_is_measured_and_let_pass() -> None:
    borders = [each for each in measure_theme(editorial) if each.exempt]
    assert {each.path for each in borders} == {
        "light.group.stroke",
        "light.roles.secondary.stroke",
        "light.roles.note.stroke",
        "dark.group.stroke",
    }
    assert all(each.measured < each.required for each in borders)


def test_an_accent_in_the_colour_of_the_border_is_not_let_pass(load: Load) -> None:
    theme = load("extends: editorial\nlight: {roles: {accent: {stroke: $border}}}")
    assert "theme-line-contrast" in {found.code for found in check_theme(theme)}


@pytest.mark.parametrize(
    ("line", "accent", "blind_to"),
    [
        ("#6B6B00", "#B84A00", {"protanopia", "deuteranopia"}),
        ("#2F6F8F", "#2A7A55", {"tritanopia"}),
    ],
)
def test_an_accent_that_some_cannot_tell_from_a_line_is_found(
    load: Load, line: str, accent: str, blind_to: set[str]
) -> None:
    theme = load(f'extends: editorial\nlight: {{line: "{line}", accent: "{accent}"}}')
    edges = [
        each.against.rpartition(" ")[2]
        for each in measure_theme(theme)
        if each.path == "light.edges.accent.stroke" and each.kind == "accent" and not each.passed
    ]
    assert blind_to <= set(edges)


def test_an_accent_is_told_from_the_line_as_edge_and_as_border_by_all_three_kinds() -> None:
    found = {
        (each.path, each.against) for each in measure_theme(editorial) if each.kind == "accent"
    }
    assert len(found) == len(MODES) * 2 * 3


def test_edges_and_words_on_a_filled_group_are_measured_there(load: Load) -> None:
    theme = load('extends: editorial\nlight: {group: {fill: "#707070", text: "#FFFFFF"}}')
    paths = {
        found.message.partition(" ")[0]
        for found in check_theme(theme)
        if "on light.group.fill" in found.message
    }
    assert {"light.label", "light.edges.side.stroke", "light.roles.accent.stroke"} <= paths
    assert "light.group.text" not in paths


def test_words_of_a_box_without_a_fill_are_measured_on_the_canvas(load: Load) -> None:
    theme = load("extends: editorial\ndark: {roles: {note: {fill: none, text: $canvas}}}")
    messages = [found.message for found in check_theme(theme)]
    assert messages == [
        "dark.roles.note.text reaches 1.00:1 on dark.canvas; needed is 4.5:1; "
        "the nearest that passes is #808080",
    ]


def test_type_is_measured_as_a_page_shows_it(load: Load) -> None:
    theme = load("extends: editorial\npage: {reading_width: 480}")
    small = [found for found in check_theme(theme) if found.code == "theme-text-size"]
    assert "reaches 7.00 px when 960 is shown 480 wide; needed is 10.3 px" in small[0].message


def test_modes_are_measured_light_before_dark() -> None:
    modes = [each.path.partition(".")[0] for each in measure_theme(editorial)]
    assert list(dict.fromkeys(modes)) == ["light", "dark", "type"]


def test_categories_that_look_alike_to_the_colour_blind_are_a_finding(load: Load) -> None:
    theme = load(
        "extends: editorial\nlight:\n  categories:\n"
        "    second: {stroke: '#3b6ca4'}\n    third: {stroke: '#c0392b'}"
    )
    found = [str(each) for each in check_theme(theme)]
    assert len(found) == 2
    assert found[0].startswith("light.categories.second.stroke reaches")
    assert "from light.categories.first.stroke under" in found[0]
    assert "light.categories.third.stroke" in found[1]
    assert "from light.roles.accent.stroke under" in found[1]
