"""`diagrams page`: pictures in pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
FIGURE = "figure: flow\ntitle: One & two\ndesc: Two boxes.\nrow: [{box: One}, {box: Two}]\n"
PAGE = "# Title\n\n<!-- picture: one.yaml -->\n\nWords.\n\n<!-- picture: flow.mmd -->\n"


@pytest.fixture
def page(run: Run) -> Run:
    Path("one.yaml").write_text(FIGURE)
    Path("flow.mmd").write_text("flowchart LR\n  A --> B\n")
    Path("page.md").write_text(PAGE)
    return run


def test_a_picture_for_both_modes_stands_below_what_asks_for_it(page: Run) -> None:
    assert page("page", "page.md").status == 0
    text = Path("page.md").read_text()
    assert '<img alt="One &amp; two. Two boxes." src="rendered/one.light.svg"' in text
    assert 'srcset="rendered/flow.dark.svg"' in text
    assert sorted(path.name for path in Path("rendered").iterdir()) == [
        "flow.dark.svg",
        "flow.light.svg",
        "one.dark.svg",
        "one.light.svg",
    ]


def test_the_rest_of_the_page_stays_as_it_is(page: Run) -> None:
    page("page", "page.md")
    lines = Path("page.md").read_text().splitlines()
    assert [line for line in PAGE.splitlines() if line not in lines] == []


def test_a_second_run_changes_nothing(page: Run) -> None:
    page("page", "page.md")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    assert "page.md: up to date" in page("page", "page.md").err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_picture_is_that_of_render(page: Run) -> None:
    page("page", "page.md")
    page("render", "one.yaml", "-o", "out/")
    assert Path("rendered/one.dark.svg").read_bytes() == Path("out/one.dark.svg").read_bytes()


def test_check_writes_nothing_and_says_what_is_out_of_date(page: Run) -> None:
    ran = page("page", "--check", "page.md")
    assert (ran.status, Path("page.md").read_text()) == (1, PAGE)
    assert "page.md: out of date" in ran.err
    assert not Path("rendered").exists()


def test_check_is_content_after_a_run(page: Run) -> None:
    page("page", "page.md")
    assert page("page", "--check", "page.md").status == 0


def test_a_source_that_is_not_there_is_told_where_the_page_asks(page: Run) -> None:
    Path("flow.mmd").unlink()
    ran = page("page", "page.md")
    assert ran.status == 2
    assert "page.md:7:1: flow.mmd: cannot be read" in ran.err
    assert "rendered/one.light.svg" in Path("page.md").read_text()


def test_faults_of_a_source_are_told_in_the_source(page: Run) -> None:
    Path("one.yaml").write_text(FIGURE.replace("box: One", "bx: One"))
    assert "one.yaml:4:8: unknown kind" in page("page", "page.md").err
