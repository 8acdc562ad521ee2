"""Pictures put into pages: `diagrams page`, and `diagrams render PAGE -o PAGE`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diagramkit.cli.messages import say, tell
from diagramkit.cli.plan import Plan
from diagramkit.diagnostics import DiagramError, counted
from diagramkit.files.border import Border
from diagramkit.files.write import replace_file, write_file
from diagramkit.project.config import load_settings
from diagramkit.project.documents import read_document
from diagramkit.sync.pictures import Pictured, PictureOptions, fill, publish


def fill_pages(paths: Sequence[Path], *, check: bool, changes: Mapping[str, Any]) -> int:
    """Draw the pictures that pages have places for; the exit status is 1 for pages out of date
    with `check`, 2 for problems."""
    settings = load_settings(Path.cwd())
    drawing = settings.drawing.changed(**changes).loaded()
    options = PictureOptions.of(settings, drawing, settings.border(paths))
    status = 0
    for path in paths:
        try:
            status = max(status, _fill(path, options, check=check))
        except DiagramError as error:
            say(error.diagnostics)
            status = 2
    return status


def _fill(path: Path, options: PictureOptions, *, check: bool) -> int:
    text = read_document(path, str(path)).text
    page = fill(text, path, options)
    say(page.problems)
    say(page.warnings)
    stale = len(page.files) + (page.text != text)
    if not check:
        _write_pictures(page, options.border)
        if page.text != text:
            replace_file(path, text.encode(), page.text.encode(), options.border)
    elif stale:
        tell(f"{path}: out of date; run diagrams page {path}")
    verb = "would write" if check else "wrote"
    tell(f"{path}: {verb} {counted(stale, 'file')}" if stale else f"{path}: up to date")
    return 2 if page.problems else int(check and bool(stale))


def _write_pictures(page: Pictured, border: Border) -> None:
    """Write what a page shows, before the page itself."""
    for file, data in page.files.items():
        write_file(file, data, border)


def publish_page(plan: Plan) -> int:
    """Write the page of a plan with pictures for blocks, and return the exit status."""
    say(plan.problems)
    if not plan.sources:
        return 2
    source, target = plan.sources[0].path, plan.target.path
    options = PictureOptions.of(plan.settings, plan.options, plan.border, plan.formats)
    page = publish(read_document(source, str(source)).text, source, target, options)
    _write_pictures(page, plan.border)
    write_file(target, page.text.encode(), plan.border)
    say([*page.problems, *page.undrawn, *page.warnings])
    left = f", {len(page.undrawn)} of kinds that are not drawn" if page.undrawn else ""
    failed = f", {len(page.problems)} failed" if page.problems else ""
    tell(f"drew {counted(page.drawn, 'diagram')}{left}{failed} ({target})")
    return 2 if page.problems or plan.problems else 0
