"""Pictures put into pages: `diagrams page`, and `diagrams render PAGE -o PAGE`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diagramkit.cli.messages import counted, say, tell
from diagramkit.cli.plan import Plan
from diagramkit.diagnostics import DiagramError
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.files import read_text, write_atomically
from diagramkit.project.options import DrawingOptions
from diagramkit.sync.pictures import Pictured, PictureOptions, fill, publish


def fill_pages(paths: Sequence[Path], *, check: bool, changes: Mapping[str, Any]) -> int:
    """Draw the pictures that pages have places for; the exit status is 1 for pages out of date
    with `check`, 2 for problems."""
    settings = load_settings(Path.cwd())
    drawing = settings.drawing.changed(**changes).loaded()
    status = 0
    for path in paths:
        try:
            status = max(status, _fill(path, settings, drawing, check=check))
        except DiagramError as error:
            say(error.diagnostics)
            status = 2
    return status


def _fill(path: Path, settings: Settings, drawing: DrawingOptions, *, check: bool) -> int:
    text = read_text(path, str(path))
    page = fill(text, path, PictureOptions.of(settings, drawing, path))
    say(page.problems)
    say(page.warnings)
    stale = len(page.files) + (page.text != text)
    if not check:
        _write(page, path, text)
    elif stale:
        tell(f"{path}: out of date; run diagrams page {path}")
    verb = "would write" if check else "wrote"
    tell(f"{path}: {verb} {counted(stale, 'file')}" if stale else f"{path}: up to date")
    return 2 if page.problems else int(check and bool(stale))


def _write(page: Pictured, path: Path, before: str | None) -> None:
    """Write the pictures, and the page last."""
    for file, data in page.files.items():
        write_atomically(file, data)
    if page.text != before:
        write_atomically(path, page.text.encode())


def publish_page(plan: Plan) -> int:
    """Write the page of a plan with pictures for blocks, and return the exit status."""
    say(plan.problems)
    if not plan.sources:
        return 2
    source, target = plan.sources[0].path, plan.target.path
    options = PictureOptions.of(plan.settings, plan.options, target, plan.formats)
    page = publish(read_text(source, str(source)), source, target, options)
    _write(page, target, None)
    say([*page.problems, *page.undrawn, *page.warnings])
    left = f", {len(page.undrawn)} of kinds that are not drawn" if page.undrawn else ""
    failed = f", {len(page.problems)} failed" if page.problems else ""
    tell(f"drew {counted(page.drawn, 'diagram')}{left}{failed} ({target})")
    return 2 if page.problems or plan.problems else 0
