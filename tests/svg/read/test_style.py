"""What things look like: the cascade, colours, opacity, modes."""

from __future__ import annotations

import pytest

from diagramkit.scene import Mark, Text
from svg.read.reading import only, reading

SHAPE = '<rect class="a" id="r" width="90" height="50"/>'


def fill(body: str, **options: str) -> str:
    item = only(body, **options)
    assert isinstance(item, Mark)
    return item.paint.fill


def test_what_nobody_paints_is_black() -> None:
    assert fill(SHAPE) == "#000000"


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("rect { fill: #111111 }", "#111111"),
        (".a { fill: #111111 } rect { fill: #222222 }", "#111111"),
        ("#r { fill: #111111 } .a { fill: #222222 }", "#111111"),
        (".a { fill: #111111 } .a { fill: #222222 }", "#222222"),
        ("rect { fill: #111111 !important } #r { fill: #222222 }", "#111111"),
        ("svg > rect.a { fill: #111111 }", "#111111"),
        ("g rect { fill: #111111 }", "#000000"),
        ("rect:first-of-type { fill: #111111 }", "#111111"),
        ("@media print { rect { fill: #111111 } }", "#000000"),
        ("@media screen { rect { fill: #111111 } }", "#111111"),
        ("rect { fill: nonsense } ", "#000000"),
        (":root { --ink: #111111 } rect { fill: var(--ink) }", "#111111"),
        ("rect { fill: var(--none, #222222) }", "#222222"),
        (":root { color: #111111 } rect { fill: currentColor }", "#111111"),
        ("rect { fill: rgb(17 17 17) }", "#111111"),
        ("rect { fill: hsl(0 100% 50%) }", "#ff0000"),
        ("rect:hover { fill: #111111 }", "#000000"),
    ],
)
def test_style_sheets_hold_by_specificity(sheet: str, expected: str) -> None:
    assert fill(f"<style>{sheet}</style>{SHAPE}") == expected


def test_a_style_attribute_goes_before_sheets_and_attributes() -> None:
    body = (
        "<style>rect { fill: #222222 }</style>"
        '<rect fill="#333333" style="fill:#111111" width="9" height="9"/>'
    )
    assert fill(body) == "#111111"


def test_a_sheet_goes_before_an_attribute() -> None:
    body = '<style>rect { fill: #222222 }</style><rect fill="#333333" width="9" height="9"/>'
    assert fill(body) == "#222222"


@pytest.mark.parametrize(("mode", "expected"), [("light", "#111111"), ("dark", "#eeeeee")])
def test_each_mode_has_its_own_reading(mode: str, expected: str) -> None:
    sheet = "rect { fill: #111111 } @media (prefers-color-scheme: dark) { rect { fill: #eeeeee } }"
    assert fill(f"<style>{sheet}</style>{SHAPE}", mode=mode) == expected


def test_a_translucent_fill_is_blended_with_what_is_below() -> None:
    body = '<rect width="400" height="300" fill="#ffffff"/>' + SHAPE.replace(
        "/>", ' fill="#000000" fill-opacity="0.5"/>'
    )
    assert fill(body) == "#808080"


def test_a_gradient_counts_as_its_middle_and_is_named() -> None:
    body = (
        '<defs><linearGradient id="g"><stop stop-color="#000000"/>'
        '<stop offset="1" stop-color="#ffffff"/></linearGradient></defs>'
        '<rect width="90" height="50" fill="url(#g)"/>'
    )
    found = reading(body)
    (mark,) = found.scene.primitives
    assert isinstance(mark, Mark)
    assert mark.paint.fill == "#808080"
    assert "gradient" in found.sources[mark.key].effects


def test_the_first_thing_that_covers_the_canvas_is_the_background() -> None:
    found = reading('<rect width="100%" height="100%" fill="#f5f1ea"/>').scene
    assert (found.background, found.primitives) == ("#f5f1ea", ())


def test_the_background_of_the_root_counts() -> None:
    assert reading("<style>svg { background: #f3efe7 }</style>").scene.background == "#f3efe7"


def test_a_drawing_without_a_ground_has_none() -> None:
    assert reading(SHAPE).scene.background == "none"


def test_words_take_the_font_of_their_group() -> None:
    text = only(
        '<g font-size="10" font-weight="bold"><text x="9" y="9" font-size="2em">a</text></g>'
    )
    assert isinstance(text, Text)
    assert (text.size, text.weight) == (20, 700)
