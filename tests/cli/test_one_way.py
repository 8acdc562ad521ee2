"""One project with every setting away from its default: the same source gives the same picture,
whatever asks for it."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from diagramkit import DrawingOptions, draw, load_settings, render
from diagramkit.drift.comparison import bare
from diagramkit.golden.record import load_record
from diagramkit.golden.serial import dump_scene
from diagramkit.integrations.notebook import Figure
from diagramkit.project.config import known_settings
from diagramkit.project.options import one_modes

Run = Callable[..., Any]

SOURCE = """flowchart LR
  accTitle: Four steps
  A[One]:::hot --> B{Two?} -->|yes| C[Three]
  B --> D[Four]
  classDef hot fill:#ffeecc,stroke:#885500
"""
FIGURE = "figure: pair\ntitle: Two\ndesc: Two boxes.\nrow: [{box: One}, {box: Two}]\n"
THEME = "extends: blueprint\nname: own\nbox: {radius: 1}\n"
SETTINGS = """theme = "own.yaml"
mode = ["dark", "light"]
colors = "source"
text = "outlines"
styles = "attributes"
background = "#fafafa"
default_role = "note"
title = "always"
lang = "de"
unmapped = "primary"
key = true
ground = "page"
scale = 3
width = 700
rasterizer = "cairosvg"
[classes]
hot = "accent"
[goldens]
scale = 2
"""
PAGE = "# Page\n\n<!-- picture: flow.mmd -->\n\n<!-- picture: pair.yaml -->\n"
BLOCKS = f"# Page\n\n```mermaid\n%% diagram: name flow\n{SOURCE}```\n"
TEST = "def test_flow(diagram_golden):\n    diagram_golden('flow.mmd')\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        "diagrams.toml": SETTINGS,
        "own.yaml": THEME,
        "flow.mmd": SOURCE,
        "pair.yaml": FIGURE,
        "page.md": PAGE,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def _hash(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _pictures(folder: str, *, stem: str = "flow") -> str:
    """The SVG of both modes, called after `flow` whatever they are called."""
    found = [Path(folder, f"{stem}.{mode}.svg").read_bytes() for mode in ("light", "dark")]
    return _hash(*(data.replace(stem.encode(), b"flow") for data in found))


def _render(run: Run) -> str:
    assert run("render", "flow.mmd", "-f", "svg").status == 0
    return _pictures("rendered")


def _render_one(run: Run) -> str:
    pictures = [run("render", "flow.mmd", "-o", "-", "--mode", mode).out for mode in MODES]
    return _hash(*pictures)


def _page(run: Run) -> str:
    assert run("page", "page.md").status == 0
    return _pictures("rendered")


def _published(run: Run) -> str:
    Path("blocks.md").write_text(BLOCKS)
    assert run("render", "blocks.md", "-o", "out/page.md").status == 0
    return _pictures("out", stem="blocks-flow")


def _sync(run: Run) -> str:
    assert run("sync", "page.md").status == 0
    return _pictures("rendered")


def _sync_pictures(run: Run) -> str:
    Path("blocks.md").write_text(BLOCKS)
    assert run("sync", "--pictures", "blocks.md").status == 0
    made = Path("blocks-flow.mmd")
    assert run("render", str(made), "-f", "svg", "-o", "again/").status == 0
    assert _pictures("again", stem="blocks-flow") == _pictures("rendered", stem="blocks-flow")
    # sync writes the theme into the source, which is another one then.
    made.write_text(SOURCE)
    assert run("sync", "blocks.md").status == 0
    return _pictures("rendered", stem="blocks-flow")


def _python(run: Run) -> str:  # noqa: ARG001
    options = load_settings(Path()).drawing
    drawing = draw("flow.mmd", options)
    return _hash(*(drawing.in_mode(mode).svg.encode() for mode in MODES))


def _keywords(run: Run) -> str:  # noqa: ARG001
    options = load_settings(Path()).drawing
    values = {field.name: getattr(options, field.name) for field in fields(DrawingOptions)}
    del values["modes"]
    return _hash(*(render("flow.mmd", mode=mode, **values).svg.encode() for mode in MODES))


MODES = ("light", "dark")
DOORS = {
    function.__name__.strip("_"): function
    for function in (
        _render,
        _render_one,
        _page,
        _published,
        _sync,
        _sync_pictures,
        _python,
        _keywords,
    )
}


@pytest.mark.cairo
@pytest.mark.usefixtures("project")
def test_every_door_draws_the_same_bytes(run: Run) -> None:
    hashes = {name: door(run) for name, door in DOORS.items()}
    assert set(hashes.values()) == {hashes["render"]}


def _goldens(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.glob("flow.*.json")):
        if record := load_record(file.read_text(encoding="utf-8")):
            yield record.scene_text, file.with_suffix(".png").read_bytes()


@pytest.mark.cairo
def test_goldens_are_of_the_scene_that_is_drawn(run: Run, project: Path) -> None:
    assert run("accept", "flow.mmd").status == 0
    drawing = draw("flow.mmd", load_settings(project).drawing)
    scenes = [dump_scene(bare(drawing.in_mode(mode).scene)) for mode in ("dark", "light")]
    assert [scene for scene, _ in _goldens(project / "goldens")] == scenes


@pytest.mark.cairo
def test_the_plugin_finds_the_goldens_of_accept_the_same(run: Run, project: Path) -> None:
    assert run("accept", "flow.mmd").status == 0
    (project / "test_flow.py").write_text(TEST)
    command = [sys.executable, "-m", "pytest", "-q", "--diagrams-all", "test_flow.py"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert "1 passed" in ran.stdout


@pytest.mark.cairo
def test_a_figure_is_the_same_in_a_notebook_a_page_and_on_the_command_line(
    run: Run, project: Path
) -> None:
    from diagramkit.figure import read

    run("render", "pair.yaml", "-f", "svg")
    rendered = Path("rendered/pair.light.svg").read_bytes()
    run("page", "page.md")
    assert Path("rendered/pair.light.svg").read_bytes() == rendered
    model = read(FIGURE, "pair.yaml")
    figure = Figure(*model.parts, title=model.title, desc=model.desc)
    drawing = draw(figure, load_settings(project).drawing, name="pair")
    assert drawing.in_mode("light").svg.encode() == rendered


def test_the_project_has_every_drawing_setting_away_from_its_default(project: Path) -> None:
    options, default = load_settings(project).drawing, DrawingOptions()
    same = [
        field.name
        for field in fields(DrawingOptions)
        if getattr(options, field.name) == getattr(default, field.name)
    ]
    assert same == []
    keys = {key for key in known_settings() if re.search(rf"(?m)^\[?{key}\b", SETTINGS)}
    assert one_modes(options.modes) == ("light", "dark")
    assert keys >= {field.name for field in fields(DrawingOptions)} - {"modes"}
