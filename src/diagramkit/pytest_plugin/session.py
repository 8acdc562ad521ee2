"""What a test session learns about goldens, and what it does in the end."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic, DiagramError, counted
from diagramkit.drawing import Drawing
from diagramkit.drift.accepting import Choice, write_goldens
from diagramkit.drift.folders import absolute, goldens_folder
from diagramkit.drift.identity import with_former
from diagramkit.drift.job import Job, Scope
from diagramkit.drift.orphans import Orphan, unused
from diagramkit.drift.outcome import Outcome, Result
from diagramkit.drift.pages import write_report
from diagramkit.drift.pending import pending_of
from diagramkit.drift.pictures import LABEL, judge_picture
from diagramkit.drift.plan import options_by_theme, plan_jobs, theme_label
from diagramkit.drift.run import Finder, Run
from diagramkit.drift.state import REPORT, drop_run
from diagramkit.drift.work import judge
from diagramkit.files.border import Border
from diagramkit.golden.looks import LookReference
from diagramkit.golden.report.entry import PYTEST
from diagramkit.golden.report.text import report_lines
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.diagrams import Diagram, read_sources
from diagramkit.project.discovery import Source
from diagramkit.project.golden_options import FOLDER
from diagramkit.project.options import DrawingOptions, Mode, OneMode, one_modes

if TYPE_CHECKING:
    import pytest


@dataclass(slots=True)
class Findings:
    """What one process has found; workers send theirs to the process that started them.

    `jobs` are all that were collected or asked for, whether they have run or not; `folders` are
    where goldens of sources would be that were asked for, even if there is no such source.
    """

    jobs: dict[tuple[str, str], Job] = field(default_factory=dict)
    results: dict[tuple[str, str], Result] = field(default_factory=dict)
    errors: list[Diagnostic] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    moved: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a golden of a test is: the test's file, and what it is called."""

    test: Path
    name: str

    def diagram(self, text: str) -> Diagram:
        """A diagram of the test."""
        shown = Path(os.path.relpath(self.test))
        return Diagram(self.name, text, str(shown), 1, shown.parent)


