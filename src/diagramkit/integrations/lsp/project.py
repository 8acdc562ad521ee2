"""What holds in the project of a document, and what was found in its diagrams, kept for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from diagramkit.checking.remark import Remark
from diagramkit.checking.run import How, Subject, look, report_of
from diagramkit.checking.selection import Selection
from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.drawing import Drawing
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import DrawingOptions
from diagramkit.theme.model import ModeName

Kept = TypeVar("Kept")
MOST_KEPT = 512
"""The most diagrams whose findings are kept, and the most folders whose settings are."""
FRESH = 2.0
"""Seconds for which the configuration and the theme of a folder are not looked at again."""


class Memory(Generic[Kept]):
    """The last values that were asked for, by key."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The value of a key, made if it is not there."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


@dataclass(frozen=True, eq=False)
class Project:
    """What a folder's diagrams are drawn and judged by; told apart by identity."""

    settings: Settings
    options: DrawingOptions
    selection: Selection

    def is_as(self, other: Project) -> bool:
        """Whether another says the same."""
        return (self.settings, self.options) == (other.settings, other.options)


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to say of a picture: its size in units, what it shows in words, its theme."""

    width: float
    height: float
    alt: str
    theme: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a diagram, why it cannot be drawn, and of a picture its data."""

    remarks: tuple[Remark, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    facts: Facts | None = None


class Projects:
    """Projects by folder, and diagrams checked in them; both of bounded number."""

    def __init__(self) -> None:
        self._projects: dict[Path, tuple[float, Project]] = {}
        self._checked: Memory[Checked] = Memory()

    def forget(self) -> None:
        """A configuration or a theme was saved: look at them again."""
        self._projects = {folder: (0.0, one) for folder, (_, one) in self._projects.items()}

    def of(self, folder: Path) -> Project:
        """The project of a folder. Raises `DiagramError` for a configuration or a theme with
        faults."""
        now = time.monotonic()
        when, known = self._projects.get(folder, (0.0, None))
        if known and when and now - when < FRESH:
            return known
        made = _project(folder)
        if known and known.is_as(made):
            made = known
        if len(self._projects) >= MOST_KEPT:
            self._projects.clear()
        self._projects[folder] = now, made
        return made

    def check(self, diagram: Diagram) -> Checked:
        """The findings about a diagram that hold in its project."""
        try:
            project = self.of(diagram.folder)
        except DiagramError as error:
            first = Location(diagram.shown, diagram.line)
            faults = (Diagnostic(each.code, str(each), first) for each in error.diagnostics)
            return Checked(errors=tuple(faults))
        return self._checked.get((diagram, project), lambda: _check(diagram, project))


def _project(folder: Path) -> Project:
    settings = load_settings(folder)
    options = settings.drawing.changed(modes=("light",)).loaded()
    mode: ModeName = "light" if "light" in options.look.modes else "dark"
    selection = Selection(settings.check, settings.folder or folder).checked()
    return Project(settings, options.changed(modes=(mode,)), selection)


def _check(diagram: Diagram, project: Project) -> Checked:
    mode: ModeName = "dark" if project.options.modes == ("dark",) else "light"
    how = How(project.options, mode, project.selection.has_style)
    subject = Subject(Path(diagram.shown), diagram.shown, diagram=diagram)
    drawn: list[Drawing] = []
    report = report_of([(subject, look(subject, how, drawn.append))], project.selection, ())
    facts = None
    if drawn:
        scene = drawn[-1].scene
        facts = Facts(scene.width, scene.height, drawn[-1].alt, project.options.look.name)
    return Checked(tuple(report.remarks), tuple(report.errors), facts)
