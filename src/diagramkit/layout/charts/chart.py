"""A placed chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.geometry import Rect
from diagramkit.layout.figure.brush import Brush, Painted, in_layers
from diagramkit.layout.figure.kit import Kit, Variant
from diagramkit.layout.figure.words import LineKind
from diagramkit.scene import Scene
from diagramkit.theme.model import Theme

Paint = Callable[[Brush], Iterable[Painted]]
"""Everything of a chart in the paints of a mode; its coordinates are those of the page."""


@dataclass(slots=True)
class Chart:
    """A placed chart: `scene` paints it in either mode, with the same geometry.

    The title does not stand in the picture: it is its name for readers who cannot see it.
    """

    theme: Theme
    paint: Paint
    width: float
    height: float
    title: str
    description: str
    warnings: tuple[Diagnostic, ...] = ()

    def scene(
        self,
        mode: Literal["light", "dark"],
        name: str,
        *,
        background: str = "canvas",
        source_colors: bool = False,  # noqa: ARG002
    ) -> Scene:
        """The drawing in a mode. `background` is `canvas`, `transparent` or `#rrggbb`. Charts
        are drawn in the theme's colours alone, so `source_colors` changes nothing."""
        look = self.theme.mode(mode)
        ground = {"canvas": look.canvas, "transparent": "none"}.get(background, background)
        return Scene(
            name,
            mode,
            self.width,
            self.height,
            ground,
            self.title or _titled(name),
            self.description,
            in_layers(self.paint(Brush(self.theme, look))),
        )


def chart_kit(theme: Theme) -> Kit:
    """What the words of a chart are set with; a dollar is a dollar."""
    variant = Variant(compact=False, equal=True, wrap=theme.box.wrap)
    return Kit(theme, variant, (), frozenset(), formulas=False)


def worded(words: str, kind: LineKind) -> list[tuple[str, LineKind]]:
    """Words as lines of a kind, parted where the source parts them; none for no words."""
    return [(line, kind) for line in words.split("\n")] if words else []


def page_size(kit: Kit, ink: Rect) -> tuple[float, float]:
    """Width and height of a page around what begins a margin from its corner."""
    return kit.up(ink.right + kit.margin, 2), kit.up(ink.bottom + kit.margin, 2)


def too_wide(theme: Theme, width: float, path: str) -> Iterator[Diagnostic]:
    """The warning about a chart that is wider than the theme allows, if it is."""
    most = theme.page.max_width
    if width > most:
        message = f"{width:.0f} wide, more than {most:.0f}: split this chart, or shorten its words"
        yield Diagnostic("too-wide", message, Location(path), severity="warning")


def accent_budget(
    theme: Theme, accent: int, count: int, what: str, path: str
) -> Iterator[Diagnostic]:
    """The warning about more critical things than still stand out, if there are."""
    allowed = theme.budget.accent_share
    if accent > 1 and accent > allowed * count:
        message = (
            f"{accent} of {count} {what} are accent, more than the {allowed:.0%} that still lets "
            "the critical path stand out"
        )
        yield Diagnostic("accent-budget", message, Location(path), severity="warning")


def _titled(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Chart"
