"""From what the user asked for to the drawings that have goldens."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.drift.folders import goldens_folder
from diagramkit.drift.identity import with_former
from diagramkit.drift.job import Job, Scope
from diagramkit.drift.pictures import picture_jobs, pictures_in
from diagramkit.drift.rendered import Rendered, rendered_of
from diagramkit.files.border import Border
from diagramkit.golden.looks import LookReference
from diagramkit.golden.store import MANIFEST
from diagramkit.project.config import Settings, own_theme, theme_reference
from diagramkit.project.diagrams import Diagram, read_inputs
from diagramkit.project.golden_options import FOLDER
from diagramkit.project.options import DrawingOptions, Mode, modes_of, one_modes


@dataclass(frozen=True, slots=True)
class Plan:
    """What to test, the inputs that could not be used, where the run keeps to, and the diagrams of
    kinds that are not drawn. `moved` are the goldens, by absolute folder and name, of drawings that
    have other names now, `folders` all that hold goldens the run speaks of, `rendered` the
    pictures that have to be what is drawn now, `home` the folder of the project."""

    jobs: tuple[Job, ...]
    scope: Scope
    problems: tuple[Diagnostic, ...]
    border: Border
    undrawn: tuple[Diagnostic, ...] = ()
    moved: frozenset[tuple[str, str]] = frozenset()
    folders: tuple[Path, ...] = ()
    rendered: tuple[Rendered, ...] = ()
    home: Path = Path()


def plan_jobs(
    diagrams: Iterable[Diagram],
    settings: Settings,
    themes: Sequence[str],
    modes: Sequence[Mode] | None,
    border: Border,
    *,
    everything: bool = False,
    renew: bool = False,
) -> tuple[list[Job], list[Diagnostic]]:
    """A job for each diagram and theme, and the diagrams that would share goldens with others.

    `themes` are as on the command line; with none, and without `modes`, the project's count.
    Raises `DiagramError` for a theme that cannot be used.
    """
    by_theme = options_by_theme(settings, themes)
    shown = one_modes(tuple(modes) if modes else settings.drawing.modes)
    jobs: list[Job] = []
    problems: list[Diagnostic] = []
    drawn = {label: modes_of(options.look, shown) for label, (options, _) in by_theme.items()}
    taken: dict[str, Diagram] = {}
    folders: dict[Path, Path] = {}
    for diagram in diagrams:
        try:
            # Diagrams of a folder have their goldens in one folder.
            if (folder := folders.get(diagram.folder)) is None:
                folder = folders[diagram.folder] = goldens_folder(diagram, settings, border)
        except DiagramError as error:
            problems.extend(error.diagnostics)
            continue
        rival = taken.setdefault(os.path.normcase(folder / diagram.name), diagram)
        if rival is not diagram:
            problems.append(diagram.named_like(rival, "goldens"))
            continue
        jobs += [
            Job(
                diagram,
                options,
                label,
                drawn[label],
                folder,
                settings.goldens,
                look,
                settings.places,
                everything,
                renew,
            )
            for label, (options, look) in by_theme.items()
        ]
    return jobs, problems


def options_by_theme(
    settings: Settings, themes: Sequence[str]
) -> dict[str, tuple[DrawingOptions, LookReference]]:
    """The project's drawing options in each theme, by the name that goldens use for it."""
    home = settings.folder or Path.cwd()
    references: list[str | Path] = [theme_reference(name, Path()) for name in themes]
    if not references:
        references = [own_theme(name, home) for name in settings.goldens.themes]
    found: dict[str, tuple[DrawingOptions, LookReference]] = {}
    for reference in references or [settings.theme]:
        options = settings.drawing.changed(theme=reference).loaded()
        label = theme_label(options.look.name)
        if label in found:
            message = f'two themes are called "{label}": their goldens would have the same names'
            raise DiagramError.single("same-name", message)
        found[label] = options, LookReference.now(reference)
    return found


def theme_label(name: str) -> str:
    """A theme's name as it stands in file names."""
    return re.sub(r"[^\w-]+", "-", name).strip("-") or "theme"


