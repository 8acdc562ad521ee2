"""From what the user asked for to the pictures that have to be drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click

from diagramkit.cli.task import Task
from diagramkit.diagnostics import Diagnostic, DiagramError, counted
from diagramkit.files.border import Border
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.diagrams import Diagram, Inputs, read_inputs
from diagramkit.project.discovery import Source
from diagramkit.project.documents import MAX_BYTES, decode
from diagramkit.project.options import DrawingOptions, Format, Mode, modes_of, one_modes
from diagramkit.project.outputs import Picture, Target, common_folder, parse_target, pictures, place
from diagramkit.theme.model import Theme

_STANDARD_INPUT = Path("-")
_DEFAULT_FOLDER = "diagrams"


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line said; None where it said nothing. `changes` are drawing options."""

    paths: tuple[Path, ...]
    output: str | None
    formats: tuple[Format, ...] | None
    changes: Mapping[str, Any]
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to draw. `roots` holds the cache's folder of each task, None where none is kept.

    `problems` are the inputs that could not be used, `sources` the others; `undrawn` are the
    diagrams of kinds that are not drawn.
    """

    target: Target
    settings: Settings
    options: DrawingOptions
    formats: tuple[Format, ...]
    sources: tuple[Source, ...]
    undrawn: tuple[Diagnostic, ...]
    tasks: tuple[Task, ...]
    roots: tuple[Path | None, ...]
    problems: tuple[Diagnostic, ...]
    border: Border


def prepare(request: Request) -> Plan:
    """Find the sources, and decide on pictures and places.

    Raises `DiagramError` and `click.UsageError` for a request that cannot be met at all; single
    bad inputs end up in the plan's problems.
    """
    settings = load_settings(Path.cwd()).excluding(request.exclude)
    paths = request.paths or (default_path(settings),)
    if _STANDARD_INPUT in paths and len(paths) > 1:
        raise click.UsageError("- (standard input) cannot be combined with other paths")
    target = _target(request, settings, paths)
    border = _border(request, settings, paths, target)
    options = settings.drawing.changed(**request.changes).loaded()
    inputs = _read(paths, target, settings)
    diagrams, problems = inputs.diagrams, inputs.problems
    _check_count(target, inputs)
    modes = modes_of(options.look, _modes(request, settings, target, options.look))
    options = options.changed(modes=modes)
    many = len(diagrams) > 1 or any(path.is_dir() for path in paths)
    formats = _formats(request, settings, target, many)
    if target.kind == "markdown":
        diagrams = []  # they are drawn where their pictures go in the page
    places: dict[Path, tuple[Path, Path]] = {}

    def made(diagram: Diagram) -> tuple[Task, Path | None]:
        # Diagrams of a folder have their pictures in one folder.
        if not target.is_single and diagram.folder not in places:
            places[diagram.folder] = place(diagram, target, border)
        where = places.get(diagram.folder)
        return _task(diagram, target, where, modes, formats, options, border)

    pairs = _tasks(diagrams, problems, made)
    tasks, roots = [task for task, _ in pairs], [root for _, root in pairs]
    return Plan(
        target,
        settings,
        options,
        formats,
        tuple(inputs.sources),
        tuple(inputs.undrawn),
        tuple(tasks),
        tuple(roots),
        tuple(problems),
        border,
    )


def default_path(settings: Settings) -> Path:
    """The folder that is meant when no path is named. Raises `click.UsageError` without one."""
    folder = (settings.folder or Path.cwd()) / _DEFAULT_FOLDER
    path = Path(os.path.relpath(folder))
    if not folder.is_dir():
        raise click.UsageError(f"there is no folder {path}: name the files or folders to draw")
    return path


def _border(request: Request, settings: Settings, paths: Sequence[Path], target: Target) -> Border:
    """Where the run keeps to: the project, and what the command line names."""
    border = settings.border(paths)
    if request.output is None or target.kind == "stdout":
        return border
    return border.widened(target.path if target.kind == "folder" else target.path.parent)


def _target(request: Request, settings: Settings, paths: Sequence[Path]) -> Target:
    if request.output is None and _STANDARD_INPUT in paths:
        return Target("stdout")
    if request.output is None and settings.output is not None:
        path = Path(os.path.relpath(settings.output))
        return Target("folder", path, settings.folder or Path.cwd())
    target = parse_target(request.output)
    if target.kind == "folder":
        return Target("folder", target.path, common_folder(paths))
    if target.kind == "markdown":
        _check_page(target.path, paths)
    return target


def _check_page(page: Path, paths: Sequence[Path]) -> None:
    if len(paths) != 1 or not Source(paths[0]).is_markdown or paths[0].is_dir():
        raise click.UsageError(f"-o {page} needs one Markdown file to take the text from")
    if page.resolve() == paths[0].resolve():
        raise click.UsageError(f"-o {page} is the source itself, which would lose its diagrams")


def _read(paths: Sequence[Path], target: Target, settings: Settings) -> Inputs:
    if _STANDARD_INPUT in paths:
        text = decode(sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>").removeprefix("\ufeff")
        return Inputs(diagrams=[Diagram("diagram", text, "<stdin>", 1, Path())])
    inputs = read_inputs(paths, settings)
    having = {diagram.shown for diagram in inputs.diagrams}
    having |= {each.location.path for each in inputs.undrawn if each.location}
    for source in inputs.sources:
        is_empty = str(source.path) not in having and os.path.abspath(source.path) not in map(
            str, inputs.unread
        )
        if is_empty and source.named and target.kind != "markdown":
            words = f"{source.path}: no diagram to draw in this file"
            inputs.problems.append(Diagnostic("empty", words))
    return inputs


def _check_count(target: Target, inputs: Inputs) -> None:
    diagrams = inputs.diagrams
    if target.is_single and len(diagrams) > 1:
        where = "standard output" if target.kind == "stdout" else str(target.path)
        raise click.UsageError(
            f"{where} holds one diagram, {len(diagrams)} were found: "
            "name one, or give -o a folder (with a / at the end)"
        )
    nothing = not (diagrams or inputs.problems or inputs.undrawn)
    if nothing and target.kind != "markdown":
        raise click.UsageError(f"no diagram to draw in {counted(len(inputs.sources), 'file')}")


def _modes(request: Request, settings: Settings, target: Target, theme: Theme) -> tuple[Mode, ...]:
    if not target.is_single:
        return _asked(request) or settings.drawing.modes or ("light", "dark")
    modes = _asked(request) or (settings.drawing.modes or one_modes(theme.modes))[:1]
    if len(modes) > 1:
        raise click.UsageError("one picture shows one mode: choose light, dark or, as SVG, both")
    form = target.format or (request.formats or ("svg",))[0]
    if modes == ("both",) and form != "svg":
        if _asked(request):
            raise click.UsageError(f"{form} cannot follow the reader: choose light or dark")
        return ("light",)
    return modes


def _asked(request: Request) -> tuple[Mode, ...] | None:
    return request.changes.get("modes")


def _formats(
    request: Request, settings: Settings, target: Target, many: bool
) -> tuple[Format, ...]:
    if target.is_single:
        formats = request.formats or (target.format or "svg",)
        if len(formats) > 1:
            raise click.UsageError(f"one picture has one format, not {','.join(formats)}")
        if target.format not in (None, formats[0]):
            raise click.UsageError(f"-f {formats[0]} does not go with -o {target.path}")
        return formats
    if target.kind == "markdown":
        formats = request.formats or ("svg",)
        if formats[0] == "pdf":
            raise click.UsageError("a page cannot show PDF: choose svg, png or webp")
        return formats
    return request.formats or settings.formats or (("svg", "png") if many else ("svg",))


def _tasks(
    diagrams: Iterable[Diagram],
    problems: list[Diagnostic],
    make: Callable[[Diagram], tuple[Task, Path | None]],
) -> list[tuple[Task, Path | None]]:
    """The tasks that `make` gives, but for those that would write each other's files."""
    tasks = []
    taken: dict[str, Diagram] = {}
    for diagram in diagrams:
        try:
            task, root = make(diagram)
        except DiagramError as error:
            problems.extend(error.diagnostics)
            continue
        files = [os.path.normcase(task.folder / picture.file) for picture in task.pictures]
        rival = next((taken[file] for file in files if file in taken), None)
        if rival is not None:
            problems.append(diagram.named_like(rival, "pictures"))
            continue
        taken.update(dict.fromkeys(files, diagram))
        tasks.append((task, root))
    return tasks


def _task(
    diagram: Diagram,
    target: Target,
    where: tuple[Path, Path] | None,
    modes: tuple[Mode, ...],
    formats: tuple[Format, ...],
    options: DrawingOptions,
    border: Border,
) -> tuple[Task, Path | None]:
    if where is None:
        shown: Literal["light", "dark"] = "dark" if modes[0] == "dark" else "light"
        picture = Picture(target.path.name, formats[0], modes[0], shown)
        return Task(diagram, target.path.parent, (picture,), options, border), None
    root, folder = where
    task = Task(diagram, folder, pictures(diagram.name, modes, formats), options, border)
    return task, root
