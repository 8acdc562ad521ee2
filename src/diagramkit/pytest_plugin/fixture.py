"""The fixture `diagram_golden`."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from diagramkit.diagnostics import DiagramError
from diagramkit.drawing import Drawing, draw
from diagramkit.drift.outcome import Result
from diagramkit.drift.pictures import SUFFIXES as PICTURES
from diagramkit.drift.pictures import is_picture
from diagramkit.golden.sentences import status_sentence
from diagramkit.project.diagrams import slug
from diagramkit.project.discovery import SUFFIXES
from diagramkit.project.documents import read_bytes
from diagramkit.project.options import MODE, Mode
from diagramkit.pytest_plugin.session import Goldens, Place

if TYPE_CHECKING:
    from diagramkit.figure.model import Figure


class DiagramGolden:
    """Compares diagrams and pictures with their goldens: `diagram_golden("figure.mmd")`."""

    def __init__(self, goldens: Goldens, test: Path, name: str) -> None:
        self._goldens = goldens
        self._test = test
        self._name = name
        self._count = 0

    def __call__(
        self,
        source: object,
        *,
        name: str | None = None,
        theme: str | None = None,
        mode: str | None = None,
    ) -> None:
        """Fail the test unless every golden of a source is what is drawn now.

        Args:
            source: the path of a file of diagrams or of a picture (.svg, .png), relative to the
                file of the test; the text of a diagram; a `Drawing` or a `Figure`; or a picture:
                bytes of PNG or SVG, a figure of matplotlib, anything with `_repr_svg_` or
                `_repr_png_`.
            name: what the golden is called; the test's own name, with its parameters and a number
                from the second on, when left out. Files have their own names.
            theme: a built-in theme or a theme file; the project's when left out.
            mode: `light`, `dark` or `light,dark`; the project's when left out.
        """
        __tracebackhide__ = True
        modes = cast("tuple[Mode, ...]", MODE.check(mode)) if mode else None
        themes = (theme,) if theme else ()
        try:
            results = list(self._results(source, name, themes, modes))
        except DiagramError as error:
            pytest.fail(str(error), pytrace=False)
        if message := failure(filter(self._goldens.fails, results)):
            pytest.fail(message, pytrace=False)

    def _results(
        self,
        source: object,
        name: str | None,
        themes: Sequence[str],
        modes: Sequence[Mode] | None,
    ) -> Iterable[Result]:
        goldens = self._goldens
        if isinstance(source, os.PathLike) or (isinstance(source, str) and _is_path(source)):
            path = self._test.parent / source
            if is_picture(path):
                place = Place(self._test, self._called(name or slug(path.stem)))
                return goldens.judge_picture(read_bytes(path, str(path)), place)
            return [one for job in goldens.jobs(path, themes, modes) for one in goldens.judge(job)]
        place = Place(self._test, self._called(name))
        if isinstance(source, str):
            jobs = goldens.jobs_of_text(source, place, themes, modes)
            return [one for job in jobs for one in goldens.judge(job)]
        if isinstance(source, Drawing):
            return goldens.judge_drawing(source, place, modes)
        if (picture := _picture(source)) is not None:
            return goldens.judge_picture(picture, place)
        drawn = (
            draw(cast("Figure", source), options, name=place.name)
            for options in goldens.options(themes)
        )
        return [one for each in drawn for one in goldens.judge_drawing(each, place, modes or ())]

    def _called(self, name: str | None) -> str:
        if name is not None:
            if slug(name) != name.lower() or not name:
                message = f"name = {name!r}: expected letters, digits, hyphens and underscores"
                raise DiagramError.single("options", message)
            return name
        self._count += 1
        own = re.sub(r"[^\w]+", "-", self._name).strip("-")
        return own if self._count == 1 else f"{own}-{self._count}"


def _is_path(source: str) -> bool:
    return "\n" not in source and source.lower().endswith((*SUFFIXES, *PICTURES))


def _picture(source: object) -> bytes | None:
    """The bytes of a picture that something is, or makes of itself; None for other things."""
    if isinstance(source, bytes):
        return source
    if callable(save := getattr(source, "savefig", None)):
        buffer = io.BytesIO()
        save(buffer, format="png", metadata={"Software": None})
        return buffer.getvalue()
    for method in ("_repr_svg_", "_repr_png_"):
        made = show() if callable(show := getattr(source, method, None)) else None
        if made is not None:
            return made.encode() if isinstance(made, str) else bytes(made)
    return None


def failure(results: Iterable[Result]) -> str:
    """Why goldens fail, a line each; empty for none."""
    return "\n".join(
        f"{result.name}: {result.verdict.status}: {status_sentence(result.verdict)}"
        for result in results
    )
