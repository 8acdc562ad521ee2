"""Bringing files in step with the theme, and saying what came of it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import Diagnostic, DiagramError, Location, counted, printable
from diagramkit.files.border import Border
from diagramkit.markdown import find_blocks
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.discovery import DRAWING_SUFFIXES, SUFFIXES, Source
from diagramkit.project.documents import MAX_BYTES, decode
from diagramkit.project.options import DrawingOptions
from diagramkit.sync import Look, sync_text
from diagramkit.sync.guide import Guides
from diagramkit.sync.pictures import PictureOptions
from diagramkit.sync.step import Step, bring_in_step
from diagramkit.theme.model import ModeName
from diagramkit.theme.page import check_page

_SHOWN_CLASSES = 8


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line said; None where it said nothing."""

    paths: tuple[Path, ...]
    check: bool
    diff: bool
    pictures: bool
    changes: Mapping[str, Any]
    mode: ModeName | None
    exclude: tuple[str, ...] = ()
    verbose: bool = False

    @property
    def writes(self) -> bool:
        """Whether files are changed."""
        return not (self.check or self.diff)


@dataclass(slots=True)
class _Tally:
    """What was found in all files together."""

    files: int = 0
    diagrams: int = 0
    changed: int = 0
    findings: int = 0
    problems: int = 0
    unread: int = 0
    unknown: dict[str, Location] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)


def run(request: Request) -> int:
    """Bring the sources in step, or say what is not, and return the exit status."""
    settings = load_settings(Path.cwd()).excluding(request.exclude)
    options = settings.drawing.changed(**request.changes).loaded()
    look = look_of(settings, options, request.mode)
    border = settings.border(request.paths)
    pictures = PictureOptions.of(settings, options, border)
    guides = Guides.of(settings, look)
    sources, problems = _sources(request, settings, guides, border)
    tally = _Tally()
    for source in sources:
        if not (source.is_markdown or source.is_mermaid or source.is_drawing):
            continue
        problems += _take(source, look, pictures, request, guides, tally)
    say(problems)
    tally.problems += len(problems)
    if request.check:
        say(check_page(look.theme, look.mode))
    _tell_unknown(tally.unknown, look)
    tell(_summary(tally, request))
    if tally.problems:
        return 2
    return int(not request.writes and tally.findings > 0)


def filtered(changes: Mapping[str, Any], mode: ModeName | None) -> int:
    """Bring what comes from standard input in step, to standard output; the exit status.

    It is Markdown where there is a Mermaid block in it, else Mermaid.
    """
    settings = load_settings(Path.cwd())
    look = look_of(settings, settings.drawing.changed(**changes).loaded(), mode)
    text = decode(sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>")
    synced = sync_text(text, "<stdin>", look, markdown=bool(find_blocks(text)))
    say(synced.problems)
    sys.stdout.buffer.write(synced.text.encode())
    sys.stdout.buffer.flush()
    return 2 if synced.problems else 0


def _sources(
    request: Request, settings: Settings, guides: Guides, border: Border
) -> tuple[list[Source], list[Diagnostic]]:
    """The files to look at; of the whole project the pages with a guide too, hidden or not."""
    suffixes = (*SUFFIXES, *DRAWING_SUFFIXES)
    if request.paths:
        return settings.find(request.paths, suffixes)
    project = Path(os.path.relpath(settings.folder or Path.cwd()))
    named = [path for path in map(_relative, guides.wanted) if path.is_file()]
    for path in named:
        border.contain_target(path)
    return settings.find([project, *named], suffixes)


def _relative(path: Path) -> Path:
    return Path(os.path.relpath(path))


def look_of(settings: Settings, options: DrawingOptions, mode: ModeName | None) -> Look:
    """The look of a project in drawing options; the first of their modes when none is named."""
    own = (options.modes or ("light",))[0]
    return Look.of(options, mode or ("dark" if own == "dark" else "light"), settings.directive)


def _take(
    source: Source,
    look: Look,
    pictures: PictureOptions,
    request: Request,
    guides: Guides,
    tally: _Tally,
) -> Sequence[Diagnostic]:
    """Do with one file what is asked for; what is wrong with it."""
    try:
        step = bring_in_step(source, look, guides, pictures, pictures=request.pictures)
        if step.is_stale and request.writes:
            step.write(pictures.border)
    except DiagramError as error:
        return error.diagnostics
    if request.check:
        say(step.findings)
    if request.diff:
        _show_diff(step)
    tally.files += step.is_stale
    tally.diagrams += step.synced.diagrams
    tally.changed += step.changed
    tally.findings += len(step.findings)
    tally.unread += step.synced.unread
    tally.left.update(each.reason.short for each in step.synced.left)
    say(step.synced.warnings)
    if request.verbose:
        say(step.synced.remarks)
    for name, place in step.synced.unknown.items():
        tally.unknown.setdefault(name, place)
    return step.problems


def _show_diff(step: Step) -> None:
    from difflib import unified_diff

    name = step.document.path.as_posix()
    before, after = (each.splitlines(keepends=True) for each in (step.document.text, step.text))
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        click.echo(printable(line.rstrip("\r\n")))
    for path in step.files:
        click.echo(printable(f"write {path.as_posix()}"))


def _tell_unknown(unknown: dict[str, Location], look: Look) -> None:
    """One line on the classes that nothing is known of."""
    if not unknown:
        return
    names = ", ".join(list(unknown)[:_SHOWN_CLASSES])
    more = len(unknown) - _SHOWN_CLASSES
    tell(
        f"no role and not in [tool.diagrams.classes], so drawn as {look.default_role}: {names}"
        f"{f' and {more} more' if more > 0 else ''}; diagrams adopt proposes a map"
    )


def _summary(tally: _Tally, request: Request) -> str:
    in_step = tally.diagrams - tally.changed - tally.left.total() - tally.unread
    if request.writes:
        words = f"wrote the theme into {counted(tally.changed, 'diagram')}"
    else:
        words = f"{counted(tally.changed, 'diagram')} out of step"
    where = f" in {counted(tally.files, 'file')}" if tally.files else ""
    unread = f", {tally.unread} cannot be read" if tally.unread else ""
    reasons = "".join(f", {count} left: {why}" for why, count in sorted(tally.left.items()))
    return f"{words}{where}, {max(in_step, 0)} in step{unread}{reasons}"
