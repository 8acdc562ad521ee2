"""Drawings of one name, inlined in one page, keep their own looks in Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from diagramkit import render

pytestmark = pytest.mark.world

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SIZE = (900, 900)


@pytest.fixture(scope="module")
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium: apt install chromium")
    return found


def drawings() -> list[str]:
    """What `render` calls `diagram`, and two files `flow.mmd`: all look different."""
    red, green = (f"flowchart LR\n a[word]\n style a fill:{fill}\n" for fill in ("#f00", "#0f0"))
    other = "flowchart LR\n a[house] --> b:::accent\n"
    return [
        render(red, colors="source").svg,
        render(green, colors="source").svg,
        render(other, theme="blueprint").svg,
        render(other, name="flow").svg,
        render(other, name="flow", theme="blueprint", mode="dark").svg,
    ]


def shot(browser: str, folder: Path, body: str) -> list[bytes]:
    """The rows of pixels of a page that shows an SVG in each 180 of its height."""
    from PIL import Image

    page, picture = folder / "page.html", folder / "page.png"
    page.write_text(f"<!doctype html><style>*{{margin:0}}</style>{body}", encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--screenshot={picture}", f"--window-size={SIZE[0]},{SIZE[1]}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with Image.open(picture) as image:
        pixels = image.convert("RGB")
    high = SIZE[1] // len(drawings())
    bands = range(0, SIZE[1], high)
    return [pixels.crop((0, top, SIZE[0], top + high)).tobytes() for top in bands]


def box(svg: str) -> str:
    high = SIZE[1] // len(drawings())
    return f'<div style="height:{high}px;overflow:hidden">{svg}</div>'


def test_each_drawing_of_a_page_is_painted_as_it_is_alone(browser: str, tmp_path: Path) -> None:
    every = drawings()
    together = shot(browser, tmp_path, "".join(map(box, every)))
    for place, svg in enumerate(every):
        alone = [box(svg if number == place else "") for number in range(len(every))]
        assert shot(browser, tmp_path, "".join(alone))[place] == together[place]


def test_no_id_is_twice_in_a_page() -> None:
    ids = re.findall(r' id="([^"]*)"', "".join(drawings()))
    assert len(ids) == len(set(ids))
