"""What diagramkit draws itself, read back as anybody's SVG, is without a finding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest

from diagramkit import lint
from diagramkit.checking.drawings import check_drawing
from diagramkit.diagnostics import DiagramError
from diagramkit.drawing import render
from diagramkit.theme.load import load_theme
from survey import CORPUS

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in (ROOT / "diagrams").iterdir()
    if folder.is_dir()
    for path in folder.iterdir()
    if path.suffix in (".mmd", ".yaml")
)
LOOKS: tuple[tuple[str, Literal["light", "dark"]], ...] = (
    ("editorial", "light"),
    ("editorial", "dark"),
    ("blueprint", "light"),
    ("blueprint", "dark"),
)
# Of these it is the source that asks for more than the page has room for.
BUDGETS = frozenset({"small-when-read", "too-wide"})
KINDS = ROOT / "diagrams" / "figures" / "kinds"
REAL = CORPUS / "mermaid" / "real.jsonl"


def findings(source: str | Path, place: int) -> list[str]:
    """What is found in a drawing, in one look after another, but for what layout is judged by:
    that is measured over all of the corpus elsewhere."""
    theme, mode = LOOKS[place % len(LOOKS)]
    drawing = render(source, theme=theme, mode=mode)
    found, _ = check_drawing(drawing.svg, "drawing.svg", load_theme(theme), mode)
    own = {each.rule for each in lint.check(drawing.scene, load_theme(theme))}
    ignored = BUDGETS | (own if isinstance(source, str) else frozenset())
    return [f"{each.code}: {each.message}" for each in found if each.code not in ignored]


@pytest.mark.parametrize(
    ("source", "place"), [pytest.param(each, at, id=each.stem) for at, each in enumerate(SOURCES)]
)
def test_a_drawing_of_this_project_has_no_finding(source: Path, place: int) -> None:
    assert findings(source, place) == []


@pytest.mark.parametrize("theme", ["editorial", "blueprint"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_shade_of_a_matrix_is_of_the_palette_and_can_be_read(
    theme: str, mode: Literal["light", "dark"]
) -> None:
    shares = [[column / 5 + row / 25 for column in range(5)] for row in range(5)]
    source = (
        f"figure: heat\ntitle: Heat\ndesc: A ramp.\nrow: [{{matrix: {shares}, numbers: true}}]\n"
    )
    svg = render(source, theme=theme, mode=mode).svg
    assert check_drawing(svg, "drawing.svg", load_theme(theme), mode)[0] == []


@pytest.mark.parametrize("path", sorted(KINDS.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_of_the_handbook_has_no_finding(path: Path) -> None:
    found, _ = check_drawing(path.read_bytes(), str(path), load_theme("editorial"), "light")
    assert [f"{each.code}: {each.message}" for each in found] == []


@pytest.mark.skipif(not REAL.exists(), reason="needs the corpus")
@pytest.mark.parametrize("part", range(4))
def test_a_drawing_of_a_real_diagram_has_no_finding(part: int) -> None:
    sources = [json.loads(line) for line in REAL.read_text(encoding="utf-8").splitlines()]
    found = []
    for source in [each for each in sources if each["valid"]][part::103]:
        try:
            found += [(source["id"], each) for each in findings(source["text"] + "\n", part)]
        except DiagramError:
            continue
    assert found == []
