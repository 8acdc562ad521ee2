"""The pages of the report folder: HTML for people, Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from diagramkit.drift.run import Run
from diagramkit.drift.state import save_run
from diagramkit.files.border import Border
from diagramkit.golden.report import markdown
from diagramkit.golden.report.entry import DIAGRAMS, Commands

PAGE = "index.html"
SUMMARY = "summary.md"


def write_report(
    run: Run, folder: Path, border: Border, commands: Commands = DIAGRAMS, address: str = ""
) -> Path:
    """Write the report folder, with what `accept` needs, and return its HTML page.

    `commands` accept what it shows; `address` is where the folder will be published, so that
    pictures in the Markdown are found from elsewhere. Raises `DiagramError`, and then the folder
    is as it was.
    """
    from diagramkit.golden.report import html

    report = replace(run.report, commands=commands)

    def pages(names: Mapping[tuple[str, str], str]) -> dict[str, bytes]:
        return {
            SUMMARY: markdown.document(report, names, address).encode(),
            PAGE: html.document(report, home=folder).encode(),
        }

    save_run(run, folder, pages, border, commands)
    return folder / PAGE
