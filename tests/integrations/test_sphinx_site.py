"""The extension for Sphinx: a site of Furo built, read and looked at."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import pytest

from diagramkit.themes import editorial

from .conftest import BROKEN, FIGURE, FLOW, Build, Look, rgb

pytest.importorskip("sphinx", reason="needs sphinx, furo and myst-parser")
pytest.importorskip("furo")
pytest.importorskip("myst_parser")

CONFIGURATION = """\
project = "Site"
extensions = ["myst_parser", "diagramkit.integrations.sphinx"]
html_theme = "{theme}"
"""
INDEX = f"""\
Start
=====

.. toctree::

   guide

.. mermaid::
   :name: first
   :caption: How *drafts* go

{indent(FLOW, "   ")}
.. note::

   .. diagram::

{indent(FIGURE, "      ")}
.. diagram:: wells.yaml
"""
GUIDE = "# Guide\n\n```{mermaid}\n:alt: Two who talk\nsequenceDiagram\n  Ann ->> Bob: Hi\n```\n"


def write(folder: Path, index: str = INDEX, theme: str = "furo") -> Path:
    (folder / "conf.py").write_text(CONFIGURATION.format(theme=theme))
    (folder / "index.rst").write_text(index)
    (folder / "guide.md").write_text(GUIDE)
    (folder / "wells.yaml").write_text(FIGURE)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = write(tmp_path_factory.mktemp("site"))
    ran = build(folder, "sphinx", "-qW", ".", "out")
    assert ran.returncode == 0, ran.stderr
    return folder / "out"


def test_directives_of_both_languages_become_inline_svg(site: Path) -> None:
    page = (site / "index.html").read_text()
    assert page.count('<div class="diagram"') == 3
    assert re.search(r"<figure.*?<svg.*?How <em>drafts</em> go", page, re.DOTALL)
    assert '<a href="guide.html#links">' in page
    guide = (site / "guide.html").read_text()
    assert re.search(
        r'aria-label="Two who talk"><div class="diagram".*?<svg.*?Ann', guide, re.DOTALL
    )


def test_latex_takes_vector_pdf_and_text_takes_words(tmp_path: Path, build: Build) -> None:
    write(tmp_path)
    assert build(tmp_path, "sphinx", "-qWb", "latex", ".", "out").returncode == 0
    tex = next((tmp_path / "out").glob("*.tex")).read_text()
    pictures = re.findall(r"\\includegraphics\[[^]]*\]\{(diagram-.*?\.pdf)\}", tex)
    assert len(set(pictures)) == 4
    for picture in pictures:
        assert (tmp_path / "out" / picture).read_bytes().startswith(b"%PDF")
    assert build(tmp_path, "sphinx", "-qWb", "text", ".", "words").returncode == 0
    assert "Two who talk" in (tmp_path / "words" / "guide.txt").read_text()


def test_an_error_names_file_and_line_and_fails_a_strict_build(
    tmp_path: Path, build: Build
) -> None:
    write(tmp_path, f"Start\n=====\n\n.. mermaid::\n\n{indent(BROKEN, '   ')}", "alabaster")
    ran = build(tmp_path, "sphinx", "-qW", ".", "out")
    assert ran.returncode == 1
    assert "index.rst:7: " in ran.stderr
    assert 'expected "]]"' in ran.stderr


CANVAS = "getComputedStyle(document.querySelector('.diagram svg .canvas')).fill"
SPILL = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.world
@pytest.mark.parametrize(("width", "reader"), [(390, "dark"), (1280, "light")])
def test_drawings_follow_the_switch_of_furo_and_fit(
    site: Path, look: Look, width: int, reader: str
) -> None:
    switch = [f"document.body.dataset.theme = '{mode}'" for mode in ("auto", "light", "dark")]
    scripts = [part for each in switch for part in (each, CANVAS)]
    *answers, spill = look(site / "index.html", *scripts, SPILL, width=width, scheme=reader)
    light, dark = rgb(editorial.light.canvas), rgb(editorial.dark.canvas)
    assert answers[1::2] == [dark if reader == "dark" else light, light, dark]
    assert spill == 0
