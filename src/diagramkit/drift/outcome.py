"""What became of a golden, and of a job: what a process of its own gives back."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Diagnostic
from diagramkit.drift.job import Job
from diagramkit.golden.explanation import Verdict
from diagramkit.golden.picture import file_hash, pixel_hash
from diagramkit.golden.places import Places
from diagramkit.golden.record import Head, Record
from diagramkit.golden.report.entry import Entry
from diagramkit.project.options import OneMode

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the golden of one mode.

    `record` and `picture` are what it would be now; they are there unless nothing in the golden
    would change. With a drift there are the `expected` picture and where the two differ.
    `fingerprint` is that of the golden as it was looked at; `former` is the golden, by folder and
    name, that a renamed drawing was compared with.
    """

    job: Job
    mode: OneMode
    verdict: Verdict
    fingerprint: str = ""
    record: Record | None = None
    picture: bytes = b""
    expected: bytes = b""
    difference: bytes = b""
    former: tuple[Path, str] | None = None
    places: Places = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The golden's name."""
        return self.verdict.name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a result for each mode, or what is wrong with the diagram; and its
    rendered pictures that are not what is drawn now."""

    results: tuple[Result, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    stale: tuple[Entry, ...] = ()


def lost(job: Job) -> Outcome:
    """The outcome of a job whose process ended without one."""
    return Outcome(errors=(job.diagram.lost(),))


def head_of(job: Job, mode: OneMode, image: Image, kept: bytes) -> Head:
    """The head of a golden of a job; `kept` is its picture, empty where none is kept."""
    return Head(
        job.diagram.name,
        job.label,
        mode,
        source_path(job),
        pixel_hash(image),
        file_hash(kept) if kept else "",
    )


def diagram_id(job: Job) -> str:
    """What all goldens of a diagram share."""
    return job.golden_path(job.diagram.name)


def source_path(job: Job) -> str:
    """The source of a job as seen from its goldens, the same on every system."""
    folder, name = os.path.split(job.diagram.shown)
    way = _way(os.getcwd(), str(job.folder), folder)
    return name if way == "." else f"{way}/{name}"


@lru_cache(maxsize=1024)
def _way(_here: str, start: str, end: str) -> str:
    """From one folder to another, as seen from the working directory."""
    return os.path.relpath(end or ".", start).replace(os.sep, "/")
