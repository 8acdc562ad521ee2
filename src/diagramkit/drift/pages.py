"""The pages of the report folder: HTML for people, Markdown for a pull request."""

from __future__ import annotations

from pathlib import Path

from diagramkit.drift.reporting import ACCEPT, report_of
from diagramkit.drift.run import Run
from diagramkit.golden.report import markdown
from diagramkit.project.files import write_atomically

PAGE = "index.html"
SUMMARY = "summary.md"


def write_pages(run: Run, folder: Path, command: str = ACCEPT) -> Path:
    """Write both pages and return the HTML page. Raises `DiagramError`."""
    from diagramkit.golden.report import html

    report = report_of(run, command)
    write_atomically(folder / SUMMARY, markdown.document(report).encode())
    page = folder / PAGE
    write_atomically(page, html.document(report).encode())
    return page
