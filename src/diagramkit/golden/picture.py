"""Pictures that are exact and small, what tells them apart, and how much of them differs."""

from __future__ import annotations

import hashlib
import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_COLORS = 256
_END = b"IEND\xaeB`\x82"
_RED = (217, 57, 46)
_RED_PLACE = 255


class PictureError(ValueError):
    """Bytes are no picture that can be read; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class PixelDifference:
    """How much of two pictures differs.

    `changed` counts pixels, those that only one picture has included; `total` is the area that
    both cover together. `largest` is the largest difference of a channel, 0 to 255.
    """

    changed: int
    total: int
    largest: int

    @property
    def share(self) -> float:
        """The changed part of the area, 0 to 1."""
        return self.changed / self.total if self.total else 0.0


def decode(data: bytes) -> Image:
    """A picture file as RGBA pixels. Raises `PictureError`."""
    from PIL import Image

    from diagramkit.raster import MAX_PIXELS, MAX_SIDE

    if not data.endswith(_END):  # Pillow would not mind a missing end
        raise PictureError("not a whole PNG: it ends too early")
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            # Its head says how large it would be, before anything is unpacked.
            if max(image.size) > MAX_SIDE or image.width * image.height > MAX_PIXELS:
                raise PictureError(f"{image.width} x {image.height} pixels are too many")
            return image.convert("RGBA")
    except PictureError:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError(f"not a PNG that can be read: {error}") from None


def compact(image: Image) -> bytes:
    """RGBA pixels as the smallest exact PNG: 8 bits and a palette up to 256 colours.

    The palette is sorted, so that the same pixels are the same bytes.
    """
    colors = image.getcolors(_MOST_COLORS)
    if colors is None:
        opaque = image.getchannel("A").getextrema() == (255, 255)
        return _saved(image.convert("RGB") if opaque else image)
    return _saved(_with_palette(image, sorted(bytes(color) for _, color in colors)))  # type: ignore[arg-type]


def _with_palette(image: Image, colors: list[bytes]) -> Image:
    """The picture with one byte a pixel: the place of its colour among `colors`.

    Pillow's own conversion to a given palette rounds; here each pixel is looked up as a number
    of four bytes.
    """
    from PIL import Image

    places = {int.from_bytes(color, sys.byteorder): place for place, color in enumerate(colors)}
    pixels = memoryview(image.tobytes()).cast("I")
    paletted = Image.frombytes("P", image.size, bytes(map(places.__getitem__, pixels)))
    paletted.putpalette([part for color in colors for part in color[:3]])
    if any(color[3] != 255 for color in colors):
        paletted.info["transparency"] = bytes(color[3] for color in colors)
    return paletted


def _saved(image: Image) -> bytes:
    target = io.BytesIO()
    options = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    image.save(target, "PNG", optimize=True, **options)
    return target.getvalue()


def pixel_hash(image: Image) -> str:
    """The SHA-256 of RGBA pixels and their size, in hexadecimal."""
    width, height = image.size
    return hashlib.sha256(f"{width}x{height}:".encode() + image.tobytes()).hexdigest()


def file_hash(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def difference(before: Image, after: Image) -> PixelDifference:
    """How much differs between two pictures: one step of one channel counts."""
    levels = loudest(before, after)
    histogram = levels.histogram()
    largest = max(level for level in range(256) if histogram[level] or not level)
    return PixelDifference(sum(histogram[1:]), levels.width * levels.height, largest)


def difference_picture(before: Image, after: Image) -> bytes:
    """A PNG that shows where two pictures differ: red there, faded elsewhere."""
    from PIL import Image

    levels = loudest(before, after)
    mask = levels.point([0] + [255] * 255)
    ground = (
        _padded(after, levels.size).convert("L").point([200 + level // 8 for level in range(256)])
    )
    ground.paste(_RED_PLACE, (0, 0), mask)
    shown = Image.frombytes("P", ground.size, ground.tobytes())
    grey = [level for level in range(255) for _ in range(3)]
    shown.putpalette([*grey, *_RED])
    return _saved(shown)


def loudest(before: Image, after: Image) -> Image:
    """The largest difference of a channel, pixel by pixel, on a sheet that holds both."""
    from PIL import ImageChops

    size = (max(before.width, after.width), max(before.height, after.height))
    channels = ImageChops.difference(_padded(before, size), _padded(after, size)).split()
    loudest = channels[0]
    for channel in channels[1:]:
        loudest = ImageChops.lighter(loudest, channel)
    return loudest


def _padded(image: Image, size: tuple[int, int]) -> Image:
    """The picture at the top left of a transparent sheet."""
    from PIL import Image

    if image.size == size:
        return image
    sheet = Image.new("RGBA", size, (0, 0, 0, 0))
    sheet.paste(image, (0, 0))
    return sheet
