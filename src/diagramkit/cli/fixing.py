"""Repairing files, and showing what that changes."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from diagramkit.checking.fixing import fixed_drawing, fixed_mermaid
from diagramkit.cli.checking import Request, subjects_of
from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import Diagnostic, DiagramError, counted, printable
from diagramkit.files.border import Border
from diagramkit.files.write import replace_file
from diagramkit.markdown import dialect_of, find_blocks, rewrite_blocks
from diagramkit.project.config import load_settings
from diagramkit.project.discovery import Source
from diagramkit.project.documents import read_document
from diagramkit.project.options import DrawingOptions
from diagramkit.svg.read.document import MAX_BYTES
from diagramkit.svg.write import is_written


def repair(request: Request, *, writes: bool, unsafe: bool) -> int:
    """Repair the files that a request names, or show how; the exit status: 0, of a mere show 1
    when something would change, 2 when a file cannot be written."""
    settings = load_settings(Path.cwd())
    options = settings.drawing.changed(**request.changes, modes=(request.mode,)).loaded()
    border = settings.border(request.paths)
    found = subjects_of(request, settings)
    problems: list[Diagnostic] = []
    changed = 0
    for path in dict.fromkeys(subject.path for subject in found.subjects):
        try:
            changed += _file(path, options, request, border if writes else None, unsafe=unsafe)
        except DiagramError as error:
            # What cannot be read is told by the check; what cannot be written is told here.
            problems += error.diagnostics if writes else ()
    words = "repaired" if writes else "would repair"
    tell(f"{words} {counted(changed, 'file')}")
    if problems:
        say(problems)
        return 2
    return int(bool(changed) and not writes)


def _file(
    path: Path, options: DrawingOptions, request: Request, border: Border | None, *, unsafe: bool
) -> bool:
    """Repair one file within a border, or without one show how; whether there was anything to
    repair."""
    document = read_document(path, limit=MAX_BYTES)
    source = Source(path)
    if maker := _maker(document.text) if source.is_drawing else "":
        tell(f"{path}: left as it is: {maker}")
        return False
    if source.is_drawing:
        text = fixed_drawing(document.text, str(path), options.look, request.mode, unsafe=unsafe)
    elif source.is_markdown:
        text = _page(path, document.text, unsafe=unsafe)
    elif source.is_mermaid:
        text = fixed_mermaid(document.text, unsafe=unsafe)
    else:
        return False
    if text == document.text:
        return False
    if border is not None:
        replace_file(path, document.data(document.text), document.data(text), border)
    else:
        _show(path, document.text, text)
    return True


def _maker(text: str) -> str:
    """What a picture comes from that is made anew; empty for a drawing by hand."""
    if is_written(text):
        return "diagramkit drew it; repair its source, and render it again"
    from diagramkit.sync.drawings import is_stamped

    return "diagrams sync writes it, from the light one" if is_stamped(text) else ""


def _page(path: Path, text: str, *, unsafe: bool) -> str:
    """A page with its Mermaid blocks repaired."""
    blocks = find_blocks(text, dialect_of(path))
    diagrams = [fixed_mermaid(block.text, unsafe=unsafe) for block in blocks]
    if diagrams == [block.text for block in blocks]:
        return text
    return rewrite_blocks(text, blocks, diagrams)


def _show(path: Path, before: str, after: str) -> None:
    name = path.as_posix()
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        click.echo(printable(line.rstrip("\r\n")))
