"""Pictures in pages: drawn as the project's options say, and written where a page has a place for
them. `diagrams page`, `sync` and `render PAGE -o PAGE` are all this.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.drawing import Drawing, draw
from diagramkit.figure.source import SUFFIXES as FIGURE_SUFFIXES
from diagramkit.files.border import Border
from diagramkit.files.read import has_bytes
from diagramkit.markdown import Block, Place, dialect_of, find_places
from diagramkit.pages import (
    PagePicture,
    Variant,
    fill_places,
    replace_with_places,
    shown_file,
)
from diagramkit.project.config import Settings
from diagramkit.project.diagrams import Diagram, PageDiagram, page_diagrams, read_diagrams
from diagramkit.project.discovery import MERMAID_SUFFIXES, Source
from diagramkit.project.options import DrawingOptions, Format, modes_of
from diagramkit.project.outputs import FOLDER, pictures

FORMATS: tuple[Format, ...] = ("svg", "png", "webp")
"""The formats that a page can show."""
_LEGIBLE = 0.75
"""A drawing is shown on pages down to this share of its width: its smallest words have 9 pixels
there. Narrower pages are shown the next one."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How pictures in pages are made: the drawing options, the widths that each is drawn for
    (none: the theme's alone), the formats (the first one is shown), and what may be read and
    written."""

    drawing: DrawingOptions
    border: Border
    widths: tuple[int, ...] = ()
    formats: tuple[Format, ...] = ("svg",)
    is_strict: bool = False
    """Whether a diagram of a kind that is not drawn is a problem."""

    @classmethod
    def of(
        cls,
        settings: Settings,
        drawing: DrawingOptions,
        border: Border,
        formats: tuple[Format, ...] | None = None,
    ) -> PictureOptions:
        """Those of a project, for a run that keeps to `border`."""
        shown = tuple(each for each in formats or settings.formats or () if each in FORMATS)
        strict = settings.undrawn == "error"
        return cls(drawing, border, settings.widths, shown or FORMATS[:1], strict)


@dataclass(slots=True)
class Pictured:
    """A page with its pictures: its text, the files to write before it, what was out of date, and
    what could not be drawn. `drawn` counts the diagrams that have a picture, `changed` those whose
    picture is another one now."""

    text: str
    files: dict[Path, bytes] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)
    undrawn: list[Diagnostic] = field(default_factory=list)
    drawn: int = 0
    changed: int = 0


def fill(text: str, path: Path, options: PictureOptions) -> Pictured:
    """Draw the picture of every place of the page `text` of the file `path`."""
    page = Pictured(text)
    places = find_places(text, dialect_of(path))
    shown: list[PagePicture | None] = []
    for place in places:
        try:
            shown.append(_place(page, path, place, options))
        except DiagramError as error:
            line = Location(str(path), place.line)
            page.problems += [_placed(one, line) for one in error.diagnostics]
            shown.append(None)
    page.text = fill_places(text, places, shown)
    if page.text != text and not page.findings:
        page.findings.append(
            Diagnostic("out-of-step", "the pictures of a page", Location(str(path)))
        )
    return page


def convert(text: str, path: Path, options: PictureOptions) -> Pictured:
    """Put a picture in the place of every block that can be drawn; the source moves to a file
    beside the page, which is the truth from then on."""
    page = Pictured(text)
    written = []
    for one in _shown_as_pictures(path, text):
        suffix = FIGURE_SUFFIXES[0] if one.block.is_figure else MERMAID_SUFFIXES[0]
        file = path.with_name(f"{one.diagram.name}{suffix}")
        if file.exists() and not has_bytes(file, one.diagram.text.encode()):
            message = f"{file} is there already and has another diagram: rename one of them"
            page.problems.append(Diagnostic("same-name", message, one.diagram.place))
            continue
        picture = _converted(page, path, one, file.name, PurePosixPath(FOLDER), options)
        if picture:
            page.files = {file: one.diagram.text.encode(), **page.files}
            message = f"a block, to be {file.name}"
            page.findings.append(Diagnostic("out-of-step", message, one.diagram.place))
            written.append((one.block, picture))
    _replace(page, written)
    return page


def publish(text: str, path: Path, target: Path, options: PictureOptions) -> Pictured:
    """The page `text` of `path` as it is written to `target`: a picture beside `target` in the
    place of every Mermaid block that can be drawn."""
    page = Pictured(text)
    written = []
    for one in _shown_as_pictures(path, text):
        fragment = f"#{one.diagram.fragment}" if one.diagram.fragment else ""
        source = f"{_relative(path, target.parent)}{fragment}"
        picture = _converted(page, target, one, source, PurePosixPath(), options)
        if picture:
            written.append((one.block, picture))
    _replace(page, written)
    return page


def _shown_as_pictures(path: Path, text: str) -> list[PageDiagram]:
    """The diagrams of a page whose blocks can be places: not those of reStructuredText."""
    return [one for one in page_diagrams(path, text) if one.block.shape != "directive"]


def _replace(page: Pictured, written: Sequence[tuple[Block, tuple[str, PagePicture]]]) -> None:
    blocks, shown = [block for block, _ in written], [each for _, each in written]
    page.text = replace_with_places(page.text, blocks, shown)


def _converted(
    page: Pictured,
    path: Path,
    one: PageDiagram,
    source: str,
    folder: PurePosixPath,
    options: PictureOptions,
) -> tuple[str, PagePicture] | None:
    try:
        return source, _draw(page, path, one.diagram, folder, options)
    except DiagramError as error:
        for each in error.diagnostics:
            if each.code == "undrawn" and not options.is_strict:
                page.undrawn.append(replace(each, severity="warning"))
            else:
                page.problems.append(each)
        return None


def _place(page: Pictured, path: Path, place: Place, options: PictureOptions) -> PagePicture:
    """The picture of a place; it stays where it is, and in the format that it is in."""
    diagram = _source(path, place.name, options.border)
    now = shown_file(page.text, place)
    if now is None or now.is_absolute():
        return _draw(page, path, diagram, _beside(path, diagram), options)
    form = now.suffix.lower().removeprefix(".")
    known = next((each for each in FORMATS if each == form), options.formats[0])
    others = tuple(each for each in options.formats if each != known)
    own = replace(options, formats=(known, *others))
    return _draw(page, path, diagram, now.parent, own)


def _beside(path: Path, diagram: Diagram) -> PurePosixPath:
    """The usual folder for the pictures of a diagram, as seen from the page `path`."""
    return PurePosixPath(_relative(diagram.folder / FOLDER, path.parent))


def _relative(path: Path, folder: Path) -> str:
    return PurePosixPath(Path(os.path.relpath(path, folder))).as_posix()


def _source(path: Path, name: str, border: Border) -> Diagram:
    """The diagram that a place asks for: a file, or `page.md#name`, a block of a page.

    Raises DiagramError where it is outside of the project, is not there, or cannot be read.
    """
    file, _, fragment = name.partition("#")
    source = Source(border.inside(path.parent, file))
    found = read_diagrams(source)
    if not source.is_markdown:
        return found[0] if found else _no_diagram(file, fragment, [])
    named = [one for one in found if one.fragment == fragment]
    # A block may have become a picture itself since.
    name = "-".join([source.path.stem, *([fragment] if fragment else [])])
    for suffix in (MERMAID_SUFFIXES[0], FIGURE_SUFFIXES[0]):
        moved = source.path.with_name(f"{name}{suffix}")
        if not named and moved.is_file():
            named = read_diagrams(Source(border.inside(moved.parent, moved.name)))
    return named[0] if named else _no_diagram(file, fragment, found)


def _no_diagram(file: str, fragment: str, found: Sequence[Diagram]) -> Diagram:
    known = ", ".join(one.fragment for one in found if one.fragment)
    wanted = f"no diagram {fragment!r}" if fragment else "no diagram"
    message = f"{file} has {wanted}{f'; it has {known}' if known else ''}"
    raise DiagramError.single("no-diagram", message)


def _draw(
    page: Pictured, path: Path, diagram: Diagram, folder: PurePosixPath, options: PictureOptions
) -> PagePicture:
    """Draw a diagram at every width; its files go to `folder`, as seen from the page `path`."""
    drawings, before = (
        list(drawings_by_width(diagram, options.drawing, options.widths)),
        len(page.files),
    )
    variants = []
    for number, (upto, drawing) in enumerate(drawings):
        name = drawing.name if number == len(drawings) - 1 else f"{drawing.name}.{upto}"
        variants.append(_files(page, path, drawing, name, folder, options, upto))
    last = drawings[-1][1]
    page.drawn += 1
    page.changed += len(page.files) > before
    page.warnings += last.warnings_as(options.formats)
    return PagePicture(last.alt, last.scene.width, tuple(variants))


def drawings_by_width(
    diagram: Diagram, options: DrawingOptions, widths: Sequence[int]
) -> Iterator[tuple[int | None, Drawing]]:
    """The drawings of a diagram from the narrowest on, each with the widest page in pixels that
    it is for; the last one is for every page. `widths` are those in units that are drawn for.

    One that is no wider than the next narrower width allows makes the narrower ones needless.
    """
    found: list[Drawing] = []
    for width in sorted(widths or (0,)):
        drawing = draw(diagram, _at_width(options, width))
        if not found or drawing.scene.width > found[-1].scene.width:
            found.append(drawing)
    for drawing, wider in zip(found, [*found[1:], None], strict=True):
        yield None if wider is None else round(wider.scene.width * _LEGIBLE), drawing


def _at_width(options: DrawingOptions, width: int) -> DrawingOptions:
    """The same for drawings at most so many units wide; 0: as the theme has it."""
    if not width:
        return options
    theme = options.look
    return options.changed(theme=theme.replace(page=theme.page.replace(max_width=float(width))))


def _files(
    page: Pictured,
    path: Path,
    drawing: Drawing,
    name: str,
    folder: PurePosixPath,
    options: PictureOptions,
    upto: int | None,
) -> Variant:
    modes = modes_of(drawing.options.look, options.drawing.modes or ("light", "dark"))
    home = options.border.inside(path.parent, folder.as_posix())
    shown: dict[str | None, str] = {}
    for picture in pictures(name, modes, options.formats):
        data = drawing.in_mode(picture.drawn).data(picture.format, picture.shown)
        file = home / picture.file
        if not has_bytes(file, data):
            page.files[file] = data
            place = Location(str(path))
            page.findings.append(Diagnostic("out-of-step", f"{file}: the picture is old", place))
        if picture.format == options.formats[0]:
            shown[picture.shown] = (folder / picture.file).as_posix()
    light = shown.get("light") or shown.get(None) or shown["dark"]
    return Variant(light, shown.get("dark") if "light" in shown else None, upto)


def _placed(fault: Diagnostic, place: Location) -> Diagnostic:
    """A fault with a place: of a source that is not there, the line of the page that asks."""
    if fault.location is not None:
        return fault
    return Diagnostic(fault.code, fault.message, place)
