"""Checking what paths name, and saying what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import click

from diagramkit.checking.memory import Memory
from diagramkit.checking.remark import ORDER, Report
from diagramkit.checking.run import (
    Found,
    How,
    Looked,
    Subject,
    alike,
    find_subjects,
    look,
    moved,
    report_of,
)
from diagramkit.checking.selection import Selection
from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import Diagnostic, Location, counted
from diagramkit.project import jobs
from diagramkit.project.check_options import CheckOptions
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.diagrams import Diagram
from diagramkit.project.documents import MAX_BYTES, decode
from diagramkit.theme.model import ModeName

Format = Literal["text", "json", "sarif", "github", "junit"]
_STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line said; None where it said nothing."""

    paths: tuple[Path, ...]
    form: Format
    select: str | None
    ignore: str | None
    mode: ModeName
    changes: Mapping[str, Any]
    jobs: int | None
    picture: Path | None = None
    remembers: bool = True


def run(request: Request) -> int:
    """Check what is asked for, write the findings, and return the exit status."""
    settings = load_settings(Path.cwd())
    selection = _selection(request, settings.check, settings.folder or Path.cwd())
    options = settings.drawing.changed(**request.changes, modes=(request.mode,)).loaded()
    found = subjects_of(request, settings)
    how = How(options, request.mode, selection.has_style)
    memory = Memory.of(settings.folder or Path.cwd(), how) if request.remembers else None
    looked = _looked(found.subjects, how, request.jobs, memory)
    report = report_of(zip(found.subjects, looked, strict=True), selection, found.errors)
    _write(report, request.form)
    if request.picture:
        _paint(found.subjects, report, request.picture)
    return 2 if report.errors else int(bool(report.remarks))


def _looked(
    subjects: Sequence[Subject], how: How, wanted_jobs: int | None, memory: Memory | None
) -> list[Looked]:
    """What is found in each subject, in order: recalled, or looked for now, once in those that
    are alike."""
    known = [memory.recall(subject) if memory else None for subject in subjects]
    first = alike(subjects)
    todo = [place for place, found in enumerate(known) if found is None and first[place] == place]
    run = jobs.run(partial(look, how=how), [subjects[at] for at in todo], wanted_jobs, _lost)
    try:
        with closing(run) as results:
            for place, found in zip(todo, results, strict=True):
                known[place] = found
                if memory:
                    memory.remember(subjects[place], found)
        for place, of in enumerate(first):
            if known[place] is None and (first_found := known[of]):
                known[place] = found = moved(first_found, subjects[of], subjects[place])
                if memory:
                    memory.remember(subjects[place], found)
    finally:
        if memory:
            memory.save()
    return [found or Looked() for found in known]


def _selection(request: Request, options: CheckOptions, folder: Path) -> Selection:
    """What the project says, and what the command line says instead."""
    if request.select is not None:
        options = replace(options, select=_codes(request.select))
    if request.ignore is not None:
        options = replace(options, ignore=(*options.ignore, *_codes(request.ignore)))
    return Selection(options, folder).checked()


def _codes(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())


def subjects_of(request: Request, settings: Settings) -> Found:
    """The drawings and diagrams that a request names."""
    if _STANDARD_INPUT in request.paths:
        if len(request.paths) > 1:
            raise click.UsageError("- (standard input) cannot be combined with other paths")
        return Found([_standard_input()])
    project = Path(os.path.relpath(settings.folder or Path.cwd()))
    return find_subjects(request.paths or (project,), settings)


def _standard_input() -> Subject:
    """What comes from standard input: a drawing where it begins as one, else a diagram."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    shown = "<stdin>"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Subject(Path(shown), shown, data)
    text = decode(data, shown).removeprefix("\ufeff")
    return Subject(Path(shown), shown, diagram=Diagram("diagram", text, shown, 1, Path()))


def _lost(subject: Subject) -> Looked:
    """The outcome of a subject whose process ended without one."""
    message = "the checking process ended abruptly; try again with -j 1"
    return Looked(errors=(Diagnostic("process", message, Location(subject.shown)),))


def _write(report: Report, form: Format) -> None:
    """Findings to standard output, all else to standard error."""
    if form != "text":
        written = import_module(f"diagramkit.checking.output.{form}").document(report)
        sys.stdout.buffer.write(written.encode())
        sys.stdout.buffer.flush()
        return
    from diagramkit.cli.messages import styled

    for remark in report.remarks:
        click.echo(styled(remark.diagnostic))
    say(report.errors)
    tell(_summary(report))


def _paint(subjects: list[Subject], report: Report, folder: Path) -> None:
    """Write the drawings with findings to a folder, called after their paths."""
    from diagramkit.checking.picture import marked
    from diagramkit.files.border import Border
    from diagramkit.files.write import write_file

    border = Border.around([folder])
    for subject in subjects:
        remarks = [one for one in report.remarks if one.location.path == subject.shown]
        if subject.data and remarks:
            name = "-".join(part for part in subject.path.parts if part not in ("/", "..", "."))
            text = marked(subject.data.decode("utf-8", "replace"), remarks)
            write_file(border.inside(folder, name), text.encode(), border)


def _summary(report: Report) -> str:
    counts = [
        counted(number, name if name != "style" else "style finding")
        for name in ORDER
        if (number := sum(one.severity == name for one in report.remarks))
    ]
    looked = counted(report.subjects, "drawing")
    left = f", {counted(len(report.errors), 'problem')}" if report.errors else ""
    return f"{', '.join(counts) or 'nothing wrong'} in {looked}{left}"
