"""How a project's diagrams are drawn: one value, made from the configuration and changed by
options. Each setting is declared here once; the configuration, its JSON Schema, the command line
and the checks of the functions for Python are made from the declaration.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.project.values import (
    MEANING,
    ROLE,
    Flag,
    Number,
    OneOf,
    Pattern,
    TableOf,
    ThemeReference,
    Words,
    brief,
    setting,
    settings_of,
)

if TYPE_CHECKING:
    from diagramkit.layout import Titles
    from diagramkit.theme.model import Theme

Mode = Literal["light", "dark", "both"]
OneMode = Literal["light", "dark"]
Format = Literal["svg", "png", "pdf", "webp"]
TextMode = Literal["live", "outlines", "embedded"]
Styles = Literal["classes", "attributes"]
Rasterizer = Literal["resvg", "cairosvg"]

LANG = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}|"
"""Language tags as of BCP 47; none for the language that letters tell."""

AnyMode = TypeVar("AnyMode", bound=str)
MODES: tuple[Mode, ...] = ("light", "dark", "both")
ONE_MODES: tuple[OneMode, ...] = ("light", "dark")
FORMATS: tuple[Format, ...] = ("svg", "png", "pdf", "webp")
MAX_SCALE = 1000
MAX_WIDTH = 65_535

LEAST_WIDTH = 240.0
"""The narrowest page that is laid out for, in units."""

MODE = Words(MODES, "light, dark, both, or light,dark", alone="both")
FORMAT = Words(FORMATS, f"one or more of {', '.join(FORMATS)}")
SCALE = Number(0, MAX_SCALE)
WIDTH = Number(0, MAX_WIDTH, whole=True)


@dataclass(frozen=True, slots=True)
class DrawingOptions:
    """How diagrams are drawn. Raises `DiagramError` when it is made with a value that is not
    allowed; the message says what is.

    `theme` is the name of a built-in theme, the path of a theme file, or a loaded theme. `modes`
    is None where nobody has chosen; `width` None for pictures as wide as `scale` makes them.
    """

    theme: str | Path | Theme = setting(
        ThemeReference(),
        "The theme: the name of a built-in one, or a theme file.",
        default="editorial",
        option="--theme",
        metavar="NAME|FILE",
    )
    modes: tuple[Mode, ...] | None = setting(
        MODE,
        "light, dark, both (one SVG that follows the reader), or light,dark. "
        "Default: light,dark, and light for a single picture.",
        key="mode",
        option="--mode",
        metavar="light|dark|both",
        optional=True,
    )
    colors: Literal["theme", "source"] = setting(
        OneOf(("theme", "source")),
        "Colours by the theme, or as the source sets them. Default: theme.",
        default="theme",
        option="--colors",
        metavar="theme|source",
        in_scene=True,
    )
    text: TextMode = setting(
        OneOf(("live", "outlines", "embedded")),
        "Words in SVG: kept as text (live), drawn as outlines, or kept with the fonts in the file "
        "(embedded). Default: live.",
        default="live",
        option="--text",
        metavar="live|outlines|embedded",
    )
    styles: Styles = setting(
        OneOf(("classes", "attributes")),
        "Paint in SVG: by the classes of a style sheet, or as attributes beside it, for programs "
        "that read no style sheets. Default: classes.",
        default="classes",
        option="--styles",
        metavar="classes|attributes",
    )
    background: str = setting(
        Pattern(r"canvas|transparent|#[0-9a-fA-F]{6}", "canvas, transparent or #rrggbb"),
        "What lies behind the drawing: canvas (the ground of the theme), transparent, or a "
        "colour. Default: canvas.",
        default="canvas",
        option="--background",
        metavar="canvas|transparent|#rrggbb",
        in_scene=True,
    )
    title: Titles = setting(
        OneOf(("charts", "always", "never")),
        "Which diagrams have their title above them as a headline: charts, always, never. "
        "Default: charts.",
        default="charts",
        option="--title",
        metavar="charts|always|never",
        in_scene=True,
    )
    lang: str = setting(
        Pattern(LANG, "a language tag as in ko, en-GB or zh-Hant"),
        "The language of the words, as in ko, en-GB or zh-Hant: SVG and PDF say it, and lines "
        "break by its rules. Default: the theme's, else what the letters tell.",
        default="",
        option="--lang",
        metavar="TAG",
        in_scene=True,
    )
    classes: Mapping[str, str] = setting(
        TableOf(MEANING, 'a table of class names and roles, as in gpu = "primary"'),
        "The role, or the category (category-1 to category-6), of each class name of the sources "
        'that is none itself, and of colours: "#eef6ff" = "category-2".',
        make=dict,
        in_scene=True,
    )
    default_role: str = setting(
        ROLE,
        "The role of a box without a class, and of a class that is not in the table. "
        "Default: primary.",
        default="primary",
        in_scene=True,
    )
    unmapped: str = setting(
        OneOf(("categories", "primary")),
        "What the colours of classes and styles that are not in the table become: categories of "
        "the theme, or nothing (primary). Default: categories.",
        default="categories",
        in_scene=True,
    )
    ground: Literal["painted", "page"] = setting(
        OneOf(("painted", "page")),
        "What boxes stand on: a fill of their own (painted), or the page, with lines and words in "
        "tones that are read on white and on near-black. Default: painted.",
        default="painted",
        in_scene=True,
    )
    key: bool = setting(
        Flag(),
        "Whether a line below each diagram with classes says what they are called, as "
        '`%% diagram: key gpu = "On the GPU"` asks for a single one. Default: false.',
        default=False,
        in_scene=True,
    )
    scale: float = setting(
        SCALE,
        "Pixels a unit, for PNG and WebP. Default: 2.",
        default=2,
        option="--scale",
        metavar="NUMBER",
    )
    width: int | None = setting(
        WIDTH,
        "Width in pixels, for PNG and WebP; overrides the scale. Below the theme's page.max_width "
        "every format is laid out that narrow, as for a phone.",
        option="--width",
        metavar="PIXELS",
        optional=True,
        in_scene=True,
    )
    rasterizer: Rasterizer = setting(
        OneOf(("resvg", "cairosvg")),
        "What makes the pixels of PNG and WebP. Default: resvg.",
        default="resvg",
        option="--rasterizer",
        metavar="resvg|cairosvg",
    )

    def __post_init__(self) -> None:
        faults = []
        for name, known in settings_of(DrawingOptions):
            value = getattr(self, name)
            if value is None and known.optional:
                continue
            try:
                object.__setattr__(self, name, known.value.check(value))
            except ValueError as error:
                faults.append(Diagnostic("options", f"{name} = {brief(value)}: {error}"))
        if faults:
            raise DiagramError(faults)

    def changed(self, **changes: Any) -> DrawingOptions:
        """The same with some settings changed; those that are None stay as they are."""
        said = {name: value for name, value in changes.items() if value is not None}
        return replace(self, **said) if said else self

    def loaded(self) -> DrawingOptions:
        """The same with its theme loaded. Raises `DiagramError` for one that cannot be used."""
        from diagramkit.theme.load import load_theme

        if isinstance(self.theme, str | Path):
            return replace(self, theme=load_theme(self.theme))
        return self

    @property
    def narrowed(self) -> Theme:
        """The loaded theme in the language of the words, for drawings at most as wide as the
        picture is to be, down to `LEAST_WIDTH`; a narrower picture shows one of that width."""
        theme = self.look
        if self.lang:
            theme = theme.replace(lang=self.lang)
        width = max(float(self.width or 0), LEAST_WIDTH)
        if not self.width or width >= theme.page.max_width:
            return theme
        return theme.replace(page=theme.page.replace(max_width=width))

    @property
    def vocabulary(self) -> Mapping[str, str]:
        """The table of classes, with `*` for all others where those are no categories."""
        return {"*": "primary", **self.classes} if self.unmapped == "primary" else self.classes

    @property
    def look(self) -> Theme:
        """The loaded theme on its ground. Raises `DiagramError` for one that cannot be used."""
        theme = self.loaded().theme
        assert not isinstance(theme, str | Path)
        if self.ground == "painted":
            return theme
        from diagramkit.theme.ground import on_page

        return on_page(theme)

    def values(self, *, scene_only: bool = False) -> dict[str, Any]:
        """The settings but the theme, as JSON values by name; `scene_only`: those that decide
        what is drawn."""
        return {
            name: dict(value) if isinstance(value, Mapping) else value
            for name, known in settings_of(DrawingOptions)
            if name != "theme" and (known.in_scene or not scene_only)
            for value in [getattr(self, name)]
        }


def modes_of(theme: Theme, modes: Sequence[AnyMode]) -> tuple[AnyMode, ...]:
    """Those of some modes that a theme has; `both` is the one that it has, where it has one alone.

    Raises:
        DiagramError: it has none of them.
    """
    if len(set(theme.modes)) > 1:
        return tuple(modes)
    alone = theme.modes[0]
    if any(mode in ("both", alone) for mode in modes):
        return (cast("AnyMode", alone),)
    message = f"the theme {theme.name} has no mode but {alone}: {', '.join(modes)} was asked for"
    raise DiagramError.single("theme-mode", message)


def one_modes(modes: tuple[Mode, ...] | None) -> tuple[OneMode, ...]:
    """The modes that have pictures of their own; both unless told otherwise."""
    wanted = ("light", "dark") if not modes or "both" in modes else modes
    return tuple(mode for mode in ("light", "dark") if mode in wanted)
