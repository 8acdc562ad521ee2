"""`diagrams page`: pictures in pages."""

from __future__ import annotations

import re
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
    assert 'srcSet="rendered/flow.dark.svg"' in text
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


def test_a_place_in_code_is_left_alone(page: Run) -> None:
    shown = "```html\n<!-- picture: one.yaml -->\n<!-- /picture -->\n```\n"
    Path("page.md").write_text(shown)
    assert page("page", "page.md").status == 0
    assert Path("page.md").read_text() == shown


def test_a_place_of_mdx_is_filled_with_jsx(page: Run) -> None:
    Path("page.mdx").write_text("# T\n\n{/* picture: flow.mmd */}\n")
    assert page("page", "page.mdx").status == 0
    text = Path("page.mdx").read_text()
    assert text.startswith("# T\n\n{/* picture: flow.mmd */}\n<picture>\n")
    assert text.endswith('width="268" />\n</picture>\n{/* /picture */}\n')


@pytest.mark.parametrize("name", ["../out/x.mmd", "/etc/passwd", "a/../../out/x.mmd", "link/x.mmd"])
def test_a_source_outside_of_the_project_is_refused(page: Run, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "out"
    inside = tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "x.mmd").write_text("flowchart LR\n  A --> B\n")
    (inside / "link").symlink_to(outside)
    (inside / "page.md").write_text(f"<!-- picture: {name} -->\n")
    ran = page("page", str(inside / "page.md"))
    assert ran.status == 2
    assert "page.md:1:1" in ran.err
    assert "outside of the project" in ran.err
    assert not (outside / "rendered").exists()


def test_pictures_are_not_written_where_a_page_says_outside_of_the_project(
    page: Run, tmp_path: Path
) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "x.mmd").write_text("flowchart LR\n  A --> B\n")
    shown = '<!-- picture: x.mmd -->\n<img src="../out/x.light.svg">\n<!-- /picture -->\n'
    (inside / "page.md").write_text(shown)
    assert page("page", str(inside / "page.md")).status == 2
    assert not (tmp_path / "out").exists()


def test_a_page_shows_narrow_readers_a_narrow_drawing(page: Run) -> None:
    Path("diagrams.toml").write_text("widths = [440, 960]\n")
    chain = " --> ".join(f"N{number}[Step number {number}]" for number in range(6))
    Path("flow.mmd").write_text(f"flowchart LR\n  {chain}\n")
    page("page", "page.md")
    text = Path("page.md").read_text()
    narrow = [line.strip() for line in text.splitlines() if "max-width" in line]
    assert len(narrow) == 2
    assert "(prefers-color-scheme: dark)" in narrow[0]
    file = re.findall(r'srcSet="([^"]+)"', narrow[1])[0]
    assert float(re.findall(r'viewBox="0 0 ([0-9.]+)', Path(file).read_text())[0]) <= 440


def test_a_drawing_that_is_narrow_anyway_has_one_width(page: Run) -> None:
    Path("diagrams.toml").write_text("widths = [440, 960]\n")
    page("page", "page.md")
    assert "max-width" not in Path("page.md").read_text()


def test_a_picture_is_described_in_words_where_its_author_did_not(page: Run) -> None:
    page("page", "page.md")
    assert 'alt="Flowchart of 2 boxes. A to B."' in Path("page.md").read_text()


def test_page_draws_with_the_settings_of_the_project(page: Run) -> None:
    Path("diagrams.toml").write_text('default_role = "accent"\n')
    page("render", "flow.mmd")
    before = Path("rendered/flow.light.svg").read_bytes()
    page("page", "page.md")
    assert Path("rendered/flow.light.svg").read_bytes() == before
