"""Notebooks, executed and converted."""

from __future__ import annotations

import base64
import gc
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diagramkit import Box, Figure, render

nbformat = pytest.importorskip("nbformat", reason="needs nbclient, nbconvert and ipykernel")
pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

CELLS = (
    "%load_ext diagramkit",
    "%%diagram --name flow\nflowchart LR\n  a[Mill] --> b[Bakery]",
    "%diagram_theme blueprint",
    "%%diagram --mode dark\nflowchart LR\n  a[Mill] --> b[Bakery]",
    "%%diagram\nflowchart LR\n  a[[Mill] --> b",
)


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """Kernels that have ended go here: jupyter_client does not ask for their status, of which a
    later test would be warned."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Any:
    from nbclient import NotebookClient

    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(each) for each in CELLS])
    folder = str(tmp_path_factory.mktemp("notebook"))
    NotebookClient(made, allow_errors=True, resources={"metadata": {"path": folder}}).execute()
    return made


def shown(notebook: Any, cell: int) -> Any:
    return notebook.cells[cell].outputs[0]


def test_a_cell_shows_svg_and_png(notebook: Any) -> None:
    data = shown(notebook, 1).data
    assert "Bakery" in data["image/svg+xml"]
    assert "prefers-color-scheme: dark" in data["image/svg+xml"]
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")


def test_the_theme_of_a_notebook_is_that_of_the_cells_below(notebook: Any) -> None:
    expected = render(CELLS[3].split("\n", 1)[1], theme="blueprint", mode="dark", name="cell")
    assert shown(notebook, 3).data["image/svg+xml"] == expected.svg


def test_an_error_names_the_line_of_the_cell(notebook: Any) -> None:
    assert "<cell>:3:" in shown(notebook, 4).evalue


def test_pictures_stand_in_a_converted_notebook(notebook: Any, tmp_path: Path) -> None:
    exporter = pytest.importorskip("nbconvert").HTMLExporter()
    html, _ = exporter.from_notebook_node(notebook)
    assert len(re.findall(r"<svg xmlns|<img[^>]*data:image/svg\+xml", html)) == 2
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("needs Chromium for the PDF")
    (tmp_path / "page.html").write_text(html)
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=page.pdf"]
    subprocess.run([*command, "page.html"], cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_a_figure_gives_what_it_is_asked_for() -> None:
    figure = Figure(title="One", desc="A box.", row=[Box("Mill")])
    data, sizes = figure._repr_mimebundle_(include=["image/png"])
    assert list(data) == ["image/png"]
    assert sizes["image/png"]["width"] > 0


def test_marimo_is_given_the_svg_alone() -> None:
    figure = Figure(title="One", desc="A box.", row=[Box("Mill")])
    for shown in (figure, render("flowchart LR\n  a[Mill] --> b", mode="both")):
        kind, data = shown._mime_()
        assert (kind, "Mill" in data) == ("image/svg+xml", True)


def test_a_cell_of_marimo_shows_a_drawing() -> None:
    marimo = pytest.importorskip("marimo")
    app = marimo.App()

    @app.cell
    def _() -> None:
        from diagramkit import render

        render("flowchart LR\n  a[Mill] --> b[Bakery]", mode="both")

    outputs, _ = app.run()
    words = marimo.as_html(outputs[0]).text
    assert "Bakery" in words
    assert "image/png" not in words
