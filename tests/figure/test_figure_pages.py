"""The pages of figures are as the program would write them now."""

from __future__ import annotations

from pathlib import Path

import pytest

import figure_page
from diagramkit import DrawingOptions, load_theme, render
from diagramkit.figure import read
from diagramkit.figure.kinds import kinds
from diagramkit.figure.part import Part
from diagramkit.files.border import Border
from diagramkit.lint import check
from diagramkit.sync.pictures import PictureOptions, fill

ROOT = Path(__file__).parents[2] / "diagrams"
THEME = load_theme("editorial")
SMALL = sorted(path.name for path in (ROOT / "figures").glob("*.yaml"))


@pytest.mark.parametrize("page", ["cme295/README.md", "examples/README.md", "figures/README.md"])
def test_a_page_and_its_pictures_are_up_to_date(page: str) -> None:
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    border = Border.around([ROOT])
    made = fill(text, path, PictureOptions(DrawingOptions(THEME), border))
    assert made.problems == []
    assert made.text == text
    assert made.files == {}


def test_the_page_of_the_language_holds_the_reference() -> None:
    assert figure_page.PAGE.read_text(encoding="utf-8") == figure_page.written()


def test_the_page_shows_the_example_of_every_kind_as_it_is_drawn() -> None:
    folder = figure_page.PAGE.parent / figure_page.PICTURES
    made = figure_page.pictures()
    assert {name: (folder / name).read_text(encoding="utf-8") for name in made} == made


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", SMALL)
def test_a_small_figure_has_no_fault(name: str, mode: str) -> None:
    drawing = render(ROOT / "figures" / name, mode="dark" if mode == "dark" else "light")
    assert drawing.warnings == ()
    assert [finding.message for finding in check(drawing.scene, THEME)] == []


def test_every_kind_is_used_by_some_figure() -> None:
    used = {type(part).__name__.lower() for file in ROOT.rglob("*.yaml") for part in _parts(file)}
    assert set(kinds()) <= used


def _parts(file: Path) -> list[Part]:
    return list(read(file.read_text(encoding="utf-8"), str(file)).parts)
