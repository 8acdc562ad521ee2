"""Fences of figures in pages: what every command does with them, as with Mermaid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit.markdown import find_blocks

Run = Callable[..., Any]
FIGURE = """figure: flow
title: Two
desc: One leads to two.
row: [{box: One}, {box: Two}]
connect: [one -> two]
"""
FENCE = f"```figure\n{FIGURE}```\n"


@pytest.fixture(autouse=True)
def page(run: Run) -> Path:  # noqa: ARG001 (it changes the folder)
    page = Path("page.md")
    page.write_text(f"# Page\n\n## Steps\n\n{FENCE}")
    return page


def test_a_fence_is_drawn_and_called_after_its_heading(run: Run) -> None:
    assert run("render", "page.md", "-o", "out/", "--mode", "light").status == 0
    assert "One leads to two." in Path("out/page-steps.light.svg").read_text()


def test_a_mistake_is_told_with_the_line_of_the_page(run: Run, page: Path) -> None:
    page.write_text(f"# Page\n\n{FENCE.replace('{box: Two}', '{bax: Two}')}")
    for command in (("render", "page.md", "-o", "out/"), ("check", "page.md")):
        ran = run(*command)
        assert (ran.status, "page.md:7:" in ran.err, "bax" in ran.err) == (2, True, True)


def test_the_word_of_the_fence_says_that_it_is_a_figure(run: Run, page: Path) -> None:
    page.write_text("# Page\n\n```figure\nrow: [{box: One}]\n```\n")
    ran = run("check", "page.md")
    assert ran.status == 2
    assert "flowchart" not in ran.err


def test_goldens_are_kept_and_compared(run: Run, page: Path) -> None:
    assert run("accept", "page.md").status == 0
    assert run("test", "page.md").status == 0
    page.write_text(page.read_text().replace("box: Two", "box: Three").replace("two]", "three]"))
    assert run("test", "page.md").status == 1


def test_it_becomes_a_picture_whose_source_is_a_figure(run: Run, page: Path) -> None:
    assert run("sync", "--pictures", "page.md").status == 0
    assert "(picture: page-steps.yaml)" in page.read_text()
    assert Path("page-steps.yaml").read_text() == FIGURE
    assert run("sync", "--check", "page.md").status == 0


def test_a_page_asks_for_the_fence_of_another(run: Run) -> None:
    other = Path("other.md")
    other.write_text("<!-- picture: page.md#steps -->\n<!-- /picture -->\n")
    assert run("page", "other.md").status == 0
    assert "rendered/page-steps.light.svg" in other.read_text()


@pytest.mark.parametrize("command", ["sync", "check --fix"])
def test_what_repairs_mermaid_leaves_it(run: Run, page: Path, command: str) -> None:
    before = page.read_text()
    assert run(*command.split(), "page.md").status == 0
    assert page.read_text() == before


def test_a_comment_names_it_or_leaves_it_out(run: Run, page: Path) -> None:
    named = FENCE.replace("title:", "# diagram: name pair\ntitle:")
    skipped = FENCE.replace("title:", "# diagram: skip\ntitle:")
    page.write_text(f"{named}\n{skipped}")
    assert run("render", "page.md", "-o", "out/", "-f", "svg", "--mode", "light").status == 0
    assert [path.name for path in Path("out").glob("*.svg")] == ["page-pair.light.svg"]


def test_a_directive_that_shows_an_image_is_no_figure() -> None:
    assert find_blocks("```{figure} image.png\nCaption\n```\n", figures=True) == ()
