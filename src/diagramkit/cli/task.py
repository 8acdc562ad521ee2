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


@dataclass(frozen=True, slots=True)
class Alike:
    """Tasks of one run whose diagrams are drawn alike, so that they are laid out once."""

    tasks: tuple[Task, ...]

    @property
    def diagram(self) -> Diagram:
        """The first of the diagrams."""
        return self.tasks[0].diagram


def perform(alike: Alike) -> list[Outcome]:
    """Draw and write all pictures of tasks; whatever goes wrong is in the outcomes."""
    from diagramkit.drawing import draw

    drawing: Drawing | None = None
    outcomes = []
    for task in alike.tasks:
        try:
            drawing = drawing or draw(task.diagram, task.options)
            outcomes.append(_written(drawing, task, alike.diagram))
        except Exception as error:
            outcomes.append(Outcome(errors=task.diagram.errors_of(error)))
    return outcomes


def _written(drawing: Drawing, task: Task, drawn: Diagram) -> Outcome:
    """Write the pictures of a task, of a drawing that was made of a diagram like its own."""
    from diagramkit.project.cache import digest, moved

    named = drawing.named(task.diagram.name)
    files = {}
    for picture in task.pictures:
        data = picture_bytes(named, picture)
        write_file(task.folder / picture.file, data, task.border)
        files[picture.file] = digest(data)
    warnings = named.warnings_as(each.format for each in task.pictures)
    if task.diagram is not drawn:
        warnings = moved(warnings, task.diagram.shown, task.diagram.line - drawn.line)
    return Outcome(files, warnings)


def lost(alike: Alike) -> list[Outcome]:
    """The outcomes of tasks whose process ended without one."""
    return [Outcome(errors=(task.diagram.lost(),)) for task in alike.tasks]


def picture_bytes(drawing: Drawing, picture: Picture) -> bytes:
    """One picture of a drawing; the drawing's layout is the same in every mode."""
    return drawing.in_mode(picture.drawn).data(picture.format, picture.shown)
