"""Colours measured, against values that others have published."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagramkit.color import DEFICIENCIES, Deficiency, contrast, difference, simulate

CHANNEL = st.integers(0, 255)
COLORS = st.builds("#{:02x}{:02x}{:02x}".format, CHANNEL, CHANNEL, CHANNEL)


@given(COLORS, COLORS)
def test_contrast_lies_between_1_and_21_in_either_order(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) <= 21
    assert contrast(one, other) == contrast(other, one)


@given(COLORS)
def test_a_colour_has_no_contrast_with_itself_and_no_difference(color: str) -> None:
    assert contrast(color, color) == 1
    assert difference(color, color) == 0


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#D9392E", "#F5F1EA", 4.08),
        ("#D9392E", "#171717", 3.91),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_difference_of_black_and_white_is_100() -> None:
    assert difference("#000000", "#FFFFFF") == pytest.approx(100, abs=0.01)


@given(COLORS, COLORS)
def test_difference_is_the_same_in_either_order(one: str, other: str) -> None:
    assert difference(one, other) == pytest.approx(difference(other, one), abs=1e-9)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@given(color=COLORS)
def test_what_the_colour_blind_see_is_a_colour_of_six_digits(
    deficiency: Deficiency, color: str
) -> None:
    assert re.fullmatch("#[0-9a-f]{6}", simulate(color, deficiency))


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@given(level=CHANNEL)
def test_the_colour_blind_see_greys_as_they_are(deficiency: Deficiency, level: int) -> None:
    grey = f"#{level:02x}{level:02x}{level:02x}"
    assert difference(simulate(grey, deficiency), grey) < 1


@pytest.mark.parametrize(
    ("one", "other", "deficiency"),
    [
        # Pairs that differ in nothing but what the missing cone tells apart.
        ("#C07040", "#808000", "deuteranopia"),
        ("#A05A5A", "#68685A", "protanopia"),
        ("#4060A0", "#3A7070", "tritanopia"),
    ],
)
def test_a_deficiency_brings_the_colours_it_confuses_together(
    one: str, other: str, deficiency: Deficiency
) -> None:
    seen = difference(simulate(one, deficiency), simulate(other, deficiency))
    assert seen < difference(one, other) / 2


def test_red_and_green_stay_apart_under_tritanopia() -> None:
    seen = difference(simulate("#C00000", "tritanopia"), simulate("#008000", "tritanopia"))
    assert seen > 50


def test_the_library_of_colours_is_loaded_at_the_first_measurement() -> None:
    code = "import sys, diagramkit.color; print('coloraide' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
