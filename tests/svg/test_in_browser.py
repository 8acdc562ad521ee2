"""Words in Chromium are never wider than they were measured, so that they stay in their boxes."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from diagramkit import DiagramError, render
from diagramkit.scene import Scene
from diagramkit.svg.write import write
from diagramkit.text.fonts import faces
from survey import CORPUS, sources

pytestmark = pytest.mark.world

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
KINDS = ("flowchart", "sequence", "state", "class", "er", "gantt", "mindmap", "timeline", "xychart")
EACH = 24
"""How many diagrams of a kind are looked at."""
SLACK = 0.5
"""By how many user units a browser, which rounds each glyph's place, may be wider."""
SCRIPT = """
document.fonts.ready.then(async () => {
  await Promise.all([400, 600, 700].map((w) => document.fonts.load(`${w} 14px FAMILY`)));
  const widths = [...document.querySelectorAll('svg')].map((svg) =>
    [...svg.querySelectorAll('text')].map((text) => text.getComputedTextLength()));
  document.body.innerHTML = `<pre id="widths">${JSON.stringify(widths)}</pre>`;
});
"""


@pytest.fixture(scope="module")
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium: apt install chromium")
    return found


@pytest.fixture(scope="module")
def scenes() -> list[Scene]:
    """Diagrams of several kinds, each with a name of its own."""
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}; set DIAGRAMKIT_CORPUS to where it is")
    found: list[Scene] = []
    for kind in KINDS:
        texts = [source.text for source in sources("all", kind)]
        for text in texts[:: max(1, len(texts) // EACH)]:
            try:
                found.append(render(text, name=f"drawing-{len(found)}").scene)
            except DiagramError:
                continue
    return found


@pytest.mark.parametrize("family", ["Inter", "Arial"])
def test_no_line_of_words_is_wider_than_it_was_measured(
    browser: str, scenes: list[Scene], family: str, tmp_path: Path
) -> None:
    wide = [
        (text.text, text.width, width)
        for scene, widths in zip(scenes, widths_in(browser, scenes, family, tmp_path), strict=True)
        for text, width in zip(scene.texts, widths, strict=True)
        if text.text.isascii() and text.families[0] == "Inter" and width > text.width + SLACK
    ]
    assert len(scenes) > 100
    assert wide == []


def widths_in(browser: str, scenes: list[Scene], family: str, folder: Path) -> list[list[float]]:
    """The width of every line of words when `family` is the one font of the stack that is there."""
    font = Path(faces((family,))[0].path).as_uri()
    page = folder / "page.html"
    drawings = "\n".join(write(scene) for scene in scenes)
    hidden = drawings.replace("Inter, ", "") if family != "Inter" else drawings
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><style>@font-face {{ font-family: {family}; '
        f'font-weight: 100 900; src: url("{font}"); }}</style><body>{hidden}'
        f"<script>{SCRIPT.replace('FAMILY', family)}</script>",
        encoding="utf-8",
    )
    done = subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"),
            *("--allow-file-access-from-files", "--virtual-time-budget=60000"),
            page.as_uri(),
        ],
        capture_output=True,
        check=True,
        text=True,
        timeout=300,
    )
    found = re.search(r'<pre id="widths">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stdout[-500:]
    widths: list[list[float]] = json.loads(html.unescape(found[1]))
    return widths
