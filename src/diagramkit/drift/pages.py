"""The pages of the report folder: HTML for people, Markdown for a pull request."""

from __future__ import annotations

from pathlib import Path

from diagramkit.drift.reporting import ACCEPT, report_of
from diagramkit.drift.run import Run
from diagramkit.drift.state import save_run
from diagramkit.files.border import Border
from diagramkit.golden.report import markdown

PAGE = "index.html"
SUMMARY = "summary.md"


def write_report(run: Run, folder: Path, border: Border, command: str = ACCEPT) -> Path:
    """Write the report folder, with what `accept` needs, and return its HTML page.

    `command` accepts all of the run. Raises `DiagramError`, and then the folder is as it was.
    """
    from diagramkit.golden.report import html

    report = report_of(run, command)
    pages = {
        SUMMARY: markdown.document(report).encode(),
        PAGE: html.document(report).encode(),
    }
    save_run(run, folder, pages, border)
    return folder / PAGE
