"""Where things are: transforms, viewports, copies, units."""

from __future__ import annotations

import pytest

from diagramkit.geometry import Rect
from diagramkit.scene import Box, Mark
from svg.read.reading import only, reading

BOX = '<rect x="10" y="20" width="80" height="40" fill="none" stroke="#111"/>'
WORDS = '<text x="50" y="45" text-anchor="middle" font-family="Arial" font-size="12">box</text>'


def rect_of(body: str, root: str = 'viewBox="0 0 400 300"') -> Rect:
    (box,) = reading(body, root).scene.boxes
    return box.rect


def near(rect: Rect) -> object:
    return pytest.approx(rect, abs=0.01)


@pytest.mark.parametrize(
    ("transform", "expected"),
    [
        ("translate(5 6)", Rect(15, 26, 80, 40)),
        ("translate(5,6) scale(2)", Rect(25, 46, 160, 80)),
        ("matrix(1 0 0 1 -10 -20)", Rect(0, 0, 80, 40)),
        ("rotate(90 50 40)", Rect(30, 0, 40, 80)),
        ("scale(1 nonsense", Rect(10, 20, 80, 40)),
    ],
)
def test_a_transform_moves_a_box(transform: str, expected: Rect) -> None:
    assert rect_of(f'<g transform="{transform}">{BOX}{WORDS}</g>') == near(expected)


def test_a_transform_of_a_style_sheet_moves_a_box() -> None:
    sheet = "<style>.moved { transform: translate(5px, 6px); }</style>"
    assert rect_of(f'{sheet}<g class="moved">{BOX}{WORDS}</g>') == near(Rect(15, 26, 80, 40))


def test_a_size_other_than_the_view_box_scales_the_drawing() -> None:
    root = 'viewBox="0 0 400 300" width="800" height="600"'
    assert rect_of(BOX + WORDS, root) == near(Rect(20, 40, 160, 80))


def test_the_drawing_starts_where_the_view_box_does() -> None:
    assert rect_of(BOX + WORDS, 'viewBox="-10 -20 400 300"') == near(Rect(20, 40, 80, 40))


def test_a_place_is_told_in_the_units_of_the_drawing() -> None:
    found = reading(BOX + WORDS, 'viewBox="-10 -20 400 300" width="800"')
    assert found.user_rect(found.scene.boxes[0].rect) == near(Rect(10, 20, 80, 40))


def test_a_view_box_is_fitted_in_the_middle() -> None:
    root = 'viewBox="0 0 400 300" width="400" height="400"'
    assert rect_of(BOX + WORDS, root) == near(Rect(10, 70, 80, 40))


@pytest.mark.parametrize(("width", "pixels"), [("3in", 288), ("10mm", 37.8), ("50%", 200)])
def test_lengths_have_units(width: str, pixels: float) -> None:
    item = only(f'<rect x="1" y="1" width="{width}" height="9" fill="#123456"/>')
    assert isinstance(item, Mark)
    assert Rect.bounding(item.path.flattened()).width == pytest.approx(pixels, abs=0.05)


def test_a_copy_stands_where_its_use_puts_it() -> None:
    body = f'<defs><g id="box">{BOX}{WORDS}</g></defs><use href="#box" x="100" y="50"/>'
    assert rect_of(body) == near(Rect(110, 70, 80, 40))


def test_a_copy_is_called_after_its_use() -> None:
    body = f'<defs><g id="box">{BOX}{WORDS}</g></defs>\n<use xlink:href="#box" x="100"/>'
    found = reading(body)
    assert found.position(found.scene.boxes[0].key) == (3, 1)


def test_a_symbol_is_fitted_into_its_use() -> None:
    body = (
        f'<symbol id="s" viewBox="0 0 100 100">{BOX}{WORDS}</symbol>'
        '<use href="#s" x="100" y="0" width="200" height="200"/>'
    )
    assert rect_of(body) == near(Rect(120, 40, 160, 80))


def test_a_nested_drawing_has_a_viewport_of_its_own() -> None:
    body = f'<svg x="100" y="100" width="50" height="50" viewBox="0 0 100 100">{BOX}{WORDS}</svg>'
    assert rect_of(body) == near(Rect(105, 110, 40, 20))


def test_a_use_of_itself_is_left_out() -> None:
    assert reading('<g id="a"><use href="#a"/></g>').scene.primitives == ()


@pytest.mark.parametrize(
    "hidden",
    ['display="none"', 'visibility="hidden"', 'opacity="0"', 'style="display:none"'],
)
def test_what_is_hidden_is_not_there(hidden: str) -> None:
    assert reading(f"<g {hidden}>{BOX}{WORDS}</g>").scene.primitives == ()


def test_of_a_switch_the_first_child_that_suits_is_shown() -> None:
    french = '<g systemLanguage="fr"><rect width="9" height="9"/></g>'
    body = f"<switch>{french}<g>{BOX}{WORDS}</g></switch>"
    assert [type(item).__name__ for item in reading(body).scene.primitives] == ["Box", "Text"]


def test_path_data_up_to_a_mistake_is_drawn() -> None:
    item = only('<path d="M10 10 H90 V50 L oops" fill="none" stroke="#111"/>')
    assert item.points == ((10, 10), (90, 10), (90, 50))  # type: ignore[union-attr]


def test_an_outline_that_goes_around_a_rectangle_is_one() -> None:
    path = '<path d="M10 20 H90 V60 H10 Z" fill="none" stroke="#111"/>'
    (box,) = reading(path + WORDS).scene.boxes
    assert (box.rect, box.outline) == (Rect(10, 20, 80, 40), None)


def test_a_diamond_keeps_its_outline() -> None:
    diamond = '<polygon points="50,0 100,40 50,80 0,40" fill="none" stroke="#111"/>'
    (box,) = reading(diamond + WORDS).scene.boxes
    assert isinstance(box, Box)
    assert len(box.polygon) == 4
