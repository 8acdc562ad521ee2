"""Pictures that were rendered, and whether they are what their sources give now."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import Diagnostic
from diagramkit.drawing import Drawing, draw
from diagramkit.files.aside import NOTHING, Blob
from diagramkit.files.border import Border
from diagramkit.files.read import read_own
from diagramkit.golden.explanation import Verdict
from diagramkit.golden.report.entry import Entry
from diagramkit.project.config import Settings
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import FORMATS, DrawingOptions, modes_of
from diagramkit.project.outputs import FOLDER, Picture, Target, pictures, place

_MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Rendered:
    """A diagram, the folder that its pictures are in, and the pictures that have to be there."""

    diagram: Diagram
    folder: Path
    pictures: tuple[Picture, ...]
    options: DrawingOptions


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a diagram's pictures: an entry for each that is not what is drawn now, or
    what is wrong with the diagram."""

    stale: tuple[Entry, ...] = ()
    errors: tuple[Diagnostic, ...] = ()


def rendered_of(
    diagrams: Iterable[Diagram], settings: Settings, border: Border
) -> Iterator[Rendered]:
    """The pictures that `diagrams render` would write for a project, of those formats that the
    configuration names or else that are there. Raises `DiagramError` for a bad theme or place."""
    options = settings.drawing.loaded()
    modes = modes_of(options.look, options.modes or ("light", "dark"))
    options = options.changed(modes=modes)
    target = Target("beside")
    if settings.output is not None:
        home = settings.folder or Path.cwd()
        target = Target("folder", Path(os.path.relpath(settings.output)), home)
    for diagram in diagrams:
        folder = place(diagram, target, border)[1]
        wanted = pictures(diagram.name, modes, settings.formats or FORMATS)
        if settings.formats is None:
            wanted = tuple(one for one in wanted if os.path.lexists(folder / one.file))
            wanted = wanted or pictures(diagram.name, modes, ("svg",))
        yield Rendered(diagram, folder, wanted, options)


def check_rendered(one: Rendered) -> Checked:
    """Draw a diagram and compare it with its pictures; whatever goes wrong is in the outcome."""
    try:
        return Checked(tuple(stale_pictures(one, draw(one.diagram, one.options))))
    except Exception as error:
        return Checked(errors=one.diagram.errors_of(error))


def unchecked(one: Rendered) -> Checked:
    """The outcome of a diagram whose process ended without one."""
    return Checked(errors=(one.diagram.lost(),))


def stale_pictures(one: Rendered, drawing: Drawing) -> Iterator[Entry]:
    """The pictures that are not what a drawing is now."""
    for picture in one.pictures:
        path = one.folder / picture.file
        now, problem = drawing.in_mode(picture.drawn).data(picture.format, picture.shown), ""
        try:
            there = read_own(path, _MOST_BYTES)
        except OSError:
            there, problem = b"", "cannot be read"
        if there is None:
            there, problem = b"", "is missing"
        elif not problem and not _is_same(there, now, picture):
            problem = "is not what is drawn now"
        if problem:
            yield _entry(one, picture, problem, there, now)


def _is_same(there: bytes, now: bytes, picture: Picture) -> bool:
    """Whether two files are the same picture. Git may have written an SVG with other line ends,
    and another system packs the same pixels otherwise."""
    if there == now:
        return True
    if picture.format == "svg":
        return there.replace(b"\r\n", b"\n") == now
    return picture.format != "pdf" and _pixels(there) == _pixels(now)


def _pixels(data: bytes) -> tuple[tuple[int, int], bytes] | None:
    from PIL import Image

    from diagramkit.raster import MAX_PIXELS

    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "WEBP"]) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            return image.size, image.convert("RGBA").tobytes()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _entry(one: Rendered, picture: Picture, problem: str, there: bytes, now: bytes) -> Entry:
    source = Path(os.path.relpath(one.diagram.shown)).as_posix()
    verdict = Verdict(
        picture.file,
        "stale",
        problem=f"{problem}: diagrams render {source}",
        diagram=(one.folder / one.diagram.name).as_posix(),
    )
    is_png = picture.format == "png"
    return Entry(
        verdict,
        (one.folder / picture.file).as_posix(),
        source,
        one.diagram.line,
        FOLDER,
        f"{picture.shown or picture.drawn} {picture.format}",
        Blob(there) if is_png and _pixels(there) else NOTHING,
        Blob(now) if is_png else NOTHING,
    )


def stale_lines(entries: Sequence[Entry]) -> list[str]:
    """Each picture that is not what is drawn now, in words."""
    return [f"{entry.golden} {entry.verdict.problem}" for entry in entries]
