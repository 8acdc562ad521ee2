"""`diagrams render`: nothing is drawn again without need, and sameness is sameness of bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diagramkit import drawing
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import DrawingOptions

GOOD = "flowchart LR\n  A[One] --> B[Two]\n"
UNKNOWN_CLASS = "flowchart LR\n  A:::gpu --> B\n"
CACHE = Path("d/rendered/.diagrams-cache.json")
Run = Callable[..., Any]


@pytest.fixture
def drawn(run: Run) -> Run:
    """The command, after a first run over two diagrams."""
    Path("d").mkdir()
    Path("d/a.mmd").write_text(GOOD)
    Path("d/b.mmd").write_text(UNKNOWN_CLASS)
    assert "drew 2 diagrams (d/rendered)" in run("render", "d").err
    return run


def test_a_second_run_draws_nothing(drawn: Run) -> None:
    before = {path: path.stat().st_mtime_ns for path in Path("d/rendered").iterdir()}
    assert "drew 0 diagrams, 2 unchanged" in drawn("render", "d").err
    assert {path: path.stat().st_mtime_ns for path in Path("d/rendered").iterdir()} == before


def test_alike_sources_are_drawn_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []

    def draw(diagram: Diagram, options: DrawingOptions) -> drawing.Drawing:
        drawn.append(diagram.text)
        return draw_it(diagram, options)

    draw_it = drawing.draw
    monkeypatch.setattr(drawing, "draw", draw)
    _write_alike()
    assert "drew 4 diagrams (d/rendered)" in run("render", "d").err
    assert sorted(drawn) == [UNKNOWN_CLASS, GOOD]


def test_alike_sources_give_what_each_gives_alone(run: Run) -> None:
    _write_alike()
    told = run("render", "d").err.splitlines()[:-1]
    together = _pictures()
    for path in Path("d/rendered").iterdir():
        path.unlink()
    alone = []
    for name in ("a.mmd", "b.mmd", "page.md"):
        alone += run("render", f"d/{name}", "-f", "svg,png").err.splitlines()[:-1]
    assert together == _pictures()
    assert told == alone
    assert len(together) == 16


def _write_alike() -> None:
    """Two diagrams, each in a file and in a page."""
    Path("d").mkdir()
    Path("d/a.mmd").write_text(GOOD)
    Path("d/b.mmd").write_text(UNKNOWN_CLASS)
    Path("d/page.md").write_text(f"```mermaid\n{GOOD}```\n\n```mermaid\n{UNKNOWN_CLASS}```\n")


def _pictures() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("d/rendered").glob("*.*.*g")}


def _edit_source() -> None:
    Path("d/a.mmd").write_text(GOOD.replace("One", "Other"))


def _edit_picture() -> None:
    with Path("d/rendered/a.light.svg").open("a") as file:
        file.write(" ")


def _remove_picture() -> None:
    Path("d/rendered/a.dark.png").unlink()


@pytest.mark.parametrize("change", [_edit_source, _edit_picture, _remove_picture])
def test_what_has_changed_is_drawn_again_and_no_more(
    drawn: Run, change: Callable[[], None]
) -> None:
    change()
    assert "drew 1 diagram, 1 unchanged" in drawn("render", "d").err
    assert "drew 0 diagrams, 2 unchanged" in drawn("render", "d").err


@pytest.mark.parametrize(
    "options",
    [
        ("--scale", "3"),
        ("--width", "300"),
        ("--background", "transparent"),
        ("--text", "outlines"),
        ("--colors", "source"),
        pytest.param(("--rasterizer", "cairosvg"), marks=pytest.mark.cairo),
        ("-f", "webp"),
        ("--theme", "own.yaml"),
    ],
)
def test_another_option_draws_all_again(drawn: Run, options: tuple[str, ...]) -> None:
    Path("own.yaml").write_text('extends: editorial\nlight: {canvas: "#FFFFFF"}\n')
    assert "drew 2 diagrams (" in drawn("render", "d", *options).err


def test_a_changed_theme_file_draws_all_again(drawn: Run) -> None:
    Path("own.yaml").write_text('extends: editorial\nlight: {canvas: "#FFFFFF"}\n')
    drawn("render", "d", "--theme", "own.yaml")
    Path("own.yaml").write_text('extends: editorial\nlight: {canvas: "#FEFEFE"}\n')
    assert "drew 2 diagrams (" in drawn("render", "d", "--theme", "own.yaml").err


def test_a_changed_class_map_draws_all_again(drawn: Run) -> None:
    Path("diagrams.toml").write_text('[classes]\ngpu = "accent"\n')
    assert "drew 2 diagrams (" in drawn("render", "d").err


def test_fewer_formats_than_before_need_no_drawing(drawn: Run) -> None:
    assert "2 unchanged" in drawn("render", "d", "-f", "svg").err
    assert "2 unchanged" in drawn("render", "d").err


@pytest.mark.parametrize("garbage", [b"", b"\xff", b"[]", b'{"diagrams": 1}'])
def test_a_cache_of_garbage_is_drawn_over(drawn: Run, garbage: bytes) -> None:
    CACHE.write_bytes(garbage)
    assert "drew 2 diagrams (" in drawn("render", "d").err
    assert "2 unchanged" in drawn("render", "d").err


def test_a_moved_block_is_unchanged_and_its_warning_moves_along(run: Run) -> None:
    notes = Path("n.md")
    notes.write_text(f"```mermaid\n{UNKNOWN_CLASS}```\n")
    first = run("render", "n.md").err
    notes.write_text(f"\n\n\n```mermaid\n{UNKNOWN_CLASS}```\n")
    second = run("render", "n.md").err
    assert "1 unchanged" in second
    line = int(first.split("n.md:")[1].split(":")[0])
    assert f"n.md:{line + 3}:" in second


def test_a_warning_is_told_on_every_run(drawn: Run) -> None:
    assert drawn("render", "d").err.count("gpu") >= 1


def _render(folder: Path, *options: str, **environment: str) -> dict[str, bytes]:
    """Pictures by name, drawn in a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "diagramkit", "render", "d", "-o", "out/", *options],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    out = folder / "out"
    pictures = {path.name: path.read_bytes() for path in out.iterdir() if path.name[0] != "."}
    for path in out.iterdir():
        path.unlink()
    return pictures


@pytest.mark.cairo
@pytest.mark.usefixtures("run")
def test_bytes_do_not_depend_on_process_hash_seed_locale_or_jobs(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for number in range(4):
        text = GOOD + f"  B --> C[Three {number} é]\n  C --> A\n  A --> D & E & F\n"
        (tmp_path / "d" / f"{number}.mmd").write_text(text, encoding="utf-8")
    (tmp_path / "diagrams.toml").write_text('formats = ["svg", "png", "pdf"]\n')
    first = _render(tmp_path, PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    assert len(first) == 24
    assert _render(tmp_path, PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Seoul") == first
    assert _render(tmp_path, "-j", "3", PYTHONHASHSEED="2", LANG="tr_TR.UTF-8") == first
