"""The fixture `diagram_golden`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.work import Result
from diagramkit.golden.sentences import status_sentence
from diagramkit.project.options import MODE, Mode
from diagramkit.pytest_plugin.session import Goldens


class DiagramGolden:
    """Compares diagrams with their goldens: `diagram_golden("figure.mmd")`."""

    def __init__(self, goldens: Goldens, folder: Path) -> None:
        self._goldens = goldens
        self._folder = folder

    def __call__(
        self, source: str | os.PathLike[str], *, theme: str | None = None, mode: str | None = None
    ) -> None:
        """Fail the test unless every golden of a source is what is drawn now.

        Args:
            source: a Mermaid or Markdown file, relative to the file of the test.
            theme: a built-in theme or a theme file; the project's when left out.
            mode: `light`, `dark` or `light,dark`; the project's when left out.
        """
        __tracebackhide__ = True
        modes = cast("tuple[Mode, ...]", MODE.check(mode)) if mode else None
        themes = (theme,) if theme else ()
        if message := self._failure(self._folder / source, themes, modes):
            pytest.fail(message, pytrace=False)

    def _failure(self, path: Path, themes: Sequence[str], modes: Sequence[Mode] | None) -> str:
        try:
            jobs = self._goldens.jobs(path, themes, modes)
            return failure(result for job in jobs for result in self._goldens.judge(job))
        except DiagramError as error:
            return str(error)


def failure(results: Iterable[Result]) -> str:
    """Why goldens fail, a line each; empty when none does."""
    lines = [
        f"{result.name}: {result.verdict.status}: {status_sentence(result.verdict)}"
        for result in results
        if result.verdict.status != "same"
    ]
    return "\n".join(lines)
