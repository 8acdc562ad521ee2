"""A run: every drawing and diagram that paths name, looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.checking.remark import Remark, Report
from diagramkit.checking.selection import Selection
from diagramkit.checking.suppression import Suppression, suppressed
from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.project.config import Settings
from diagramkit.project.diagrams import Diagram, read_sources
from diagramkit.project.discovery import DRAWING_SUFFIXES, SUFFIXES
from diagramkit.project.documents import read_bytes
from diagramkit.project.options import DrawingOptions
from diagramkit.svg.read.document import MAX_BYTES
from diagramkit.theme.model import ModeName

if TYPE_CHECKING:
    from diagramkit.checking.diagrams import Keep


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to look at: a drawing by its bytes, or a diagram."""

    path: Path
    shown: str
    data: bytes = b""
    diagram: Diagram | None = None


@dataclass(frozen=True, slots=True)
class How:
    """How subjects are looked at."""

    options: DrawingOptions
    mode: ModeName
    style: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one subject."""

    remarks: tuple[Remark, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    errors: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Found:
    """The subjects that paths name, and what could not be used."""

    subjects: list[Subject] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)


def find_subjects(paths: Sequence[Path], settings: Settings) -> Found:
    """The drawings and diagrams that files and folders hold."""
    sources, problems = settings.find(paths, (*SUFFIXES, *DRAWING_SUFFIXES))
    drawings = [source for source in sources if source.is_drawing]
    found = Found(errors=list(problems))
    for source in drawings:
        try:
            data = read_bytes(source.path, str(source.path), limit=MAX_BYTES)
            found.subjects.append(Subject(source.path, str(source.path), data))
        except DiagramError as error:
            found.errors += error.diagnostics
    inputs = read_sources([source for source in sources if not source.is_drawing], settings)
    found.errors += inputs.problems
    found.subjects += [
        Subject(Path(diagram.shown), diagram.shown, diagram=diagram) for diagram in inputs.diagrams
    ]
    return found


def look(subject: Subject, how: How, keep: Keep | None = None) -> Looked:
    """Look at one subject; whatever goes wrong is in the result. `keep` is handed what a diagram
    is drawn as."""
    from diagramkit.checking.diagrams import check_diagram
    from diagramkit.checking.drawings import check_drawing
    from diagramkit.drawing import collector_paused

    try:
        with collector_paused():
            if subject.diagram:
                remarks, comments = check_diagram(
                    subject.diagram, how.options, style=how.style, keep=keep
                )
            else:
                remarks, comments = check_drawing(
                    subject.data, subject.shown, how.options.look, how.mode, style=how.style
                )
        return Looked(tuple(remarks), tuple(comments))
    except DiagramError as error:
        return Looked(errors=error.diagnostics)
    except Exception as error:  # a fault of ours in one subject is no reason to drop the others
        return Looked(errors=(_fault(subject, error),))


def alike(subjects: Sequence[Subject]) -> list[int]:
    """For each subject the place of the first one in which the same is found: the same source in
    the same folder."""
    first: dict[object, int] = {}
    return [
        first.setdefault(subject.diagram.sameness if subject.diagram else place, place)
        for place, subject in enumerate(subjects)
    ]


def moved(looked: Looked, of: Subject, to: Subject) -> Looked:
    """What was found in one of two subjects that are alike, as found in the other."""
    if of is to or of.diagram is None or to.diagram is None:
        return looked
    begin, by = of.diagram.line, to.diagram.line - of.diagram.line

    def line(number: int) -> int:
        return number + by if number >= begin else number

    def place(location: Location) -> Location:
        return replace(location, path=to.shown, line=line(location.line))

    remarks = (
        replace(
            remark,
            location=place(remark.location),
            elements=tuple(replace(each, line=line(each.line)) for each in remark.elements),
        )
        for remark in looked.remarks
    )
    comments = (replace(each, line=line(each.line), used=set()) for each in looked.suppressions)
    errors = (
        replace(each, location=each.location and place(each.location)) for each in looked.errors
    )
    return Looked(tuple(remarks), tuple(comments), tuple(errors))


def report_of(
    pairs: Iterable[tuple[Subject, Looked]], selection: Selection, errors: Iterable[Diagnostic]
) -> Report:
    """The findings that hold, by file and place."""
    report = Report(errors=list(errors))
    for subject, looked in pairs:
        report.subjects += 1
        report.errors += looked.errors
        remarks = selection.hold(looked.remarks, subject.path)
        left = suppressed(remarks, looked.suppressions, subject.shown)
        report.remarks += selection.hold(left, subject.path)
    report.sort()
    return report


def _fault(subject: Subject, error: Exception) -> Diagnostic:
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    name = type(error).__name__
    message = f"a fault of diagramkit, not of the drawing: {name}: {error} ({where})"
    return Diagnostic("fault", message, Location(subject.shown))
