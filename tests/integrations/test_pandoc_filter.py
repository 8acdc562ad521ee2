"""The filter for Pandoc and Quarto, run by Pandoc."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import diagramkit.integrations

from .conftest import BROKEN, FIGURE, FLOW, ROOT

pypandoc = pytest.importorskip("pypandoc", reason="needs pypandoc_binary")
FILTER = Path(next(iter(diagramkit.integrations.__path__))) / "diagrams.lua"
PAGE = f"# Page\n\n- item\n\n    ```mermaid\n    flowchart LR\n      x --> y\n    ```\n\n```{{.mermaid #flow}}\n{FLOW}```\n\n```figure\n{FIGURE}```\n\n```python\nx\n```\n"  # noqa: E501


@pytest.fixture(autouse=True)
def _program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = shutil.which("diagrams")
    assert program
    monkeypatch.setenv("PATH", f"{Path(program).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    monkeypatch.chdir(tmp_path)


def convert(text: str, form: str, *more: str) -> subprocess.CompletedProcess[str]:
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", form, f"--lua-filter={FILTER}"]
    return subprocess.run(
        [*command, *more], input=text, capture_output=True, text=True, check=False
    )


def test_html_gets_inline_svg_for_mermaid_and_figures_alone() -> None:
    ran = convert(PAGE, "html")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("</svg>") == 3
    assert re.search(
        r'<div id="flow" class="diagram" .*?<svg style="max-width:100%', ran.stdout, re.S
    )
    # A wide picture scrolls on a phone: it shrinks no further than its words can be read.
    assert re.search(r"@media screen\{#diagram-[^{]*\{min-width:\d+px\}\}", ran.stdout)
    assert 'class="sourceCode python"' in ran.stdout


def test_latex_gets_vector_pdf() -> None:
    ran = convert(f"```mermaid\n{FLOW}```\n", "latex", "--extract-media=media")
    assert r"\includegraphics" in ran.stdout
    assert next(Path("media").glob("*.pdf")).read_bytes().startswith(b"%PDF")


def test_a_diagram_that_cannot_be_drawn_fails_and_is_shown() -> None:
    ran = convert(f"```mermaid\n{BROKEN}```\n", "html")
    assert ran.returncode != 0
    assert 'expected "]]"' in ran.stderr
    assert "a[[One] --> b" in ran.stderr
