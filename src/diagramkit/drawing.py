"""The one way through: from a source and a theme to a drawing, for the API and the command
line alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from diagramkit import mermaid
from diagramkit.diagnostics import Diagnostic, DiagramError, Location, fault
from diagramkit.figure.source import SUFFIXES as FIGURE_SUFFIXES
from diagramkit.figure.source import is_figure
from diagramkit.layout import NO_OTHERS, ROLES, Layout, Titles, lay_out
from diagramkit.layout.description import shortened
from diagramkit.layout.headline import headlined
from diagramkit.layout.key import keyed
from diagramkit.mermaid.key import read_key
from diagramkit.project.diagrams import Diagram
from diagramkit.project.options import (
    FORMATS,
    MODES,
    ONE_MODES,
    DrawingOptions,
    Format,
    Mode,
    OneMode,
    Rasterizer,
    Styles,
    TextMode,
)
from diagramkit.scene import Scene
from diagramkit.svg.write import BY_READER, Dark, write
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.figure.model import Figure
    from diagramkit.lint import Finding
    from diagramkit.lint.judgement import Judgement

Choice = TypeVar("Choice", bound=str)
SUFFIXES = (".mmd", ".mermaid", *FIGURE_SUFFIXES)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Do without Python's collector of cycles for a while. Drawing makes many objects and next to
    no cycles (under 300 objects of a chart of usual size); looking for them took a sixth of the
    time, as it did of checking."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _faults_told(origin: str, line: int) -> Iterator[None]:
    """Whoever draws many has to expect one kind of error alone."""
    try:
        yield
    except DiagramError:
        raise
    except Exception as error:
        raise DiagramError([fault(error, Location(origin, line))]) from error


class Drawing:
    """A drawn diagram, as SVG, PNG, WebP or PDF.

        drawing = render("flowchart LR\\n  a --> b", mode="both")
        drawing.save("flow.svg")
        drawing.svg, drawing.png(), drawing.pdf("dark")
        drawing.warnings, drawing.scene

    `name` is what files and ids are called after; `mode` what was asked for; `options` how it was
    drawn.
    """

    def __init__(
        self,
        layout: Layout,
        options: DrawingOptions,
        name: str,
        mode: Mode,
        source: tuple[str, str, int],
        own_words: str = "",
        judged: Drawing | None = None,
    ) -> None:
        self.name = name
        self.mode = mode
        self.options = options
        self._source = source
        self._own_words = own_words
        self._layout = layout
        self._scenes: dict[OneMode, Scene] = {}
        self._judged = judged

    def __repr__(self) -> str:
        return f"<Drawing {self.name} ({self.mode})>"

    @property
    def is_judged(self) -> bool:
        """Whether the rules could be asked, which takes as long as drawing where there is much."""
        return (self._judged or self)._judgement.is_judged

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Errors by the rules that no arrangement is without."""
        return (self._judged or self)._judgement.faults

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What the reader of the diagram may stumble over: each thing once, with its place in the
        source."""
        with _faults_told(*self._source[1:]), collector_paused():
            told = (self._judged or self)._judgement.warnings
        return (*self._layout.warnings, *told)

    @cached_property
    def _judgement(self) -> Judgement:
        from diagramkit.lint.judgement import Judgement

        options = self.options
        return Judgement(self.scene, options.narrowed, options.look, self._source)

    @cached_property
    def svg(self) -> str:
        """The SVG document. With mode `both` it follows the reader's light or dark."""
        return self.svg_for(BY_READER)

    def svg_for(self, is_dark: Dark) -> str:
        """The SVG document for a page that says itself when it is dark, as a switch of a site
        does: `is_dark` holds pairs of a media query and the selector of an element above the
        drawing, either of which may be empty."""
        how = self.options.text, self.options.styles, is_dark
        with collector_paused():
            if self.mode == "both":
                return write(self._scene("light"), self._scene("dark"), *how)
            return write(self._scene(self.mode), None, *how)

    @property
    def scene(self) -> Scene:
        """Every primitive in its place; of mode `both` the light one."""
        return self._scene(self._one_mode)

    @property
    def alt(self) -> str:
        """What the picture says, for readers who cannot see it: its title and description where
        the author wrote them, else how it begins, in 200 characters at most."""
        title, own = self._layout.title.strip(), self._own_words.strip()
        if title or own:
            gap = " " if title.endswith((".", "!", "?", ":")) else ". "
            return gap.join(filter(None, (title, own)))
        return shortened(self._layout.description)

    def warnings_as(self, formats: Iterable[Format]) -> tuple[Diagnostic, ...]:
        """The warnings that pictures of these formats bear out. Live words in SVG are drawn in the
        reader's fonts, whichever characters the fonts at hand lack."""
        if self.options.text == "outlines" or any(form != "svg" for form in formats):
            return self.warnings
        from diagramkit.lint.fonts import MISSING

        return tuple(each for each in self.warnings if each.code != MISSING)

    def save(self, path: str | Path) -> None:
        """Write the picture to a file; its suffix says in which format: `.svg`, `.png`, `.webp`
        or `.pdf`. Folders on the way are made.

        Raises:
            DiagramError: the suffix is another one, or the file cannot be written.
        """
        from diagramkit.files.write import write_file

        form = Path(path).suffix.lower().removeprefix(".")
        write_file(Path(path), self.data(_allowed("suffix", FORMATS, form)))

    def data(self, form: Format, mode: OneMode | None = None) -> bytes:
        """The picture as bytes in a format, painted as the options say.

        Args:
            form: `svg`, `png`, `webp` or `pdf`.
            mode: which picture of a drawing in mode `both`, for all formats but SVG.
        """
        if form == "svg":
            return self.svg.encode()
        if form == "pdf":
            return self.pdf(mode)
        return self._pixels(_allowed("format", FORMATS, form), None, None, mode, None)

    def png(
        self,
        scale: float | None = None,
        width: int | None = None,
        mode: OneMode | None = None,
        rasterizer: Rasterizer | None = None,
    ) -> bytes:
        """The picture as PNG. What is left out is as the drawing's options say.

        Args:
            scale: pixels to one user unit.
            width: pixels across; overrides `scale`.
            mode: which picture of a drawing in mode `both`; light when left out.
            rasterizer: `resvg`, or `cairosvg`, which needs libcairo.

        Raises:
            DiagramError: the picture would be too large, an argument is not allowed, or libcairo
                is missing.
        """
        return self._pixels("png", scale, width, mode, rasterizer)

    def webp(
        self,
        scale: float | None = None,
        width: int | None = None,
        mode: OneMode | None = None,
        rasterizer: Rasterizer | None = None,
    ) -> bytes:
        """The picture as lossless WebP; arguments and errors as for `png`."""
        return self._pixels("webp", scale, width, mode, rasterizer)

    def pdf(self, mode: OneMode | None = None) -> bytes:
        """The picture as a PDF of one page, a user unit 0.75 pt; its words can be searched.

        Raises:
            DiagramError: the picture is larger than a page can be.
        """
        from diagramkit import pdf

        return pdf.write(self._scene(self._shown(mode)))

    def in_mode(self, mode: Mode) -> Drawing:
        """The same drawing in another mode; nothing is laid out again."""
        mode = _allowed("mode", MODES, mode)
        said = self._source, self._own_words, self._judged or self
        other = Drawing(self._layout, self.options, self.name, mode, *said)
        other._scenes = self._scenes
        return other

    def named(self, name: str) -> Drawing:
        """The same drawing under another name; nothing is laid out again."""
        if name == self.name:
            return self
        said = self._source, self._own_words, self._judged or self
        return Drawing(self._layout, self.options, name, self.mode, *said)

    def repainted(self, theme: Theme, mode: OneMode) -> Drawing:
        """The same drawing in a mode of a theme that differs from its own in colours and stroke
        widths alone: geometry does not depend on those, so that nothing is laid out again."""
        options = self.options.changed(theme=theme)
        layout = replace(self._layout, theme=options.look)
        said = self._source, self._own_words, self._judged or self
        return Drawing(layout, options, self.name, mode, *said)

    def _repr_svg_(self) -> str:
        return self.svg

    def _mime_(self) -> tuple[str, str]:
        """What marimo shows: the SVG alone, where a bundle gets a tab for each of its kinds."""
        return "image/svg+xml", self.svg

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> tuple[dict[str, str | bytes], dict[str, dict[str, int]]]:
        """What a notebook shows: SVG, and PNG as large on the page."""
        make: dict[str, Callable[[], str | bytes]] = {
            "image/svg+xml": lambda: self.svg,
            "image/png": self.png,
        }
        wanted = [kind for kind in include or make if kind in make and kind not in (exclude or ())]
        sizes = {"image/png": {"width": round(self.scene.width)}}
        return {kind: make[kind]() for kind in wanted}, sizes if "image/png" in wanted else {}

    @property
    def _one_mode(self) -> OneMode:
        return "light" if self.mode == "both" else self.mode

    def _pixels(
        self,
        form: Format,
        scale: float | None,
        width: int | None,
        mode: OneMode | None,
        rasterizer: Rasterizer | None,
    ) -> bytes:
        from diagramkit import raster

        options = self.options.changed(scale=scale, rasterizer=rasterizer, width=width)
        # A scale that is asked for here goes before a width that was set for all.
        pixels = options.width if scale is None or width is not None else None
        paint = raster.webp if form == "webp" else raster.png
        return paint(self._outlined(mode), options.scale, pixels, options.rasterizer)

    def _outlined(self, mode: OneMode | None) -> str:
        return write(self._scene(self._shown(mode)), None, "outlines")

    def _shown(self, mode: OneMode | None) -> OneMode:
        return self._one_mode if mode is None else _allowed("mode", ONE_MODES, mode)

    def _scene(self, mode: OneMode) -> Scene:
        if mode not in self._scenes:
            self._scenes[mode] = self._layout.scene(
                mode,
                self.name,
                background=self.options.background,
                source_colors=self.options.colors == "source",
            )
        return self._scenes[mode]


