"""Drawing one diagram: the unit of work that a process of its own can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic
from diagramkit.files.border import Border
from diagramkit.files.write import write_file
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import DrawingOptions
from diagramkit.project.outputs import Picture

if TYPE_CHECKING:
    from diagramkit.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Task:
    """One diagram, the folder its pictures go to, the pictures, and where they have to be."""

    diagram: Diagram
    folder: Path
    pictures: tuple[Picture, ...]
    options: DrawingOptions
    border: Border


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: hashes of the files written, or errors."""

    files: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Diagnostic, ...] = ()
    errors: tuple[Diagnostic, ...] = ()


def perform(task: Task) -> Outcome:
    """Draw and write all pictures of a task; whatever goes wrong is in the outcome."""
    from diagramkit.drawing import draw
    from diagramkit.project.cache import digest

    try:
        drawing = draw(task.diagram, task.options)
        files = {}
        for picture in task.pictures:
            data = picture_bytes(drawing, picture)
            write_file(task.folder / picture.file, data, task.border)
            files[picture.file] = digest(data)
        return Outcome(files, drawing.warnings_as(each.format for each in task.pictures))
    except Exception as error:
        return Outcome(errors=task.diagram.errors_of(error))


def lost(task: Task) -> Outcome:
    """The outcome of a task whose process ended without one."""
    return Outcome(errors=(task.diagram.lost(),))


def picture_bytes(drawing: Drawing, picture: Picture) -> bytes:
    """One picture of a drawing; the drawing's layout is the same in every mode."""
    return drawing.in_mode(picture.drawn).data(picture.format, picture.shown)
