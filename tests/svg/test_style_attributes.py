"""Paint as attributes, for programs that read no style sheets."""

from __future__ import annotations

import re

import pytest

from diagramkit import raster, render

SOURCE = "flowchart LR\nA[<b>Order</b>] -.->|checks| B[(Store)]\nA ==> C((end))\n"


@pytest.fixture(scope="module")
def plain() -> str:
    return render(SOURCE, styles="attributes", theme="editorial").svg


def test_without_its_style_sheet_a_drawing_looks_the_same() -> None:
    drawn = render(SOURCE, styles="attributes", text="outlines").svg
    bare = re.sub(r"<style>.*?</style>", "", drawn, flags=re.DOTALL)
    assert raster.png(bare) == raster.png(drawn)


def test_words_say_their_font(plain: str) -> None:
    for words in re.findall(r"<text [^>]*>", plain):
        assert 'font-family="' in words
        assert 'font-size="' in words


def test_the_classes_stay(plain: str) -> None:
    classes = re.compile(r'class="[\w-]+"')
    assert classes.findall(plain) == classes.findall(render(SOURCE).svg)


def test_a_drawing_of_both_modes_still_follows_the_reader() -> None:
    assert "prefers-color-scheme: dark" in render(SOURCE, mode="both", styles="attributes").svg
