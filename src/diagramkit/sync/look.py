"""What `sync` writes: the paint of each class, and the token that each value comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from diagramkit.project.options import DrawingOptions
from diagramkit.sync.declarations import read_declarations
from diagramkit.theme.export import export
from diagramkit.theme.model import MODES, ModeName, RoleLooks, Theme
from diagramkit.theme.page import PageColors, page_colors

DirectiveRule = Literal["keep", "always", "never"]

ROLES = RoleLooks.fields
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

    `classes` maps names of classes to roles; a class that is neither a role nor in it is painted
    as `default_role`.
    """

    theme: Theme
    mode: ModeName = "light"
    classes: Mapping[str, str] = field(default_factory=dict)
    default_role: str = "primary"
    directive: DirectiveRule = "keep"

    @classmethod
    def of(cls, options: DrawingOptions, mode: ModeName, directive: DirectiveRule) -> Look:
        """The look of drawing options. Raises `DiagramError` for a theme that cannot be used."""
        return cls(options.look, mode, options.classes, options.default_role, directive)

    def renamed(self, name: str) -> str:
        """The role that the class `name` is mapped to, or the name itself."""
        return name if name in ROLES else self.classes.get(name, name)

    def paint(self, name: str) -> Paint:
        """The paint of a class: a role, one of Mermaid's own names used here, or any other."""
        paints = self._paints
        return paints[name] if name in paints else paints[self.default_role]

    @cached_property
    def page(self) -> PageColors:
        """The page-safe tokens."""
        return page_colors(self.theme, self.mode)

    @cached_property
    def accents(self) -> frozenset[str]:
        """The strokes that mark a link as accent, in lower case."""
        modes = [self.theme.mode(name) for name in MODES]
        found = [color for mode in modes for color in (mode.accent, mode.edges.accent.stroke)]
        return frozenset(color.lower() for color in (*found, self.page.accent))

    @cached_property
    def _paints(self) -> dict[str, Paint]:
        tokens: dict[str, Mapping[str, str]] = {
            role: {key: f"roles.{role}.{_ROLE_TOKENS[key]}" for key in PAINT} for role in ROLES
        }
        tokens.update(_PAGE_TOKENS)
        return {
            name: Paint(values, {key: f"{self.mode}.{path}" for key, path in tokens[name].items()})
            for target in ("mermaid-classdefs", "mermaid-page")
            for name, values in self._lines(target)
        }

    def _lines(self, target: str) -> Iterator[tuple[str, dict[str, str]]]:
        """The statements of an export: the name of each and its declarations."""
        for line in export(self.theme, target, self.mode).splitlines():
            keyword, name, style = line.split(maxsplit=2)
            yield LINKS if keyword == "linkStyle" else name, read_declarations(style)
