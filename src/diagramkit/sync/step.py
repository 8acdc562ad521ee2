"""One file of a project brought in step: its guide, its diagrams, its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic
from diagramkit.files.border import Border
from diagramkit.files.write import replace_file, write_file
from diagramkit.project.discovery import MERMAID_SUFFIXES, Source
from diagramkit.project.documents import Document
from diagramkit.sync.document import Synced, sync_text
from diagramkit.sync.files import read_document, write_document
from diagramkit.sync.guide import Guides
from diagramkit.sync.look import Look

if TYPE_CHECKING:
    from diagramkit.sync.pictures import PictureOptions


@dataclass(frozen=True, slots=True)
class Step:
    """What has to be done with a file, and what was found in it.

    `text` is the file in step, `files` the other files that belong to it and are not there yet or
    out of step. `changed` counts the diagrams that were out of step, pictures among them; what else
    the diagrams are says `synced`.
    """

    document: Document
    text: str
    files: Mapping[Path, bytes]
    synced: Synced
    changed: int
    findings: tuple[Diagnostic, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def is_stale(self) -> bool:
        """Whether there is anything to write."""
        return self.text != self.document.text or bool(self.files)

    def write(self, border: Border) -> None:
        """Write what has to be, the file itself last. Raises DiagramError where it cannot be."""
        for path, data in self.files.items():
            if path.suffix in MERMAID_SUFFIXES:  # a source that moves, and never over another
                replace_file(path, None, data, border)
            else:
                write_file(path, data, border)
        if self.text != self.document.text:
            write_document(self.document, self.text, border)


def bring_in_step(
    source: Source, look: Look, guides: Guides, options: PictureOptions, *, pictures: bool = False
) -> Step:
    """Read a file and find out what has to be done; nothing is written.

    The pictures that a page has places for are drawn; with `pictures` its blocks become pictures
    too. Raises DiagramError for a file that cannot be read.
    """
    document = read_document(source.path)
    path = source.path
    if source.is_drawing:
        return _drawing(document, look)
    text, stale = guides.write(document.text, path)
    synced = sync_text(text, str(path), look, markdown=source.is_markdown)
    text, files = synced.text, dict[Path, bytes]()
    findings, problems, changed = [*stale, *synced.differences], [*synced.problems], synced.changed
    if source.is_markdown:
        from diagramkit.sync.pictures import convert, fill

        for write in (fill, *([convert] if pictures else [])):
            page = write(text, path, options)
            text, files = page.text, {**files, **page.files}
            findings += page.findings
            problems += page.problems
            changed = max(changed, page.changed)
    return Step(
        document,
        text,
        files,
        synced,
        changed,
        tuple(findings),
        tuple(dict.fromkeys(problems)),
    )


def _drawing(document: Document, look: Look) -> Step:
    """What has to be done with a drawing by hand."""
    from diagramkit.sync.drawings import is_twin, sync_drawing, twin_of

    path, twin = document.path, twin_of(document.path)
    nothing = Synced(document.text, 0, 0, (), (), {})
    if is_twin(path) or look.mode == "dark":
        return Step(document, document.text, {}, nothing, 0, (), ())
    old = read_document(twin).text if twin.is_file() else None
    drawing = sync_drawing(document.text, path, look.theme, old)
    if drawing is None:
        return Step(document, document.text, {}, nothing, 0, (), ())
    files = {} if drawing.twin in (None, old) else {twin: document.data(drawing.twin or "")}
    changed = int(bool(files) or drawing.text != document.text)
    found, hard = drawing.findings, drawing.warnings
    synced = Synced(drawing.text, 1, changed, found, (), {}, warnings=hard)
    return Step(document, drawing.text, files, synced, changed, found, ())
