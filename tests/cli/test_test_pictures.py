"""`diagrams test figure.svg picture.png`: goldens of what other programs or people drew."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Run = Callable[..., Any]
FIGURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 90" width="200" height="90">
<rect width="200" height="90" fill="#ffffff"/>
<rect id="left" x="20" y="20" width="60" height="40" fill="none" stroke="#111111"/>
<text x="50" y="45" text-anchor="middle" font-family="Arial" font-size="13">one</text>
</svg>
"""


def png(color: str) -> bytes:
    target = BytesIO()
    Image.new("RGB", (60, 40), color).save(target, "png")
    return target.getvalue()


@pytest.fixture(autouse=True)
def _accepted(run: Run) -> None:
    Path("figure.svg").write_text(FIGURE)
    Path("plot.png").write_bytes(png("#336699"))
    assert run("accept", "figure.svg", "plot.png").status == 0


def test_pictures_that_look_as_they_did_pass(run: Run) -> None:
    ran = run("test", "figure.svg", "plot.png")
    assert (ran.status, "2 same" in ran.err) == (0, True)


def test_an_edit_that_nobody_sees_passes(run: Run) -> None:
    Path("figure.svg").write_text(f"<!-- a comment -->\n\n{FIGURE}")
    assert run("test", "figure.svg").status == 0


def test_of_a_drawing_what_has_moved_is_named(run: Run) -> None:
    Path("figure.svg").write_text(FIGURE.replace('x="20"', 'x="26"'))
    ran = run("test", "figure.svg")
    assert ran.status == 1
    assert "rect#left" in ran.out.decode()


def test_of_pixels_the_share_is_told_and_the_difference_shown(run: Run) -> None:
    Path("plot.png").write_bytes(png("#663399"))
    ran = run("test", "plot.png", "--report", "report")
    assert "100 % of the pixels" in ran.out.decode()
    assert (ran.status, Path("report/plot.picture.light.difference.png").exists()) == (1, True)


def test_a_share_of_pixels_that_is_let_pass_passes(run: Run) -> None:
    Path("plot.png").write_bytes(png("#663399"))
    Path("diagrams.toml").write_text("goldens = {tolerance = {renderer = 1, picture = 0.5}}\n")
    assert run("test", "plot.png").status == 1
    Path("diagrams.toml").write_text("goldens = {tolerance = {picture = 1}}\n")
    assert (run("test", "plot.png").status) == 0


def test_a_run_over_the_project_looks_at_pictures_that_have_goldens(run: Run) -> None:
    Path("a.mmd").write_text("flowchart LR\n  A --> B\n")
    Path("other.png").write_bytes(png("#ffffff"))
    run("accept", "a.mmd")
    ran = run("test", ".")
    assert (ran.status, "4 same" in ran.err) == (0, True), ran.err
    Path("plot.png").unlink()
    assert "plot.picture.light" in run("test", ".").out.decode()


def test_what_is_no_picture_is_refused(run: Run) -> None:
    Path("plot.png").write_bytes(b"no picture")
    ran = run("test", "plot.png")
    assert (ran.status, "plot: neither a PNG nor an SVG" in ran.err) == (2, True), ran.err