def make_plan(
    paths: Sequence[Path],
    settings: Settings,
    themes: Sequence[str] = (),
    modes: Sequence[Mode] | None = None,
    *,
    everything: bool = False,
    renew: bool = False,
) -> Plan:
    """The plan for files and folders. Raises `DiagramError` for a theme that cannot be used."""
    border = settings.border(paths)
    shown = {path: pictures_in(path, settings) for path in paths}
    inputs = read_inputs(
        [path for path in paths if not shown[path] or _has_sources(path, settings)], settings
    )
    drawn = [Path(os.path.abspath(diagram.folder)) for diagram in inputs.diagrams]
    named = [
        picture
        for path in paths
        if not any(folder.is_relative_to(os.path.abspath(path)) for folder in drawn)
        for picture in shown[path]
    ]
    jobs, more = plan_jobs(
        inputs.diagrams, settings, themes, modes, border, everything=everything, renew=renew
    )
    labels = frozenset(job.label for job in jobs) if themes else None
    absolute = [Path(os.path.abspath(path)) for path in paths]
    folders = tuple(path for path in absolute if path.is_dir())
    scope = Scope(
        frozenset(absolute) - frozenset(folders),
        folders,
        labels,
        frozenset(one_modes(tuple(modes))) if modes else None,
        tuple(home for home in _homes(settings) if border.holds(home / MANIFEST)),
        frozenset(inputs.unread),
    )
    homes = golden_folders(jobs, scope)
    known, moved = with_former(jobs, homes, scope)
    others, rivals = picture_jobs(named, homes, scope, settings, border)
    homes = golden_folders([*known, *others], scope)
    problems = (*inputs.problems, *more, *rivals)
    published = rendered_of(inputs.diagrams, settings, border) if settings.goldens.rendered else ()
    known, rest = with_rendered(known, published)
    return Plan(
        (*known, *others),
        scope,
        problems,
        border,
        tuple(inputs.undrawn),
        moved,
        tuple(homes),
        tuple(rest),
        settings.folder or Path.cwd(),
    )


def _has_sources(path: Path, settings: Settings) -> bool:
    """Whether a folder has files that diagrams may be drawn from."""
    return path.is_dir() and bool(settings.find([path])[0])


def with_rendered(
    jobs: Iterable[Job], shown: Iterable[Rendered]
) -> tuple[list[Job], list[Rendered]]:
    """The jobs, with the rendered pictures that are of the same drawing; and those of none."""
    left = {one.diagram: one for one in shown}
    found = []
    for job in jobs:
        one = left.get(job.diagram)
        is_its = one is not None and _drawn_with(one.options) == _drawn_with(job.options)
        found.append(replace(job, rendered=left.pop(job.diagram)) if is_its else job)
    return found, list(left.values())


def _drawn_with(options: DrawingOptions) -> tuple[object, ...]:
    """All that a drawing depends on but its source; it has every mode."""
    values = {name: value for name, value in options.values().items() if name != "modes"}
    return values, options.look.as_dict()


def golden_folders(jobs: Iterable[Job], scope: Scope) -> list[Path]:
    """The folders with goldens that a run speaks of, in an order that all runs agree on."""
    used = dict.fromkeys(job.folder for job in jobs)
    known = {os.path.abspath(folder): folder for folder in used}
    places = [(root, FOLDER) for root in scope.folders]
    for root, name in [*places, *((home, "") for home in scope.homes)]:
        for path in _marked_folders(root, name):
            known.setdefault(os.path.abspath(path), Path(os.path.relpath(path)))
    return [known[path] for path in sorted(known)]


def _marked_folders(root: Path, name: str) -> Iterator[Path]:
    """The folders under `root` that hold goldens; with a name, those of that name alone."""
    for here, inner, files in os.walk(root):
        if name in ("", Path(here).name) and MANIFEST in files:
            yield Path(here)
        inner[:] = [name for name in inner if not name.startswith(".") and name != "node_modules"]


def _homes(settings: Settings) -> tuple[Path, ...]:
    if settings.goldens.folder is None:
        return ()
    return (Path(os.path.abspath((settings.folder or Path.cwd()) / settings.goldens.folder)),)
