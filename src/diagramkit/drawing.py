"""The one way through: from a source and a theme to a drawing, for the API and the command
line alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from diagramkit import mermaid
from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.figure.source import SUFFIXES as FIGURE_SUFFIXES
from diagramkit.figure.source import is_figure
from diagramkit.layout import ROLES, Layout, NodeRole, lay_out
from diagramkit.scene import Scene
from diagramkit.svg.write import TextMode, write
from diagramkit.text.fonts import CJK_EXTRA, cjk_face
from diagramkit.text.measure import missing
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.figure.model import Figure
    from diagramkit.project.diagrams import Diagram

Mode = Literal["light", "dark", "both"]
OneMode = Literal["light", "dark"]
Rasterizer = Literal["resvg", "cairosvg"]
SUFFIXES = (".mmd", ".mermaid", *FIGURE_SUFFIXES)


@dataclass(frozen=True)
class Drawing:
    """A drawn diagram.

    `name` is what files and ids are called after; `mode` what was asked for; `warnings` what
    the reader of the diagram may stumble over: each thing once, with its place in the source.
    """

    name: str
    mode: Mode
    warnings: tuple[Diagnostic, ...]
    _layout: Layout = field(repr=False)
    _text: TextMode = "live"
    _background: str = "canvas"
    _source_colors: bool = False

    @cached_property
    def svg(self) -> str:
        """The SVG document. With mode `both` it follows the reader's light or dark."""
        if self.mode == "both":
            return write(self._scene("light"), self._scene("dark"), self._text)
        return write(self._scene(self.mode), None, self._text)

    @property
    def scene(self) -> Scene:
        """Every primitive in its place; of mode `both` the light one."""
        return self._scene("light" if self.mode == "both" else self.mode)

    def png(
        self,
        scale: float = 2,
        width: int | None = None,
        mode: OneMode | None = None,
        rasterizer: Rasterizer = "resvg",
    ) -> bytes:
        """The picture as PNG.

        Args:
            scale: pixels to one user unit.
            width: pixels across; overrides `scale`.
            mode: which picture of a drawing in mode `both`; light when left out.
            rasterizer: `resvg`, or `cairosvg`, which needs libcairo.

        Raises:
            DiagramError: the picture would be too large, or libcairo is missing.
        """
        from diagramkit import raster

        return raster.png(self._outlined(mode), scale, width, rasterizer)

    def webp(
        self,
        scale: float = 2,
        width: int | None = None,
        mode: OneMode | None = None,
        rasterizer: Rasterizer = "resvg",
    ) -> bytes:
        """The picture as lossless WebP; arguments and errors as for `png`."""
        from diagramkit import raster

        return raster.webp(self._outlined(mode), scale, width, rasterizer)

    def pdf(self, mode: OneMode | None = None) -> bytes:
        """The picture as a PDF of one page, a user unit 0.75 pt.

        Raises:
            DiagramError: libcairo is missing; the message names the package to install.
        """
        from diagramkit import raster

        return raster.pdf(self._outlined(mode))

    def repainted(self, theme: Theme, mode: OneMode) -> Drawing:
        """The same drawing in a mode of a theme that differs from its own in colours and stroke
        widths alone: geometry does not depend on those, so that nothing is laid out again."""
        return replace(self, mode=mode, _layout=replace(self._layout, theme=theme))

    def _repr_svg_(self) -> str:
        return self.svg

    def _outlined(self, mode: OneMode | None) -> str:
        own: OneMode = "light" if self.mode == "both" else self.mode
        return write(self._scene(mode or own), None, "outlines")

    def _scene(self, mode: OneMode) -> Scene:
        scenes: dict[OneMode, Scene] = self.__dict__.setdefault("_scenes", {})
        if mode not in scenes:
            scenes[mode] = self._layout.scene(
                mode,
                self.name,
                background=self._background,
                source_colors=self._source_colors,
            )
        return scenes[mode]


