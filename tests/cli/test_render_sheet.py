"""`diagrams render --sheet`: all diagrams of a folder on one page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
FIGURE = "figure: flow\ntitle: T\ndesc: D\nrow: [{box: One}, {box: Two}]\nconnect: one -> two\n"


@pytest.fixture
def folder(run: Run) -> Run:
    Path("d").mkdir()
    Path("d/a.yaml").write_text(FIGURE)
    Path("d/b.yaml").write_text(FIGURE.replace("Two", "Three").replace("two", "three"))
    Path("d/c.mmd").write_text("flowchart LR\n  A{Good?} --> B[(Store)]\n")
    return run


def test_a_sheet_is_drawn_in_both_modes_as_svg_and_png(folder: Run) -> None:
    assert folder("render", "d", "--sheet").status == 0
    assert sorted(path.name for path in Path("d/rendered").iterdir()) == [
        "sheet.dark.png",
        "sheet.dark.svg",
        "sheet.light.png",
        "sheet.light.svg",
    ]


def test_a_sheet_shows_every_diagram_with_its_name(folder: Run) -> None:
    folder("render", "d", "--sheet", "-o", "out/")
    svg = Path("out/sheet.light.svg").read_text()
    words = re.findall(r"<text[^>]*>([^<]*)", svg)
    assert {"a", "b", "c", "One", "Three", "Good?", "Store"} <= set(words)


def test_a_sheet_has_no_id_twice(folder: Run) -> None:
    folder("render", "d", "--sheet", "-o", "out/")
    ids = re.findall(r' id="([^"]*)"', Path("out/sheet.light.svg").read_text())
    assert len(ids) == len(set(ids)) > 8


def test_a_bad_diagram_is_told_and_the_others_are_drawn(folder: Run) -> None:
    Path("d/bad.yaml").write_text("figure: flow\n")
    ran = folder("render", "d", "--sheet", "-o", "out/")
    assert ran.status == 2
    assert "d/bad.yaml:1:1" in ran.err
    assert "drew 3 diagrams on one sheet" in ran.err
