"""Pages that ask for pictures, and the pictures in their places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.drawing import Drawing, draw
from diagramkit.project.config import load_settings
from diagramkit.project.files import read_text, write_atomically
from diagramkit.project.options import ONE_MODES, DrawingOptions
from diagramkit.project.outputs import FOLDER

_PLACE = re.compile(
    r"<!-- picture: (?P<name>[^\n>]+?) -->(?:\n(?:(?!<!-- ).*\n)*?<!-- /picture -->)?"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its pictures in it: its new text, and the files that it shows."""

    text: str
    files: dict[Path, bytes]
    problems: tuple[Diagnostic, ...]


def fill(paths: Sequence[Path], *, check: bool, changes: Mapping[str, Any]) -> int:
    """Fill pages; the exit status is 1 for pages out of date with `check`, 2 for problems."""
    options = load_settings(Path.cwd()).drawing.changed(**changes).loaded()
    status = 0
    for path in paths:
        text = read_text(path, str(path))
        page = filled(text, path, options)
        say(page.problems)
        stale = list(_stale(path, text, page))
        if not check:
            for file, data in stale:
                write_atomically(file, data)
        elif stale:
            tell(f"{path}: out of date; run diagrams page {path}")
        verb = "would change" if check else "wrote"
        tell(f"{path}: {verb} {len(stale)} files" if stale else f"{path}: up to date")
        status = max(status, 2 if page.problems else int(check and bool(stale)))
    return status


def filled(text: str, path: Path, options: DrawingOptions) -> Page:
    """The page `text` of the file `path` with every picture that it asks for."""
    files: dict[Path, bytes] = {}
    problems: list[Diagnostic] = []

    def put(match: re.Match[str]) -> str:
        source = path.parent / match["name"]
        try:
            drawing = draw(source, options, path=str(source))
        except DiagramError as error:
            line = text.count("\n", 0, match.start()) + 1
            problems.extend(_placed(one, path, line) for one in error.diagnostics)
            return match[0]
        folder = source.parent / FOLDER
        for mode in ONE_MODES:
            files[folder / f"{drawing.name}.{mode}.svg"] = drawing.in_mode(mode).data("svg")
        return (
            f"<!-- picture: {match['name']} -->\n{_markup(drawing, folder, path)}<!-- /picture -->"
        )

    return Page(_PLACE.sub(put, text), files, tuple(problems))


def _placed(fault: Diagnostic, path: Path, line: int) -> Diagnostic:
    """A fault with a place: of a source that is not there, the line of the page that asks."""
    if fault.location is not None:
        return fault
    return Diagnostic(fault.code, fault.message, Location(str(path), line))


def _markup(drawing: Drawing, folder: Path, page: Path) -> str:
    """The picture for readers of light and dark pages; its words are the drawing's."""
    place = quote((folder.relative_to(page.parent) / drawing.name).as_posix())
    scene = drawing.scene
    words = html.escape(f"{scene.title}. {scene.description}")
    return (
        "<picture>\n"
        f'  <source media="(prefers-color-scheme: dark)" srcset="{place}.dark.svg">\n'
        f'  <img alt="{words}" src="{place}.light.svg" width="{scene.width:.0f}">\n'
        "</picture>\n"
    )


def _stale(path: Path, text: str, page: Page) -> Iterator[tuple[Path, bytes]]:
    """The files that are not as they should be, the page last."""
    for file, data in page.files.items():
        if not file.is_file() or file.read_bytes() != data:
            yield file, data
    if page.text != text:
        yield path, page.text.encode()