def render(
    source: str | Path | Figure,
    *,
    theme: str | Path | Theme = "editorial",
    mode: Mode = "light",
    name: str | None = None,
    path: str | None = None,
    line: int = 1,
    colors: Literal["theme", "source"] = "theme",
    text: TextMode = "live",
    styles: Styles = "classes",
    background: str = "canvas",
    title: Titles = "charts",
    lang: str = "",
    classes: Mapping[str, str] | None = None,
    default_role: str = "primary",
    unmapped: Literal["categories", "primary"] = "categories",
    ground: Literal["painted", "page"] = "painted",
    key: bool = False,
    scale: float = 2,
    width: int | None = None,
    rasterizer: Rasterizer = "resvg",
) -> Drawing:
    """Draw a diagram.

    Args:
        source: a `Path` is a file; a `str` is the diagram's own text, or the path of a file
            when it is one line that ends in `.mmd`, `.mermaid`, `.yaml` or `.yml`; a figure may
            also be handed over as a `Figure`.
        theme: the name of a built-in theme, the path of a theme file, or a loaded theme.
        mode: `light`, `dark`, or `both` for an SVG that follows the reader.
        name: what files and ids are called after; the file's stem when left out.
        path: where diagnostics say the text came from.
        line: the line at which the text begins there, counted from 1.
        colors: `theme` gives every box the look of its role; `source` keeps the fills,
            strokes and text colours that the source sets.
        text: `live` keeps words as text; `outlines` makes the SVG look the same everywhere;
            `embedded` does so with words kept as text and the fonts in the file.
        styles: `classes` paints by a style sheet; `attributes` says all of it beside the classes
            too, for programs that read no style sheets.
        background: `canvas`, `transparent` or `#rrggbb`.
        title: which diagrams have their title above them as a headline: `charts`, `always` or
            `never`.
        lang: the language of the words, as in `ko`: SVG and PDF say it, lines break by its rules.
            The theme's when left out, else told by the letters.
        classes: the role or category of each class name of the source that is none itself, and
            of colours such as `#eef6ff`.
        default_role: the role of a box without a class.
        unmapped: what the colours of all other classes and styles become: `categories` of the
            theme, or `primary`, which is nothing.
        ground: what boxes stand on: `painted` gives each its fill, `page` leaves it out and takes
            tones that are read on white and on near-black pages.
        key: whether a line below a diagram with classes says what they are called.
        scale: pixels to one user unit, for PNG and WebP.
        width: pixels across, for PNG and WebP; overrides `scale`. Below the theme's
            `page.max_width` every format is laid out that narrow.
        rasterizer: `resvg`, or `cairosvg`, which needs libcairo.

    Raises:
        DiagramError: the source or the theme is unusable, or an argument is not allowed; every
            finding says what was expected, and names file, line and column where there are any.
    """
    options = DrawingOptions(
        theme=theme,
        modes=(mode,),
        colors=colors,
        text=text,
        styles=styles,
        background=background,
        title=title,
        lang=lang,
        classes=classes or {},
        default_role=default_role,
        unmapped=unmapped,
        ground=ground,
        key=key,
        scale=scale,
        width=width,
        rasterizer=rasterizer,
    )
    return draw(source, options, name=name, path=path, line=line)