class Goldens:
    """The goldens of a session."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.found = Findings()
        self.outcomes: dict[tuple[str, str, str], Outcome] = {}
        self.orphans: list[Orphan] = []
        self.closing_lines: list[str] = []

    @cached_property
    def settings(self) -> Settings:
        """The project's configuration, from the folder that pytest takes for the root."""
        return load_settings(self.config.rootpath)

    @cached_property
    def border(self) -> Border:
        """Where the session keeps to: the project, and what pytest was told to look at."""
        named = (Path(os.path.abspath(arg.partition("::")[0])) for arg in self.config.args)
        return self.settings.border([self.config.rootpath, *named])

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders whose sources are tested by themselves, those that are there."""
        names = self.config.getini("diagrams_folders")
        folders = (self.config.rootpath / name for name in names)
        return tuple(folder for folder in folders if folder.is_dir())

    @cached_property
    def sources(self) -> frozenset[str]:
        """The absolute paths of all sources in these folders, as `diagrams` would find them."""
        found, _ = self.settings.find(self.folders)
        return frozenset(os.path.abspath(source.path) for source in found)

    def add_folders(self) -> None:
        """Look into these folders too, where nobody has said where to look."""
        if self.config.args_source.name == "ARGS":
            return
        named = [os.path.abspath(arg) for arg in self.config.args]
        for folder in self.folders:
            if not any(map(folder.is_relative_to, named)):
                self.config.args.append(str(folder))

    @property
    def accepts(self) -> bool:
        """Whether this run takes the new look."""
        return bool(self.config.getoption("--diagrams-accept"))

    @cached_property
    def choice(self) -> Choice:
        """What of the new look this run takes, where it takes any."""
        option = self.config.getoption
        return Choice(tuple(option("--diagrams-cause")), goldens=tuple(option("--diagrams-golden")))

    def fails(self, result: Result) -> bool:
        """Whether a result fails its test: it differs, and is not going to be accepted."""
        if result.verdict.status == "same":
            return False
        return not (self.accepts and self._takes(result))

    def _takes(self, result: Result) -> bool:
        """Whether the new look of a result is chosen."""
        item = pending_of(result)
        return item is not None and self.choice.takes(item)

    def jobs(
        self, path: Path, themes: Sequence[str] = (), modes: Sequence[Mode] | None = None
    ) -> list[Job]:
        """The jobs of a source. Raises `DiagramError` for what cannot be used."""
        shown = Path(os.path.relpath(path))
        self.found.folders.add(absolute(shown.parent / FOLDER))
        inputs = read_sources([Source(shown, named=False)], self.settings)
        if inputs.problems:
            raise DiagramError(inputs.problems)
        return self._planned(inputs.diagrams, path, themes, modes)

    def jobs_of_text(
        self, text: str, place: Place, themes: Sequence[str], modes: Sequence[Mode] | None
    ) -> list[Job]:
        """The jobs of a diagram that a test has in words. Raises `DiagramError`."""
        return self._planned([place.diagram(text)], place.test, themes, modes)

    def _planned(
        self,
        diagrams: Sequence[Diagram],
        path: Path,
        themes: Sequence[str],
        modes: Sequence[Mode] | None,
    ) -> list[Job]:
        everything = bool(self.config.getoption("--diagrams-all"))
        jobs, problems = plan_jobs(
            diagrams, self.settings, themes, modes, self.border, everything=everything
        )
        if problems:
            raise DiagramError(problems)
        if path.suffix != ".py":  # a test has many diagrams, and says one at a time
            labels = frozenset(job.label for job in jobs) if themes else None
            shown = frozenset(one_modes(tuple(modes))) if modes else None
            scope = Scope(frozenset({Path(os.path.abspath(path))}), (), labels, shown)
            jobs, moved = with_former(jobs, (), scope)
            self.found.moved |= moved
        self._know(jobs)
        return jobs

    def _know(self, jobs: Iterable[Job]) -> None:
        for job in jobs:
            for name in job.names:
                self.found.jobs[absolute(job.folder), name] = job

    def options(self, themes: Sequence[str]) -> list[DrawingOptions]:
        """How things are drawn in each theme. Raises `DiagramError`."""
        return [options for options, _ in options_by_theme(self.settings, themes).values()]

    def judge_drawing(
        self, drawing: Drawing, place: Place, modes: Sequence[Mode] | None
    ) -> Sequence[Result]:
        """The results of something that is drawn already, in its own modes unless told others.

        Raises `DiagramError`.
        """
        wanted = one_modes((drawing.mode,) if modes is None else tuple(modes) or None)
        job = self._job(place, theme_label(drawing.options.look.name), drawing.options, wanted)
        return self._judged(job, judge(job, drawing))

    def judge_picture(self, data: bytes, place: Place) -> Sequence[Result]:
        """The result of a picture that was not drawn here. Raises `DiagramError`."""
        job = self._job(place, LABEL, self.settings.drawing.loaded(), ("light",))
        return self._judged(job, judge_picture(job, data))

    def _job(
        self, place: Place, label: str, options: DrawingOptions, modes: tuple[OneMode, ...]
    ) -> Job:
        diagram, settings = place.diagram(""), self.settings
        folder = goldens_folder(diagram, settings, self.border)
        look = LookReference.now(options.look)
        job = Job(diagram, options, label, modes, folder, settings.goldens, look, settings.places)
        self._know([job])
        return job

    def judge(self, job: Job) -> Sequence[Result]:
        """The results of a job, drawn once. Raises `DiagramError` when it cannot be drawn."""
        key = absolute(job.folder), " ".join(job.names), job.text
        if key not in self.outcomes:
            self.outcomes[key] = judge(job)
        return self._judged(job, self.outcomes[key])

    def _judged(self, job: Job, outcome: Outcome) -> Sequence[Result]:
        for result in outcome.results:
            self.found.results[absolute(job.folder), result.name] = result
        self.found.errors += outcome.errors
        if outcome.errors:
            raise DiagramError(outcome.errors)
        return outcome.results

    def packed(self) -> bytes:
        """What this process has found, for another one."""
        return pickle.dumps(self.found)

    def take(self, packed: bytes) -> None:
        """Take over what a worker, started by this very process, has found."""
        found: Findings = pickle.loads(packed)
        self.found.jobs |= found.jobs
        self.found.results |= found.results
        self.found.errors += found.errors
        self.found.folders |= found.folders
        self.found.moved |= found.moved

    def finish(self, *, partial: bool) -> bool:
        """Look for orphans, accept if asked to, write the report. Whether orphans fail the run.

        `partial`: some tests have not run, so that a golden that nobody has used may be theirs.
        """
        jobs = list({id(job): job for job in self.found.jobs.values()}.values())
        self.orphans = self._orphans(jobs, partial=partial)
        finder = Finder()
        for result in self.found.results.values():
            finder.add(result)
        finder.add_orphans(self.orphans)
        finder.errors += self.found.errors
        run = finder.run()
        self.closing_lines += report_lines(run.report)
        try:
            self._write(run)
            if self.accepts:
                return self._accept(run, jobs)
            if any(item.status != "same" for item in run.pending):
                self.closing_lines.append(f"to take the new look: {PYTEST.all}")
        except DiagramError as error:
            self.closing_lines += [one.headline for one in error.diagnostics]
        return bool(self.orphans)

    def _orphans(self, jobs: Iterable[Job], *, partial: bool) -> list[Orphan]:
        """Goldens without a source; in a whole run also those that no test has used."""
        keys = {absolute(job.folder) for job in jobs} | self.found.folders
        if self.config.getoption("--diagrams"):
            keys |= set(map(absolute, self._golden_folders()))
        folders = [(key, Path(os.path.relpath(key))) for key in sorted(keys) if Path(key).is_dir()]
        names = set(self.found.jobs)
        orphans: list[Orphan] = []
        for key, folder in folders:
            taken = {name for where, name in names if where == key}
            moved = {name for where, name in self.found.moved if where == key}
            found = unused(folder, taken | moved)
            is_sure = self._is_whole(key) and not partial
            orphans += [orphan for orphan in found if is_sure or _has_no_source(orphan)]
        return orphans

    def _golden_folders(self) -> Iterator[Path]:
        for folder in self.folders:
            yield from sorted(folder.rglob(FOLDER))

    def _is_whole(self, folder: str) -> bool:
        """Whether all tests that may need the goldens of a folder were asked for."""
        config = self.config
        if getattr(config.option, "lf", False) or getattr(config.option, "stepwise", False):
            return False
        own = any(map(Path(folder).is_relative_to, self.folders))
        if own and not config.getoption("--diagrams"):
            return False  # they are `diagrams test`'s as well
        if config.args_source.name != "ARGS":
            return True
        named = [Path(os.path.abspath(arg)) for arg in config.args]
        return any(arg.is_dir() and Path(folder).is_relative_to(arg) for arg in named)

    def _write(self, run: Run) -> None:
        given = self.config.getoption("--diagrams-report")
        folder = Path(given or self.config.rootpath / REPORT)
        border = self.border.widened(folder) if given else self.border
        if run.is_clean and not given:
            drop_run(folder, border)
            return
        page = write_report(run, folder, border, PYTEST)
        self.closing_lines.append(f"report: {os.path.relpath(page)}")

    def _accept(self, run: Run, jobs: Iterable[Job]) -> bool:
        """Take the new look; whether any of it was refused."""
        chosen = [item for item in run.pending if self.choice.takes(item)]
        unknown = [*self.choice.unknown(run.pending), *self.choice.missing(run.pending)]
        self.closing_lines += [f"nothing to accept is called {name}" for name in unknown]
        accepted, refused = write_goldens(chosen, jobs, self.found.moved, self.border)
        self.closing_lines += [f"{item.name}: not accepted: {reason}" for item, reason in refused]
        if accepted:
            self.closing_lines.append(f"accepted {counted(len(accepted), 'golden')}")
        return bool(refused or unknown)


def _has_no_source(orphan: Orphan) -> bool:
    return bool(orphan.source) and not Path(orphan.source).exists()
