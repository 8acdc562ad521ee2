"""What the diagrams of pages are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagramkit.project.diagrams import page_diagrams, slug

BLOCK = "```mermaid\nflowchart LR\n  {0} --> b\n```\n\n"


def _names(page: str) -> list[str]:
    return [one.diagram.name for one in page_diagrams(Path("docs/guide.md"), page)]


def test_a_diagram_is_called_after_its_page_and_the_nearest_heading() -> None:
    page = f"# Guide\n\n## Set up\n\n{BLOCK}### Later\n\n{BLOCK}"
    assert _names(page) == ["guide-set-up", "guide-later"]


def test_a_number_stands_only_from_the_second_under_a_heading_on() -> None:
    assert _names(f"## Set up\n\n{BLOCK}{BLOCK}{BLOCK}") == [
        "guide-set-up",
        "guide-set-up-2",
        "guide-set-up-3",
    ]


def test_without_a_heading_a_diagram_is_called_after_its_page() -> None:
    assert _names(BLOCK + BLOCK) == ["guide", "guide-2"]


def test_a_comment_names_a_diagram() -> None:
    block = "```mermaid\n%% diagram: name checkout\nflowchart LR\n  a --> b\n```\n"
    assert _names(f"## Set up\n\n{block}") == ["guide-checkout"]


def test_the_id_of_a_fence_names_a_diagram() -> None:
    block = "```mermaid {#checkout}\nflowchart LR\n  a --> b\n```\n"
    assert _names(f"## Set up\n\n{block}") == ["guide-checkout"]


def test_a_name_that_an_author_gave_is_not_taken_by_a_heading_before_it() -> None:
    block = "```mermaid\n%% diagram: name later\nflowchart LR\n  a --> b\n```\n"
    assert _names(f"## Later\n\n{BLOCK}{block}") == ["guide-later-2", "guide-later"]


@pytest.mark.parametrize("where", [0, 1])
def test_a_block_put_in_under_a_heading_of_its_own_renames_no_other(where: int) -> None:
    sections = [f"## One\n\n{BLOCK}", f"## Two\n\n{BLOCK}"]
    before = _names("".join(sections))
    sections.insert(where, f"## New\n\n{BLOCK}")
    assert [name for name in _names("".join(sections)) if name != "guide-new"] == before


def test_a_picture_of_the_page_keeps_its_name_for_itself() -> None:
    page = f"## One\n\n<!-- picture: guide-one.mmd -->\n\n{BLOCK}"
    assert _names(page) == ["guide-one-2"]


def test_a_diagram_that_says_so_is_skipped() -> None:
    block = "```mermaid\n%% diagram: skip\nflowchart LR\n  a --> b\n```\n"
    assert _names(f"## One\n\n{block}{BLOCK}") == ["guide-one"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Set up: the `CLI` (v2)", "set-up-the-cli-v2"),
        ("어텐션 기초", "어텐션-기초"),
        ("../../etc/passwd", "etcpasswd"),
        ("a" * 80, "a" * 60),
        ("—", ""),
    ],
)
def test_a_heading_becomes_a_part_of_a_file_name(heading: str, name: str) -> None:
    assert slug(heading) == name
