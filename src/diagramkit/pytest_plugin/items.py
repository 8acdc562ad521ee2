"""Sources of diagrams as files of tests: one test a golden."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.job import Job
from diagramkit.pytest_plugin.fixture import failure
from diagramkit.pytest_plugin.session import Goldens


def collect(goldens: Goldens, path: Path, parent: pytest.Collector) -> DiagramFile | None:
    """The tests of a source; None for a file that is none of the project's."""
    if os.path.abspath(path) not in goldens.sources and not _is_named(path, parent.config):
        return None
    collector: DiagramFile = DiagramFile.from_parent(parent, path=path)
    collector.goldens = goldens
    return collector


def _is_named(path: Path, config: pytest.Config) -> bool:
    return any(os.path.abspath(arg) == os.path.abspath(path) for arg in config.args)


class DiagramFile(pytest.File):
    """A source of diagrams."""

    goldens: Goldens

    def collect(self) -> Iterator[pytest.Item]:
        """One test for each diagram, theme and mode."""
        for job in self.goldens.jobs(self.path):
            for name in job.names:
                item: GoldenItem = GoldenItem.from_parent(self, name=name)
                item.job, item.goldens = job, self.goldens
                yield item

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:  # type: ignore[override]
        """A source that cannot be read, in the words of the diagnostics."""
        if isinstance(excinfo.value, DiagramError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class GoldenItem(pytest.Item):
    """One golden."""

    job: Job
    goldens: Goldens

    def runtest(self) -> None:
        """Draw, compare, and fail with the cause."""
        results = [one for one in self.goldens.judge(self.job) if one.name == self.name]
        if message := failure(filter(self.goldens.fails, results)):
            raise DriftError(message)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The cause alone: nobody needs to see where in this plug-in it was found."""
        if isinstance(excinfo.value, DriftError | DiagramError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the diagram is."""
        return self.path, self.job.diagram.line - 1, f"golden {self.name}"


class DriftError(Exception):
    """A golden is not what is drawn now."""
