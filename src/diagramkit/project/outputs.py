"""Where pictures go and what they are called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from diagramkit.diagnostics import DiagramError
from diagramkit.project.diagrams import Diagram
from diagramkit.project.discovery import MARKDOWN_SUFFIXES
from diagramkit.project.options import FORMATS, Format, Mode

FOLDER = "rendered"
"""The folder beside each source that pictures go to unless another is named."""


@dataclass(frozen=True, slots=True)
class Target:
    """What `-o` names.

    `beside`: a folder `rendered` beside each source. `folder`: everything under `path`, each
    diagram at the place that its source has under `base`. `file`: one picture. `markdown`: the
    Markdown file `path`, pictures beside it. `stdout`: standard output.
    """

    kind: Literal["beside", "folder", "file", "markdown", "stdout"]
    path: Path = Path()
    base: Path = Path()

    @property
    def is_single(self) -> bool:
        """Whether there is room for one picture only."""
        return self.kind in ("file", "stdout")

    @property
    def format(self) -> Format | None:
        """The format that the name of the file asks for."""
        return cast("Format", self.path.suffix[1:].lower()) if self.kind == "file" else None


@dataclass(frozen=True, slots=True)
class Picture:
    """One file to write: `drawn` is the mode of the drawing, `shown` the mode of its pixels."""

    file: str
    format: Format
    drawn: Mode
    shown: Literal["light", "dark"] | None


def parse_target(value: str | None) -> Target:
    """Read the argument of `-o`; None means beside the sources.

    Raises `DiagramError` for a name that is neither a folder nor a known kind of file.
    """
    if value is None:
        return Target("beside")
    if value == "-":
        return Target("stdout")
    path = Path(value)
    suffix = path.suffix.lower()
    if value.endswith(("/", os.sep)) or path.is_dir() or not suffix:
        if path.exists() and not path.is_dir():
            raise _error(f"{value}: expected a folder, found a file")
        return Target("folder", path)
    if suffix[1:] in FORMATS:
        return Target("file", path)
    if suffix in MARKDOWN_SUFFIXES:
        return Target("markdown", path)
    kinds = ", ".join(f".{name}" for name in FORMATS)
    raise _error(f"{value}: expected {kinds}, .md, or a folder (write it with a / at the end)")


def common_folder(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all of `paths`, files and folders: what outputs mirror."""
    folders = [os.path.abspath(path if path.is_dir() else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:
        raise _error("sources on different drives: draw one drive at a time") from None


def place(diagram: Diagram, target: Target) -> tuple[Path, Path]:
    """The folder that keeps the cache, and the folder inside it that `diagram`'s pictures go to.

    Raises `DiagramError` when that would lead out of the output folder.
    """
    if target.kind == "folder":
        root = target.path
        relative = os.path.relpath(diagram.folder, target.base)
        # A source beyond the base has no place to mirror: it goes to the top.
        folder = root if Path(relative).parts[:1] == ("..",) else root / relative
        home = root
    else:
        root = folder = diagram.folder / FOLDER
        home = diagram.folder
    if not folder.resolve().is_relative_to(home.resolve()):
        raise _error(f"{folder}: a link leads out of {home}; nothing is written there")
    return root, folder


def pictures(name: str, modes: Sequence[Mode], formats: Sequence[Format]) -> tuple[Picture, ...]:
    """The files of a diagram: `<name>.<mode>.<format>`, and `<name>.svg` for an SVG of both."""
    wanted = []
    for drawn in modes:
        for form in formats:
            if drawn != "both":
                wanted.append(Picture(f"{name}.{drawn}.{form}", form, drawn, drawn))
            elif form == "svg":
                wanted.append(Picture(f"{name}.svg", form, drawn, None))
            else:
                wanted += [
                    Picture(f"{name}.{shown}.{form}", form, drawn, shown)
                    for shown in ("light", "dark")
                ]
    return tuple(wanted)


def _error(message: str) -> DiagramError:
    return DiagramError.single("output", message)
