"""From what the user asked for to the drawings that have goldens."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.golden.facts import short_hash
from diagramkit.project.config import Settings, theme_reference
from diagramkit.project.diagrams import Diagram, read_inputs
from diagramkit.project.golden_options import FOLDER, GoldenOptions
from diagramkit.project.options import DrawingOptions, Mode, OneMode, one_modes
from diagramkit.project.outputs import Target, place


@dataclass(frozen=True, slots=True)
class Job:
    """One diagram in one theme: the goldens of its modes share a layout.

    `folder` is where the goldens are, `label` what they call the theme, `input` a hash of all
    that is drawn but the theme. `everything`: compare pixels even where the scene is the same.
    """

    diagram: Diagram
    options: DrawingOptions
    label: str
    modes: tuple[OneMode, ...]
    folder: Path
    goldens: GoldenOptions
    input: str
    everything: bool = False

    def golden_name(self, mode: str) -> str:
        """What the golden of a mode is called: `<name>.<theme>.<mode>`."""
        return f"{self.diagram.name}.{self.label}.{mode}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all its goldens."""
        return tuple(map(self.golden_name, self.modes))


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run speaks of, so that it knows which goldens have lost their source.

    `sources` are files, `folders` folders with all in them, absolute. `labels` and `modes` are
    None in a run over all themes and all modes. `homes` are folders that hold goldens by
    configuration, `unread` sources that could not be read.
    """

    sources: frozenset[Path]
    folders: tuple[Path, ...]
    labels: frozenset[str] | None
    modes: frozenset[str] | None
    homes: tuple[Path, ...] = ()
    unread: frozenset[Path] = frozenset()

    def holds(self, source: Path) -> bool:
        """Whether a source, absolute, is one that the run looks at."""
        return source in self.sources or any(map(source.is_relative_to, self.folders))


@dataclass(frozen=True, slots=True)
class Plan:
    """What to test, the inputs that could not be used, and the diagrams of kinds that are not
    drawn."""

    jobs: tuple[Job, ...]
    scope: Scope
    problems: tuple[Diagnostic, ...]
    undrawn: tuple[Diagnostic, ...] = ()


def plan_jobs(
    diagrams: Iterable[Diagram],
    settings: Settings,
    themes: Sequence[str],
    modes: Sequence[Mode] | None,
    *,
    everything: bool = False,
) -> tuple[list[Job], list[Diagnostic]]:
    """A job for each diagram and theme, and the diagrams that would share goldens with others.

    `themes` are as on the command line; with none, and without `modes`, the project's count.
    Raises `DiagramError` for a theme that cannot be used.
    """
    by_theme = options_by_theme(settings, themes)
    shown = one_modes(tuple(modes) if modes else settings.drawing.modes)
    jobs: list[Job] = []
    problems: list[Diagnostic] = []
    taken: dict[str, Diagram] = {}
    for diagram in diagrams:
        try:
            folder = goldens_folder(diagram, settings)
        except DiagramError as error:
            problems.extend(error.diagnostics)
            continue
        rival = taken.setdefault(os.path.normcase(folder / diagram.name), diagram)
        if rival is not diagram:
            problems.append(diagram.named_like(rival, "goldens"))
            continue
        jobs += [
            Job(diagram, options, label, shown, folder, settings.goldens, hashed, everything)
            for label, options in by_theme.items()
            for hashed in [input_hash(diagram, options)]
        ]
    return jobs, problems


def options_by_theme(settings: Settings, themes: Sequence[str]) -> dict[str, DrawingOptions]:
    """The project's drawing options in each theme, by the name that goldens use for it."""
    home = settings.folder or Path.cwd()
    references: list[str | Path] = [theme_reference(name, Path()) for name in themes]
    if not references:
        references = [theme_reference(name, home) for name in settings.goldens.themes]
    found: dict[str, DrawingOptions] = {}
    for reference in references or [settings.theme]:
        options = settings.drawing.changed(theme=reference).loaded()
        label = theme_label(options.look.name)
        if label in found:
            message = f'two themes are called "{label}": their goldens would have the same names'
            raise DiagramError.single("same-name", message)
        found[label] = options
    return found


def theme_label(name: str) -> str:
    """A theme's name as it stands in file names."""
    return re.sub(r"[^\w-]+", "-", name).strip("-") or "theme"


def goldens_folder(diagram: Diagram, settings: Settings) -> Path:
    """Where the goldens of a diagram are. Raises `DiagramError` when a link leads elsewhere."""
    if settings.goldens.folder is None:
        folder = diagram.folder / FOLDER
        if not folder.resolve().is_relative_to(diagram.folder.resolve()):
            message = f"{folder}: a link leads out of {diagram.folder}; nothing is written there"
            raise DiagramError.single("output", message)
        return folder
    home = settings.folder or Path.cwd()
    root = Path(os.path.relpath(home / settings.goldens.folder))
    return place(diagram, Target("folder", root, home))[1]


def input_hash(diagram: Diagram, options: DrawingOptions) -> str:
    """A hash of all that is drawn but the theme: the source and the settings."""
    text = diagram.text.replace("\r\n", "\n")
    return short_hash([text, diagram.name, options.values(scene_only=True)])


def make_plan(
    paths: Sequence[Path],
    settings: Settings,
    themes: Sequence[str] = (),
    modes: Sequence[Mode] | None = None,
    *,
    everything: bool = False,
) -> Plan:
    """The plan for files and folders. Raises `DiagramError` for a theme that cannot be used."""
    inputs = read_inputs(paths, settings)
    jobs, more = plan_jobs(inputs.diagrams, settings, themes, modes, everything=everything)
    labels = frozenset(job.label for job in jobs) if themes else None
    absolute = [Path(os.path.abspath(path)) for path in paths]
    folders = tuple(path for path in absolute if path.is_dir())
    scope = Scope(
        frozenset(absolute) - frozenset(folders),
        folders,
        labels,
        frozenset(one_modes(tuple(modes))) if modes else None,
        _homes(settings),
        frozenset(inputs.unread),
    )
    problems = (*inputs.problems, *more)
    return Plan(tuple(jobs), scope, problems, tuple(inputs.undrawn))


def _homes(settings: Settings) -> tuple[Path, ...]:
    if settings.goldens.folder is None:
        return ()
    return (Path(os.path.abspath((settings.folder or Path.cwd()) / settings.goldens.folder)),)
