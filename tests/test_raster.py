"""Pixels and pages from SVG: sizes, limits, sameness, and nothing read from outside."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from diagramkit import raster
from diagramkit.diagnostics import DiagramError

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40">'
    '<rect width="50" height="20" fill="#D9392E"/></svg>'
)
RASTERIZERS = ("resvg", pytest.param("cairosvg", marks=pytest.mark.cairo))


def _image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGBA")


def _svg(body: str, root: str = 'width="20" height="20"', before: str = "") -> str:
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" {root}>{body}</svg>'
    )


@pytest.mark.parametrize("rasterizer", RASTERIZERS)
@pytest.mark.parametrize(
    ("scale", "width", "size"), [(1, None, (100, 40)), (2, None, (200, 80)), (2, 300, (300, 120))]
)
def test_png_is_as_large_as_scale_or_width_say(
    rasterizer: raster.Rasterizer, scale: float, width: int | None, size: tuple[int, int]
) -> None:
    assert _image(raster.png(SVG, scale, width, rasterizer)).size == size


@pytest.mark.parametrize("rasterizer", RASTERIZERS)
def test_png_has_the_colours_of_the_svg(rasterizer: raster.Rasterizer) -> None:
    image = _image(raster.png(SVG, 1, None, rasterizer))
    assert image.getpixel((10, 10)) == (0xD9, 0x39, 0x2E, 255)
    assert image.getpixel((90, 30)) == (0, 0, 0, 0)


def test_webp_has_exactly_the_pixels_of_the_png() -> None:
    assert _image(raster.webp(SVG)).tobytes() == _image(raster.png(SVG)).tobytes()


@pytest.mark.parametrize("rasterizer", RASTERIZERS)
@pytest.mark.parametrize("attribute", ["href", "xlink:href"])
def test_a_local_file_named_by_a_reference_is_not_drawn(
    tmp_path: Path, rasterizer: raster.Rasterizer, attribute: str
) -> None:
    secret = tmp_path / "secret.png"
    Image.new("RGB", (20, 20), "red").save(secret)
    svg = _svg(f'<image {attribute}="{secret}" width="20" height="20"/>')
    assert _image(raster.png(svg, 1, None, rasterizer)).getcolors() == [(400, (0, 0, 0, 0))]


def test_a_reference_under_another_prefix_is_stripped_too(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    Image.new("RGB", (20, 20), "red").save(secret)
    image = (
        f'<image xmlns:x="http://www.w3.org/1999/xlink" x:href="{secret}" width="20" height="20"/>'
    )
    assert _image(raster.png(_svg(image), 1)).getcolors() == [(400, (0, 0, 0, 0))]


def test_drawing_goes_on_beside_a_stripped_reference() -> None:
    svg = _svg('<use href="#a"/><rect width="20" height="20" fill="#111111"/>')
    assert _image(raster.png(svg, 1)).getpixel((5, 5)) == (0x11, 0x11, 0x11, 255)


@pytest.mark.parametrize(
    ("svg", "words"),
    [
        ("", "not well-formed"),
        ("<svg", "not well-formed"),
        (_svg("", root=""), "no width"),
        (_svg("", root='width="0" height="10"'), "no width"),
        (_svg("", root='width="10" height="10%"'), "no height"),
        (_svg("", root='width="1e9" height="10"'), "at most"),
        (_svg("<g>" * 40 + "</g>" * 40), "24 deep"),
        (_svg("", before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "document type"),
        ("<html/>", "no width"),
    ],
)
@pytest.mark.parametrize("draw", [raster.png, raster.webp])
def test_an_svg_that_cannot_be_drawn_is_refused_with_a_reason(
    draw: object, svg: str, words: str
) -> None:
    assert callable(draw)
    with pytest.raises(DiagramError, match=words):
        draw(svg)


@pytest.mark.parametrize(
    ("scale", "width"), [(1e6, None), (0.001, None), (300, None), (2, 32_001), (2, 0)]
)
def test_a_size_out_of_bounds_is_refused_before_drawing(scale: float, width: int | None) -> None:
    with pytest.raises(DiagramError, match="choose another scale or width"):
        raster.png(SVG, scale, width)


def test_a_webp_side_beyond_the_format_is_refused() -> None:
    with pytest.raises(DiagramError, match="16383"):
        raster.webp(_svg("", root='width="1000" height="1"'), 17)


def test_the_size_is_taken_from_the_view_box_when_the_root_has_none() -> None:
    assert _image(raster.png(_svg("", root='viewBox="0 0 30 40"'), 1)).size == (30, 40)


def _without_cairo(tmp_path: Path, program: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "cairocffi.py").write_text(
        "raise OSError('no library called \"cairo-2\" was found')"
    )
    start = f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
    return subprocess.run(
        [sys.executable, "-c", start + program], capture_output=True, text=True, check=False
    )


def test_without_cairo_the_package_to_install_is_named(tmp_path: Path) -> None:
    call = f"raster.png({SVG!r}, rasterizer='cairosvg')"
    done = _without_cairo(tmp_path, f"from diagramkit import raster; {call}")
    assert "DiagramError" in done.stderr
    assert "apt install libcairo2" in done.stderr
    assert "brew install cairo" in done.stderr


def test_without_cairo_png_and_webp_are_drawn_as_ever(tmp_path: Path) -> None:
    done = _without_cairo(
        tmp_path,
        f"from diagramkit import raster; raster.png({SVG!r}); raster.webp({SVG!r}); print('drawn')",
    )
    assert done.stdout == "drawn\n"


WORDS = "<title>Orders &amp; more</title><desc>Two things.</desc>"


@pytest.mark.parametrize("rasterizer", RASTERIZERS)
@pytest.mark.parametrize("scale", [1, 2, 3.5])
def test_a_png_has_one_size_at_every_scale(rasterizer: raster.Rasterizer, scale: float) -> None:
    with Image.open(io.BytesIO(raster.png(SVG, scale, None, rasterizer))) as image:
        inches = image.width / image.info["dpi"][0]
    assert inches == pytest.approx(100 / 96, rel=1e-3)


def test_a_png_carries_the_title_and_the_description() -> None:
    with Image.open(io.BytesIO(raster.png(_svg(WORDS)))) as image:
        image.load()
        assert image.info["Title"] == "Orders & more"
        assert image.info["Description"] == "Two things."