@collector_paused()
def draw(
    source: str | Path | Figure | Diagram,
    options: DrawingOptions,
    *,
    name: str | None = None,
    path: str | None = None,
    line: int = 1,
) -> Drawing:
    """Draw a diagram as `options` say: the one way from a source to a drawing.

    Args:
        source: as for `render`, or a diagram of a project, which knows its name and its place.
        options: how; in the first of its modes, `light` where none is chosen.
        name: what files and ids are called after; the file's stem when left out.
        path: where diagnostics say the text came from.
        line: the line at which the text begins there, counted from 1.

    Raises:
        DiagramError: the source or the theme is unusable; every finding names file, line and
            column, and what was expected.
    """
    options = options.loaded()
    if isinstance(source, Diagram):
        words: str | Figure = source.text
        as_figure = source.is_figure
        origin, stem, line = source.shown, source.name, source.line
    else:
        words, origin, stem = _read(source, path)
        by_file = origin.endswith(FIGURE_SUFFIXES)
        as_figure = by_file or (isinstance(words, str) and is_figure(words))
    mode = (options.modes or ("light",))[0]
    with _faults_told(origin, line):
        layout, own_words = _laid_out(words, options, origin, line, as_figure=as_figure)
        text = words if isinstance(words, str) else ""

        def drawn(layout: Layout) -> Drawing:
            return Drawing(layout, options, name or stem, mode, (text, origin, line), own_words)

        return _best(layout, drawn)


