"""Goldens that were found to be the same, so that nothing is drawn to find it again.

A golden is known by a hash of all that its drawing depends on and of its own files: the program
and its fonts, theme, settings, source. What was the same once is the same while that hash is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.folders import absolute
from diagramkit.drift.job import Job
from diagramkit.drift.outcome import Outcome, Result, diagram_id, source_path
from diagramkit.files.border import Border
from diagramkit.files.lock import locked
from diagramkit.files.read import DAMAGED, parse_json, read_own
from diagramkit.files.write import write_file
from diagramkit.golden.explanation import Verdict
from diagramkit.golden.store import Folder, UnreadableError
from diagramkit.project.cache import (
    HOME,
    digest,
    fingerprint,
    hash_of_file,
    make_home,
    program_fingerprint,
)

_FILE = "goldens.json"
_VERSION = 1
_MAX_BYTES = 50_000_000


class _Home(NamedTuple):
    """A folder of goldens, and its place in the project; None for one outside of it."""

    goldens: Folder
    place: str | None


class Memory:
    """What runs in a project have found to be the same; one that cannot be read is empty."""

    def __init__(self, home: Path, border: Border) -> None:
        self.folder = home / HOME
        self.border = border
        self.home = home
        self.found: dict[str, str] = {}

    @cached_property
    def known(self) -> dict[str, str]:
        """The hash of each golden, by its place in the project."""
        try:
            value = parse_json(read_own(self.folder / _FILE, _MAX_BYTES) or b"")
            if value["version"] != _VERSION:
                return {}
            return {str(place): str(mark) for place, mark in value["goldens"].items()}
        except (OSError, *DAMAGED):
            return {}

    @cached_property
    def program(self) -> str:
        """A hash of the program."""
        return program_fingerprint()

    def recall(self, job: Job) -> Outcome | None:
        """What became of a job, if all of its goldens are known to be the same."""
        if job.everything or job.renew or job.former or job.picture is not None or not self.known:
            return None
        marks = self._marks(job)
        if not marks or any(self.known.get(place) != mark for place, mark in marks.items()):
            return None
        diagram = diagram_id(job)
        return Outcome(
            tuple(
                Result(job, mode, Verdict(job.golden_name(mode), "same", diagram=diagram))
                for mode in job.modes
            )
        )

    def remember(self, job: Job, outcome: Outcome) -> None:
        """Keep a job in mind, if nothing whatsoever is to be said of its goldens."""
        plain = (
            result.verdict.status == "same"
            and not result.verdict.note
            and not result.verdict.tolerated
            for result in outcome.results
        )
        if not (outcome.errors or outcome.stale) and job.picture is None and all(plain):
            self.keep(job)

    def keep(self, job: Job) -> None:
        """Keep in mind that the goldens of a job are what it draws."""
        self.found |= self._marks(job)

    def save(self) -> None:
        """Write what was found beside what is known. Not being able to is no failure."""
        if self.found.items() <= self.known.items():
            return
        try:
            make_home(self.home, self.border)
            with locked(self.folder):
                del self.known
                kept = {place: mark for place, mark in self.known.items() if self._is_there(place)}
                goldens = dict(sorted((kept | self.found).items()))
                text = json.dumps({"version": _VERSION, "goldens": goldens}, indent=0)
                write_file(self.folder / _FILE, text.encode() + b"\n", self.border)
        except (DiagramError, OSError):
            return

    def _is_there(self, place: str) -> bool:
        return (self.home / f"{place}.json").is_file()

    def _marks(self, job: Job) -> dict[str, str]:
        """The hash of each golden of a job as it is now; none where one cannot be read."""
        if job.folder not in self._homes:
            self._homes[job.folder] = self._at(job.folder)
        home = self._homes[job.folder]
        key = fingerprint(
            self._options(job), job.diagram.name, source_path(job), job.text, _published(job)
        )
        try:
            prints = {name: home.goldens.fingerprint(name) for name in job.names}
        except UnreadableError:
            return {}
        if home.place is None or not all(prints.values()):
            return {}
        return {
            f"{home.place}/{name}": digest(f"{key}{mark}".encode()) for name, mark in prints.items()
        }

    def _at(self, folder: Path) -> _Home:
        try:
            place = folder.resolve().relative_to(self.home.resolve()).as_posix()
        except (ValueError, OSError):
            place = None
        return _Home(Folder(folder), place)

    @cached_property
    def _homes(self) -> dict[Path, _Home]:
        """The folders of goldens that jobs share."""
        return {}

    def _options(self, job: Job) -> str:
        if (id(job.options), id(job.goldens)) not in self._by_options:
            parts = (self.program, job.options.look.as_dict(), job.options.values(), job.goldens)
            self._by_options[id(job.options), id(job.goldens)] = fingerprint(*map(repr, parts))
        return self._by_options[id(job.options), id(job.goldens)]

    @cached_property
    def _by_options(self) -> dict[tuple[int, int], str]:
        """Hashes of what many jobs share, by identity: the plan keeps them alive."""
        return {}


def _published(job: Job) -> dict[str, str]:
    """The hashes of the pictures that a job looks at as well; none where there is no file."""
    if job.rendered is None:
        return {}
    return {one.file: hash_of_file(job.rendered.folder / one.file) for one in job.rendered.pictures}


def keep_accepted(memory: Memory, jobs: Iterable[Job], accepted: Iterable[tuple[str, str]]) -> None:
    """Keep in mind the jobs, drawn by this very run, whose goldens were all accepted.

    `accepted` are goldens by folder and name.
    """
    taken = set(accepted)
    for job in jobs:
        # Accepting says nothing of pictures that were rendered.
        if not job.rendered and all((absolute(job.folder), name) in taken for name in job.names):
            memory.keep(job)
    memory.save()
