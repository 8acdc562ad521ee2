"""Exact pictures and their differences."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from diagramkit.drawing import render
from diagramkit.golden.picture import (
    PictureError,
    compact,
    decode,
    difference,
    difference_picture,
    pixel_hash,
)
from diagramkit.theme.builtin import builtin_names

LEARNING_PATH = Path(__file__).parents[1] / "layout" / "learning-path.mmd"


def picture(width: int, pixels: bytes) -> Image.Image:
    """A picture of opaque and other pixels, four bytes each."""
    count = len(pixels) // 4 // width
    return Image.frombytes("RGBA", (width, count), pixels[: 4 * width * count])


images = st.builds(picture, st.integers(1, 9), st.binary(min_size=36, max_size=2000))


@given(images)
def test_a_compact_picture_has_the_same_pixels(image: Image.Image) -> None:
    assert decode(compact(image)).tobytes() == image.tobytes()


@given(images)
def test_few_colors_are_a_palette_of_eight_bits(image: Image.Image) -> None:
    few = len(image.getcolors(10_000) or []) <= 256
    with Image.open(io.BytesIO(compact(image))) as saved:
        assert (saved.mode == "P") == few


@pytest.mark.parametrize("theme", builtin_names())
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_learning_path_takes_at_most_12_kilobytes(theme: str, mode: str) -> None:
    drawing = render(LEARNING_PATH, theme=theme, mode=mode)  # type: ignore[arg-type]
    assert len(compact(decode(drawing.png(1)))) <= 12_000


@given(images)
def test_a_picture_does_not_differ_from_itself(image: Image.Image) -> None:
    assert difference(image, image.copy()).changed == 0


@given(images, st.data())
def test_one_step_of_one_channel_of_one_pixel_is_a_difference(
    image: Image.Image, data: st.DataObject
) -> None:
    x = data.draw(st.integers(0, image.width - 1))
    y = data.draw(st.integers(0, image.height - 1))
    channel = data.draw(st.integers(0, 3))
    other = image.copy()
    pixel = list(image.getpixel((x, y)))  # type: ignore[arg-type]
    pixel[channel] += 1 if pixel[channel] < 255 else -1
    other.putpixel((x, y), tuple(pixel))
    found = difference(image, other)
    assert (found.changed, found.largest) == (1, 1)
    assert pixel_hash(other) != pixel_hash(image)


def test_pixels_that_only_one_picture_has_differ() -> None:
    small, large = Image.new("RGBA", (4, 4), "white"), Image.new("RGBA", (6, 5), "white")
    found = difference(small, large)
    assert (found.changed, found.total) == (30 - 16, 30)


def test_the_picture_of_a_difference_is_red_there_and_grey_elsewhere() -> None:
    before = Image.new("RGBA", (4, 4), "white")
    after = before.copy()
    after.putpixel((1, 2), (254, 255, 255, 255))
    shown = decode(difference_picture(before, after))
    reds = [
        (x, y) for x in range(4) for y in range(4) if shown.getpixel((x, y)) == (217, 57, 46, 255)
    ]
    assert reds == [(1, 2)]


@pytest.mark.parametrize("data", [b"", b"GIF89a", compact(Image.new("RGBA", (9, 9)))[:-20]])
def test_what_is_no_whole_png_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        decode(data)