def _best(layout: Layout, drawn: Callable[[Layout], Drawing]) -> Drawing:
    """The first arrangement without an error by the rules, else the one with the fewest; the first
    one where there is no other, or too much in it to be judged while it is drawn."""
    best = drawn(replace(layout, others=NO_OTHERS))
    if layout.others is NO_OTHERS:
        # Painted here, so that what cannot be painted is told where it is drawn.
        assert best.scene
        return best
    for drawing in chain([best], map(drawn, layout.others)):
        fewer = len(drawing.faults) < len(best.faults)
        if not drawing.is_judged:
            return best
        best = drawing if fewer else best
        if not drawing.faults:
            break
    return best


def _laid_out(
    words: str | Figure, options: DrawingOptions, origin: str, line: int, *, as_figure: bool
) -> tuple[Layout, str]:
    """A diagram in its place, and the description that its author wrote."""
    if as_figure or not isinstance(words, str):
        layout, own_words = _figure(words, options.narrowed, origin, line)
        return headlined(layout, options.title), own_words
    role = next(known for known in ROLES if known == options.default_role)
    notices: list[Diagnostic] = []
    model = mermaid.parse(words, origin, line, notices)
    classes = options.vocabulary
    layout = lay_out(model, options.narrowed, classes=classes, default_role=role, path=origin)
    if "$$" in words:
        from diagramkit.figure.formula import unset

        notices += unset(words, origin, line)
    own_words = str(getattr(model, "description", ""))
    names = read_key(words, origin, line, [entry.name for entry in layout.classes])

    def completed(layout: Layout) -> Layout:
        layout = replace(layout, warnings=(*notices, *layout.warnings))
        if options.key or names is not None:
            layout = keyed(layout, names or {})
        return headlined(layout, options.title)

    has_others = layout.others is not NO_OTHERS
    others = map(completed, layout.others) if has_others else NO_OTHERS
    return replace(completed(layout), others=others), own_words


def _allowed(what: str, allowed: tuple[Choice, ...], value: str) -> Choice:
    """`value`, if it is one of those allowed. Raises `DiagramError` with what they are."""
    for each in allowed:
        if each == value:
            return each
    message = f"{what} = {value!r}: expected {', '.join(map(str, allowed))}"
    raise DiagramError.single("options", message)


def _figure(source: str | Figure, theme: Theme, origin: str, line: int) -> tuple[Layout, str]:
    # Other diagrams do without the models of figures, which take time to load.
    from diagramkit.figure.reading import read
    from diagramkit.layout.figure import lay_out as lay_out_figure

    figure = read(source, origin, line) if isinstance(source, str) else source
    return lay_out_figure(figure, theme, path=origin), figure.desc or ""


def _read(source: str | Path | Figure, path: str | None) -> tuple[str | Figure, str, str]:
    """The text or the figure, the name for diagnostics, and the name of the drawing."""
    if not isinstance(source, (str, Path)):
        return source, path or "<figure>", "figure"
    if isinstance(source, str) and ("\n" in source or not source.endswith(SUFFIXES)):
        origin = path or "<string>"
        stem = Path(path).stem if path and not path.startswith("<") else "diagram"
        return source, origin, stem
    from diagramkit.project.documents import read_document

    file = Path(source)
    shown = path or str(source)
    return read_document(file, shown).body, shown, file.stem
