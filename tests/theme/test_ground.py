"""A theme on the page itself: nothing is filled, and all is read on white and on near-black."""

from __future__ import annotations

import pytest

from diagramkit import render
from diagramkit.color import contrast
from diagramkit.scene import Box
from diagramkit.sync import Look, sync_text
from diagramkit.theme.ground import on_page
from diagramkit.theme.model import Theme
from diagramkit.theme.page import PAGES
from diagramkit.themes import blueprint, editorial

SOURCE = """flowchart LR
  subgraph g [Group]
    a:::accent -->|asks| b:::note
  end
  b --> c:::secondary --> d:::x --> e:::y
  classDef x fill:#00add8
  classDef y fill:#701516
"""
THEMES = [editorial, blueprint]


@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_words_are_read_on_both_pages(theme: Theme) -> None:
    mode = on_page(theme).light
    boxes = [*(box for _, box in mode.roles), *mode.categories.looks]
    lines = [box.stroke for box in boxes] + [edge.stroke for _, edge in mode.edges]
    words = [mode.text, mode.label, mode.caption, mode.group.text, *(box.text for box in boxes)]
    for page in PAGES:
        assert min(contrast(color, page) for color in (*lines, mode.group.stroke)) >= 3
        assert min(contrast(color, page) for color in words) >= 4.25  # 4.35 at most


@pytest.mark.parametrize("theme", THEMES)
def test_roles_and_categories_stay_apart(theme: Theme) -> None:
    mode = on_page(theme).light
    boxes = [*(box for _, box in mode.roles), *mode.categories.looks]
    assert len({(box.stroke, box.stroke_width) for box in boxes}) == len(boxes)


def test_a_picture_on_the_page_fills_nothing() -> None:
    scene = render(SOURCE, ground="page").scene
    fills = {item.paint.fill for item in scene.primitives if isinstance(item, Box)}
    assert (scene.background, fills) == ("none", {"none"})


def test_one_picture_serves_both_modes() -> None:
    light, dark = (render(SOURCE, ground="page", mode=mode).svg for mode in ("light", "dark"))
    assert light.replace("-light", "") == dark.replace("-dark", "")


@pytest.mark.parametrize(
    "kind", ["sequenceDiagram\n  A->>B: x", 'pie\n  "a": 1', "gitGraph\n  commit"]
)
def test_other_kinds_stand_on_the_page_too(kind: str) -> None:
    assert render(kind, ground="page").scene.background == "none"


def test_a_block_on_the_page_has_three_base_lines() -> None:
    text = "flowchart LR\n  subgraph g\n    a -->|x| b\n  end\n"
    synced = sync_text(text, "a.mmd", Look(editorial, is_on_page=True), markdown=False)
    added = synced.text.removeprefix(text).split("\n")
    assert [" ".join(line.split()[:2]) for line in added if line] == [
        "classDef default",
        "classDef cluster",
        "linkStyle default",
    ]
    assert synced.text.count("fill:none") == 2


@pytest.mark.parametrize("theme", THEMES)
def test_a_ground_gives_the_same_whichever_was_written_before(theme: Theme) -> None:
    def written(*grounds: bool) -> list[str]:
        page = SOURCE
        for is_on_page in grounds:
            look = Look(theme, is_on_page=is_on_page)
            page = sync_text(page, "a.mmd", look, markdown=False).text
        return sorted(page.split("\n"))  # a line that is new stands last

    assert written(False, True) == written(True)
    assert written(True, False) == written(False)
