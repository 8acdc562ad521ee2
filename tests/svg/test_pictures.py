"""Written documents, drawn by two rasterisers."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from diagramkit import raster, render
from diagramkit.raster import Rasterizer
from diagramkit.scene import Box, Paint, Scene
from diagramkit.svg.write import write
from diagramkit.text import TextStyle, measure

from .scenes import box, connector, everything, scene, words

CAIRO = pytest.param("cairosvg", marks=pytest.mark.cairo)
BOTH = pytest.mark.parametrize("rasterizer", ["resvg", CAIRO])
SOURCE = """flowchart LR
  subgraph G[Training, fine-tuning and evaluation]
    A[Illinois Illness<br/>WWW WWW mmm] -->|very well| B{Ready?}
    B ==> C[(Position, norm,<br/>BERT/KV cache)]
  end
  C -.-> D([모델 병렬화]) --> E[[漢字かな]] --> F{{MoE, decoding}} --> H((End))
  classDef note fill:#52676b
  class D note
"""


def picture(document: str, rasterizer: Rasterizer, scale: float = 1) -> Image.Image:
    return Image.open(io.BytesIO(raster.png(document, scale, None, rasterizer))).convert("RGB")


def near(found: object, color: str) -> bool:
    wanted = tuple(int(color[i : i + 2], 16) for i in (1, 3, 5))
    assert isinstance(found, tuple)
    return max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 40


@BOTH
def test_boxes_lines_heads_and_ground_are_where_the_scene_has_them(rasterizer: Rasterizer) -> None:
    blue = Paint("#0000ff", "#ff0000", 4)
    drawn = scene(box(paint=blue), connector(paint=Paint("none", "#00aa00", 4)))
    image = picture(write(drawn), rasterizer)
    assert image.size == (200, 100)
    assert near(image.getpixel((3, 3)), "#f5f1ea")
    assert near(image.getpixel((50, 50)), "#0000ff")
    assert near(image.getpixel((10, 50)), "#ff0000")
    assert near(image.getpixel((120, 35)), "#00aa00")
    assert near(image.getpixel((164, 50)), "#00aa00")


@BOTH
@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_outlined_words_are_where_the_scene_has_them(rasterizer: Rasterizer, anchor: str) -> None:
    line = words("WHWHW", x=100, y=60, anchor=anchor, color="#000000")
    image = picture(write(scene(line, background="#ffffff"), text="outlines"), rasterizer)
    ink = ImageChops.invert(image.convert("L")).getbbox()
    width = measure("WHWHW", TextStyle(("Inter",), 14, 600))
    left = 100 - {"start": 0, "middle": width / 2, "end": width}[anchor]
    assert ink == pytest.approx((left, 50, left + width, 60), abs=2)


@BOTH
def test_a_halo_covers_what_is_behind_words_but_not_the_words(rasterizer: Rasterizer) -> None:
    ground = box(paint=Paint("#ff0000"))
    line = words("HHHH", color="#000000", halo="#ffffff")
    image = picture(write(scene(ground, line), text="outlines"), rasterizer, 2)
    counts = {color: count for count, color in image.getcolors(100_000) or []}
    assert counts[(255, 255, 255)] > 200
    assert counts[(0, 0, 0)] > 200


@pytest.mark.cairo
@pytest.mark.parametrize("made", [everything(), render(SOURCE, name="한글 이름").scene])
def test_two_rasterisers_show_the_same(made: Scene) -> None:
    document = write(made, text="outlines")
    one, other = (picture(document, name, 2) for name in ("resvg", "cairosvg"))
    difference = ImageChops.difference(one, other)
    assert max(ImageStat.Stat(difference).mean) < 1
    assert len(one.getcolors(100_000) or []) > 2


@pytest.mark.parametrize("source", [SOURCE, SOURCE.replace("LR", "TB")])
@pytest.mark.parametrize("theme", ["editorial", "blueprint"])
def test_words_stay_inside_their_box_in_every_font_of_the_stack(source: str, theme: str) -> None:
    drawn = render(source, theme=theme).scene
    boxes = {item.key: item for item in drawn.boxes}
    owned = [line for line in drawn.texts if isinstance(boxes.get(line.owner), Box)]
    assert len(owned) > 9
    for line in owned:
        for family in ("Inter", "Arial"):
            width = measure(line.text, TextStyle((family,), line.size, line.weight))
            assert width <= line.width + 1e-6
        assert boxes[line.owner].rect.contains(line.rect)
