"""What `sync` writes: the paint of each class, and the token that each value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from diagramkit.project.options import DrawingOptions
from diagramkit.sync.declarations import read_declarations
from diagramkit.theme.export import export
from diagramkit.theme.ground import on_page
from diagramkit.theme.model import BoxLook, Categories, ModeName, RoleLooks, Theme
from diagramkit.theme.page import PageColors, page_colors
from diagramkit.theme.paints import Painted, known_paints

DirectiveRule = Literal["keep", "needed", "always", "never"]

ROLES = RoleLooks.fields
CATEGORIES = tuple(f"category-{place}" for place in range(1, len(Categories.fields) + 1))
DASH = "stroke-dasharray"
DEFAULT = "default"
LABEL = "edgeLabel"
GROUP = "cluster"
LINKS = "linkStyle default"

PAINT = ("fill", "stroke", "stroke-width", "color")
"""What a class says of colour; a class that says none of it is left alone."""

_ROLE_TOKENS = {
    "fill": "fill",
    "stroke": "stroke",
    "stroke-width": "stroke_width",
    "color": "text",
}
_PAGE_TOKENS = {
    LABEL: {"background-color": "page.ground", "color": "page.words"},
    GROUP: {
        "fill": "page.group",
        "stroke": "page.line",
        "stroke-width": "group.stroke_width",
        "color": "page.title",
    },
    LINKS: {"stroke": "page.line", "stroke-width": "edges.main.stroke_width"},
}


@dataclass(frozen=True, slots=True)
class Paint:
    """Declarations, and the path of the theme's token behind each."""

    values: Mapping[str, str]
    tokens: Mapping[str, str]


@dataclass(frozen=True)
class Look:
    """A theme in a mode, and the rules by which blocks take it.

    `classes` maps names of classes, and colours, to roles and categories, `*` being all others; a
    class that is in it neither by name nor by colour is a category by its colours
    (`diagramkit.layout.graph.categories`), and without any painted as `default_role`.
    """

    theme: Theme
    mode: ModeName = "light"
    classes: Mapping[str, str] = field(default_factory=dict)
    default_role: str = "primary"
    directive: DirectiveRule = "keep"
    is_on_page: bool = False

    @classmethod
    def of(cls, options: DrawingOptions, mode: ModeName, directive: DirectiveRule) -> Look:
        """The look of drawing options. Raises `DiagramError` for a theme that cannot be used."""
        theme = options.loaded().theme
        assert not isinstance(theme, str | Path)
        role, is_page = options.default_role, options.ground == "page"
        return cls(theme, mode, options.vocabulary, role, directive, is_page)

    @cached_property
    def written(self) -> Theme:
        """The theme on the ground that is written: its own, or the page."""
        return on_page(self.theme) if self.is_on_page else self.theme

    def has(self, name: str) -> bool:
        """Whether anything is written of a name of Mermaid's own."""
        return name in self._paints

    def paint(self, name: str) -> Paint:
        """The paint of a role, a category, one of Mermaid's own names used here; of anything else
        that of the default role."""
        paints = self._paints
        return paints[name] if name in paints else paints[self.default_role]

    @cached_property
    def page(self) -> PageColors:
        """The page-safe tokens."""
        return page_colors(self.written, self.mode)

    @property
    def known(self) -> Mapping[tuple[str, ...], Painted]:
        """What the paints of this theme and of built-in ones mean in a source."""
        return known_paints(self.theme)

    def line(self, role: str) -> Paint:
        """The stroke of a link that is accent, of a category, or like all others."""
        links = self.paint(LINKS)
        value, token = links.values["stroke"], links.tokens["stroke"]
        if role == "accent":
            value, token = self.page.accent, f"{self.mode}.page.accent"
        elif role in CATEGORIES:
            place = CATEGORIES.index(role)
            value = self.page.categories[place]
            token = f"{self.mode}.page.categories.{place + 1}"
        return Paint({"stroke": value}, {"stroke": token})

    @cached_property
    def _paints(self) -> dict[str, Paint]:
        paints = {
            name: Paint(values, {key: f"{self.mode}.{_PAGE_TOKENS[name][key]}" for key in values})
            for name, values in self._lines("mermaid-page")
        }
        mode = self.written.mode(self.mode)
        for role, look in mode.roles:
            paints[role] = self._box(look, f"{self.mode}.roles.{role}")
        for name, (field_name, look) in zip(CATEGORIES, mode.categories, strict=True):
            paints[name] = self._box(look, f"{self.mode}.categories.{field_name}")
        paints[DEFAULT] = paints[self.default_role]
        return paints

    def _box(self, look: BoxLook, path: str) -> Paint:
        fill = self.written.mode(self.mode).canvas if look.fill == "none" else look.fill
        width = f"{look.stroke_width:g}px"
        values = {"fill": fill, "stroke": look.stroke, "stroke-width": width, "color": look.text}
        tokens = {key: f"{path}.{_ROLE_TOKENS[key]}" for key in PAINT}
        if look.dash:
            values[DASH], tokens[DASH] = _dashes(look.dash), f"{path}.dash"
        return Paint(values, tokens)

    def _lines(self, target: str) -> Iterator[tuple[str, dict[str, str]]]:
        """The statements of an export: the name of each and its declarations."""
        for line in export(self.written, target, self.mode).splitlines():
            keyword, name, style = line.split(maxsplit=2)
            yield LINKS if keyword == "linkStyle" else name, read_declarations(style)


def _dashes(lengths: Iterable[float]) -> str:
    return " ".join(f"{length:g}" for length in lengths)
