"""The plug-in for MkDocs: a site of Material built, read and looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from diagramkit.themes import editorial

from .conftest import BROKEN, FIGURE, FLOW, Build, Look, rgb

pytest.importorskip("material", reason="needs mkdocs-material")

CONFIGURATION = """\
site_name: Site
use_directory_urls: false
theme:
  name: material
  font: false
  palette:
    - {scheme: default, toggle: {icon: material/weather-sunny, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-night, name: Light}}
markdown_extensions:
  - admonition
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
plugins: [search, diagrams]
"""


def fence(text: str, word: str = "mermaid") -> str:
    return f"```{word}\n{text}```\n"


TALK = "sequenceDiagram\n  Ann ->> Bob: Hello\n"
PIE = 'pie\n  title Nuts\n  "Pecans" : 3\n'
UNDRAWN = "error\n"
INDEX = f"""\
---
title: Start
---

# Start

Read [the guide](guide.md).

{fence(FLOW)}
!!! note

{indent(fence(TALK), "    ")}
=== "First"

{indent(fence(FIGURE, "figure"), "    ")}
=== "Second"

    Words.

- An item

{indent(fence(PIE), "    ")}
"""
GUIDE = f"""\
# Guide

## Links

{fence(UNDRAWN)}
"""


def write(folder: Path, **pages: str) -> Path:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIGURATION)
    for name, text in pages.items():
        (folder / "docs" / f"{name}.md").write_text(text)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = write(tmp_path_factory.mktemp("site"), index=INDEX, guide=GUIDE)
    ran = build(folder, "mkdocs", "build", "--strict")
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(scope="module")
def start(site: Path) -> str:
    return (site / "site" / "index.html").read_text()


def test_diagrams_stand_inline_also_in_notes_tabs_and_lists(start: str) -> None:
    assert start.count('<div class="diagram"') == 4
    assert "of-diagramkit" not in start
    for around in (
        r'<div class="admonition note">.*?<svg.*?Ann.*?</svg>',
        r'<div class="tabbed-block">.*?<svg.*?Wells.*?</svg>',
        r"<li>.*?<svg.*?Pecans.*?</svg>",
    ):
        assert re.search(around, start, re.DOTALL), around


def test_drawings_are_dark_where_the_site_is(start: str) -> None:
    drawings = "".join(re.findall(r'<div class="diagram".*?</div>', start, re.DOTALL))
    assert "[data-md-color-scheme=slate] #" in drawings
    assert "prefers-color-scheme" not in drawings


def test_no_script_is_sent_for_them(start: str) -> None:
    assert not re.search(r'class="mermaid"|unpkg|cdn', start)


def test_kinds_that_are_not_drawn_are_left_to_the_site(site: Path) -> None:
    assert re.search(r">error\s*</code>", (site / "site" / "guide.html").read_text())


def test_links_of_diagrams_lead_to_pages_of_the_site(start: str) -> None:
    assert '<a href="guide.html#links">' in start


def test_search_finds_words_of_diagrams_and_no_style_sheets(site: Path) -> None:
    index = json.loads((site / "site" / "search" / "search_index.json").read_text())
    words = " ".join(each["text"] for each in index["docs"])
    assert "Good enough?" in words
    assert "stroke" not in words


def test_an_error_names_file_and_line_and_strict_fails(tmp_path: Path, build: Build) -> None:
    folder = write(tmp_path, index=f"---\ntitle: Start\n---\n\n# Start\n\n{fence(BROKEN)}")
    lax = build(folder, "mkdocs", "build")
    assert lax.returncode == 0
    assert "docs/index.md:9:9: expected" in lax.stderr
    assert build(folder, "mkdocs", "build", "--strict").returncode == 1


def test_a_warm_build_draws_nothing_and_forgets_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diagramkit.integrations import site
    from diagramkit.project.diagrams import Diagram

    drawn: list[str] = []
    make: Callable[..., Any] = site.drawings_by_width
    monkeypatch.setattr(
        site, "drawings_by_width", lambda one, *more: (drawn.append(one.name), make(one, *more))[1]
    )
    one = Diagram("one", FLOW, "a.md", 3, tmp_path)
    two = Diagram("two", FLOW, "a.md", 9, tmp_path)
    for diagrams in ((one, two), (one, two), (one,)):
        kept = site.Site(tmp_path, cache=tmp_path / "cache")
        pictures = [kept.drawn(diagram).html for diagram in diagrams]
        assert all("</svg>" in picture for picture in pictures)
        assert kept.store
        kept.store.prune()
    assert drawn == ["one", "two"]
    assert len(list((tmp_path / "cache").iterdir())) == 1


CANVAS = "getComputedStyle(document.querySelector('.diagram svg .canvas')).fill"
SPILL = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDER = """[...document.querySelectorAll('.diagram')].filter(
  each => each.getBoundingClientRect().right > innerWidth).length"""
SHRUNK = """Math.min(...[...document.querySelectorAll('.diagram svg')].map(
  each => each.getBoundingClientRect().width / each.viewBox.baseVal.width).filter(Boolean))"""
SWITCH = "document.body.setAttribute('data-md-color-scheme', 'slate')"


@pytest.mark.world
@pytest.mark.parametrize(("width", "reader"), [(390, "dark"), (1280, "light")])
def test_drawings_follow_the_switch_of_the_site_and_fit_or_scroll(
    site: Path, look: Look, width: int, reader: str
) -> None:
    page = site / "site" / "index.html"
    scripts = (CANVAS, SPILL, WIDER, SHRUNK, SWITCH, CANVAS)
    light, spill, wider, shrunk, _, dark = look(page, *scripts, width=width, scheme=reader)
    assert (light, dark) == (rgb(editorial.light.canvas), rgb(editorial.dark.canvas))
    assert (spill, wider) == (0, 0)
    assert shrunk > 0.69


def test_superfences_takes_the_formatter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    markdown = pytest.importorskip("markdown")
    from diagramkit.integrations.superfences import fence as formatter

    monkeypatch.chdir(tmp_path)
    custom = [{"name": "mermaid", "class": "diagram", "format": formatter}]
    options = {"pymdownx.superfences": {"custom_fences": custom}}
    text = f"??? note\n\n{indent(fence(FLOW), '    ')}"
    extensions = ["pymdownx.superfences", "pymdownx.details"]
    html = markdown.markdown(text, extensions=extensions, extension_configs=options)
    assert re.search(r'<details.*<div class="diagram".*<svg.*</svg>', html, re.DOTALL)
