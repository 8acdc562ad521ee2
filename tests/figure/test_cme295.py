"""The fourteen figures of the lectures: without a fault, short, and nothing of the originals lost.

The hand-drawn originals are no part of the project; the tests that compare with them look for a
corpus in `DIAGRAMKIT_CORPUS`, `../shared/corpus` if that is not set.
"""

from __future__ import annotations

import os
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from diagramkit import load_theme, render
from diagramkit.figure import Figure, read
from diagramkit.figure.formula import plain
from diagramkit.layout.figure import lay_out
from diagramkit.lint import check
from diagramkit.theme.model import Theme

FOLDER = Path(__file__).parents[2] / "diagrams" / "cme295"
NAMES = (
    "self-attention-qkv",
    "transformer-encoder-decoder",
    "rope-rotation",
    "mha-mqa-gqa-kv-cache",
    "moe-routing",
    "kv-cache-decoding",
    "zero-sharding",
    "flashattention-io",
    "mixed-precision-training",
    "lora-qlora-adaptation",
    "preference-tuning-pipeline",
    "rlhf-dpo-tradeoff",
    "grpo-group-advantage",
    "reasoning-token-budget",
)
ALL = (*NAMES, "concept-map")
CORPUS = Path(os.environ.get("DIAGRAMKIT_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
THEME = load_theme("editorial")
# What the originals write in letters and the figures in signs.
SPELT = {"∑": " sum ", "Δ": " Delta ", "×": " x ", "·": " dot ", "…": "...", "′": "'"}


@cache
def figure(name: str) -> Figure:
    return read((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), name)


def arimo() -> Theme:
    """The theme in the font that readers without Inter see."""
    fonts = THEME.fonts.replace(sans=("Arial", "sans-serif"))
    return THEME.replace(fonts=fonts)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("font", ["Inter", "Arimo"])
@pytest.mark.parametrize("name", ALL)
def test_a_figure_has_no_fault(name: str, font: str, mode: str) -> None:
    theme = THEME if font == "Inter" else arimo()
    scene = lay_out(figure(name), theme).scene("dark" if mode == "dark" else "light", name)
    assert [finding.message for finding in check(scene, theme)] == []


@pytest.mark.parametrize("name", ALL)
def test_a_figure_is_drawn_without_a_warning(name: str) -> None:
    assert render(FOLDER / f"{name}.yaml").warnings == ()


@pytest.mark.parametrize("name", ALL)
def test_a_figure_fits_the_page_and_can_be_read_on_it(name: str) -> None:
    scene = lay_out(figure(name), THEME).scene("light", name)
    smallest = min(text.size for text in scene.texts)
    assert scene.width <= 960
    assert smallest * min(1.0, 830 / scene.width) >= 10.3


@pytest.mark.parametrize("name", ALL)
def test_a_source_holds_no_coordinate(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert re.search(r"\b(at|size|gap): *\[", text) is None


def test_some_figure_carries_korean() -> None:
    texts = [(FOLDER / f"{name}.yaml").read_text(encoding="utf-8") for name in NAMES]
    assert any(re.search("[가-힣]", text) for text in texts)


@pytest.mark.parametrize("name", NAMES)
def test_a_change_of_a_token_reaches_the_figure(name: str) -> None:
    light = THEME.light.replace(canvas="#FFFFFF")
    white = THEME.replace(light=light)
    before = lay_out(figure(name), THEME).scene("light", name)
    after = lay_out(figure(name), white).scene("light", name)
    assert (before.background, after.background) == (THEME.light.canvas, "#FFFFFF")
    assert [item.key for item in before.primitives] == [item.key for item in after.primitives]


def originals() -> dict[str, Path]:
    found = {file.stem: file for file in CORPUS.glob("notes/cme295/*/assets/*.svg")}
    if not set(NAMES) <= found.keys():
        pytest.skip(f"the hand-drawn originals are not in {CORPUS}")
    return found


def test_a_source_has_half_the_bytes_of_its_original() -> None:
    files = originals()
    shares = [
        (FOLDER / f"{name}.yaml").stat().st_size / files[name].stat().st_size for name in NAMES
    ]
    assert statistics.median(shares) <= 0.5


@pytest.mark.parametrize("name", NAMES)
def test_no_term_of_the_original_is_lost(name: str) -> None:
    svg = originals()[name].read_text(encoding="utf-8")
    old = " ".join(re.findall(r"<(?:text|tspan)[^>]*>([^<]*)", svg))
    new = " ".join(words_of(figure(name)))
    joined = new.replace("_", "").replace("^", "")
    assert terms(old) - terms(new) - terms(joined) == set()


def terms(text: str) -> set[str]:
    """Words and symbols, without case."""
    for sign, spelling in SPELT.items():
        text = text.replace(sign, spelling)
    found = re.findall(r"[A-Za-z0-9]+", text)
    return {word.lower() for word in found} - SMALL


SMALL = {"the", "a", "and", "of", "to", "is", "in", "for", "at", "by", "x", "with", "it", "but"}


def words_of(shown: object) -> Iterator[str]:
    """All words that stand in a figure."""
    if isinstance(shown, Figure):
        yield from shown.caption
        yield from words_of([part.model_dump(exclude={"name", "role"}) for part in shown.parts])
        yield from words_of([link.label for link in shown.connect])
    elif isinstance(shown, dict):
        for value in shown.values():
            yield from words_of(value)
    elif isinstance(shown, (list, tuple)):
        for value in shown:
            yield from words_of(value)
    elif isinstance(shown, str):
        yield plain(shown)