def draw(
    diagram: Diagram,
    *,
    theme: Theme,
    mode: Mode = "light",
    colors: Literal["theme", "source"] = "theme",
    text: TextMode = "live",
    background: str = "canvas",
    classes: Mapping[str, str] | None = None,
    default_role: str = "primary",
) -> Drawing:
    """Draw a diagram of a project; arguments and errors as for `render`."""
    return render(
        # One line that ends in .mmd would be taken for the name of a file.
        diagram.text if diagram.text.endswith("\n") else diagram.text + "\n",
        theme=theme,
        mode=mode,
        name=diagram.name,
        path=diagram.shown,
        line=diagram.line,
        colors=colors,
        text=text,
        background=background,
        classes=classes,
        default_role=default_role,
    )


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
    background: str = "canvas",
    classes: Mapping[str, str] | None = None,
    default_role: str = "primary",
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
        text: `live` keeps words as text; `outlines` makes the SVG look the same everywhere.
        background: `canvas`, `transparent` or `#rrggbb`.
        classes: the role of each class name of the source that is not a role itself.
        default_role: the role of a box without a class.

    Raises:
        DiagramError: the source or the theme is unusable; every finding names file, line and
            column, and what was expected.
    """
    if default_role not in ROLES:
        allowed = ", ".join(ROLES)
        message = f'unknown role "{default_role}"; allowed are {allowed}'
        raise DiagramError.single("unknown-role", message)
    role: NodeRole = next(known for known in ROLES if known == default_role)
    words, origin, stem = _read(source, path)
    look = theme if isinstance(theme, Theme) else load_theme(theme)
    layout: Layout
    if not isinstance(words, str) or origin.endswith(FIGURE_SUFFIXES) or is_figure(words):
        layout = _figure(words, look, origin, line)
    else:
        model = mermaid.parse(words, origin, line)
        layout = lay_out(model, look, classes=classes or {}, default_role=role, path=origin)
    drawing = Drawing(
        name or stem, mode, layout.warnings, layout, text, background, colors == "source"
    )
    lost = _missing_glyphs(drawing.scene, origin, line)
    if not lost:
        return drawing
    return replace(drawing, warnings=(*layout.warnings, *lost))


def _figure(source: str | Figure, theme: Theme, origin: str, line: int) -> Layout:
    # Other diagrams do without the models of figures, which take time to load.
    from diagramkit.figure.reading import read
    from diagramkit.layout.figure import lay_out as lay_out_figure

    figure = read(source, origin, line) if isinstance(source, str) else source
    return lay_out_figure(figure, theme, path=origin)


def _read(source: str | Path | Figure, path: str | None) -> tuple[str | Figure, str, str]:
    """The text or the figure, the name for diagnostics, and the name of the drawing."""
    if not isinstance(source, (str, Path)):
        return source, path or "<figure>", "figure"
    if isinstance(source, str) and ("\n" in source or not source.endswith(SUFFIXES)):
        origin = path or "<string>"
        stem = Path(path).stem if path and not path.startswith("<") else "diagram"
        return source, origin, stem
    file = Path(source)
    shown = path or str(source)
    try:
        return file.read_text(encoding="utf-8-sig"), shown, file.stem
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.start} is {error.object[error.start]:#04x}"
        raise DiagramError.single("not-utf8", message, Location(shown)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise DiagramError.single(
            "unreadable", f"cannot read: {reason}", Location(shown)
        ) from error


def _missing_glyphs(scene: Scene, path: str, line: int) -> list[Diagnostic]:
    """Characters that no font at hand has, all in one warning."""
    lost = {
        character: None
        for item in scene.texts
        if not item.text.isascii()
        for character in missing(item.text, item.families)
        if not character.isspace()
    }
    if not lost:
        return []
    shown = " ".join(list(lost)[:12]) + (" …" if len(lost) > 12 else "")
    cure = (
        ""
        if cjk_face()
        else f"; for Chinese, Japanese and Korean: pip install 'diagramkit[{CJK_EXTRA}]'"
    )
    message = f"no font at hand has {shown}: drawn as empty boxes in pictures{cure}"
    return [Diagnostic("missing-glyph", message, Location(path, line), severity="warning")]
