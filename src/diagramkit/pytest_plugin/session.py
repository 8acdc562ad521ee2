"""What a test session learns about goldens, and what it does in the end."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.drift.accepting import write_goldens
from diagramkit.drift.pages import write_pages
from diagramkit.drift.plan import Job, plan_jobs
from diagramkit.drift.run import Run
from diagramkit.drift.state import REPORT, absolute, drop_run, pending_of, save_run
from diagramkit.drift.strays import Stray, unused
from diagramkit.drift.work import Outcome, Result, judge, manifest_of
from diagramkit.golden.store import Manifest
from diagramkit.project.config import Settings, load_settings
from diagramkit.project.diagrams import read_sources
from diagramkit.project.discovery import Source
from diagramkit.project.golden_options import FOLDER
from diagramkit.project.options import Mode

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


class Goldens:
    """The goldens of a session."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.found = Findings()
        self.outcomes: dict[tuple[str, str, str], Outcome] = {}
        self.strays: list[Stray] = []
        self.closing_lines: list[str] = []

    @cached_property
    def settings(self) -> Settings:
        """The project's configuration, from the folder that pytest takes for the root."""
        return load_settings(self.config.rootpath)

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

    def jobs(
        self, path: Path, themes: Sequence[str] = (), modes: Sequence[Mode] | None = None
    ) -> list[Job]:
        """The jobs of a source. Raises `DiagramError` for what cannot be used."""
        shown = Path(os.path.relpath(path))
        self.found.folders.add(absolute(shown.parent / FOLDER))
        inputs = read_sources([Source(shown, named=False)], self.settings)
        everything = bool(self.config.getoption("--diagrams-all"))
        jobs, problems = plan_jobs(
            inputs.diagrams, self.settings, themes, modes, everything=everything
        )
        if inputs.problems or problems:
            raise DiagramError([*inputs.problems, *problems])
        for job in jobs:
            for name in job.names:
                self.found.jobs[absolute(job.folder), name] = job
        return jobs

    def judge(self, job: Job) -> Sequence[Result]:
        """The results of a job, drawn once. Raises `DiagramError` when it cannot be drawn."""
        key = absolute(job.folder), " ".join(job.names), job.input
        if key not in self.outcomes:
            self.outcomes[key] = judge(job)
            for result in self.outcomes[key].results:
                self.found.results[absolute(job.folder), result.name] = result
            self.found.errors += self.outcomes[key].errors
        outcome = self.outcomes[key]
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

    def finish(self, *, partial: bool) -> bool:
        """Look for orphans, accept if asked to, write the report. Whether orphans fail the run.

        `partial`: some tests have not run, so that a golden that nobody has used may be theirs.
        """
        jobs = list({id(job): job for job in self.found.jobs.values()}.values())
        self.strays = self._strays(jobs, partial=partial)
        run = Run(
            tuple(self.found.results.values()),
            tuple(self.strays),
            tuple(dict.fromkeys(self.found.errors)),
        )
        try:
            self._write(run)
            if self.config.getoption("--diagrams-accept"):
                self._accept(run, jobs)
        except DiagramError as error:
            self.closing_lines += [one.headline for one in error.diagnostics]
        return bool(self.strays)

    def _strays(self, jobs: Iterable[Job], *, partial: bool) -> list[Stray]:
        """Goldens without a source; in a whole run also those that no test has used."""
        keys = {absolute(job.folder) for job in jobs} | self.found.folders
        if self.config.getoption("--diagrams"):
            keys |= set(map(absolute, self._golden_folders()))
        folders = [(key, Path(os.path.relpath(key))) for key in sorted(keys) if Path(key).is_dir()]
        names = set(self.found.jobs)
        strays: list[Stray] = []
        for key, folder in folders:
            taken = {name for where, name in names if where == key}
            found = unused(folder, taken)
            is_sure = self._is_whole(key) and not partial
            strays += [stray for stray in found if is_sure or _has_no_source(stray)]
        self.closing_lines += [
            f"{stray.folder / stray.verdict.name}: orphan: no test and no source needs it"
            for stray in strays
        ]
        return strays

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
        if all(verdict.status == "same" for _, verdict in run.verdicts) and not given:
            drop_run(folder)
            return
        save_run(run, folder)
        page = write_pages(run, folder)
        self.closing_lines.append(f"report: {os.path.relpath(page)}")

    def _accept(self, run: Run, jobs: Iterable[Job]) -> None:
        manifest = Manifest()
        for result in run.results:
            manifest = manifest.joined(manifest_of(result))
        accepted, refused = write_goldens(pending_of(run), manifest, jobs)
        self.closing_lines += [f"{item.name}: not accepted: {reason}" for item, reason in refused]
        if accepted:
            self.closing_lines.append(f"accepted {len(accepted)} goldens; run the tests again")


def _has_no_source(stray: Stray) -> bool:
    return bool(stray.source) and not Path(stray.source).exists()
