"""What fits a repository: the theme that it is nearest to, what its classes and colours mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from diagramkit.color import plain
from diagramkit.diagnostics import counted
from diagramkit.sync.generators import Generator
from diagramkit.sync.palette import Palette, palette_of
from diagramkit.sync.survey import Survey
from diagramkit.sync.vocabulary import Choice, vocabulary
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import MODES, ModeName, Theme, tokens

OWN = 0.5
"""From this share of its colours on that a theme knows, a repository has no palette of its own."""
NEAR = 0.2
"""The share from which on the nearest theme is proposed, and below it the first."""
PAINTED = 0.25
"""From this share of its flowcharts with filled boxes on, a repository has painted ones."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The theme and its mode, how many of the colours found are its own, the palette that a theme
    of the repository's own is made of, the map, and the rest of the settings, each with what speaks
    for it."""

    theme: str
    mode: ModeName
    known: int
    counted: int
    classes: dict[str, Choice]
    palette: Palette | None = None
    directive: tuple[Literal["keep", "needed"], str] = ("keep", "")
    ground: tuple[Literal["painted", "page"], str] = ("painted", "")
    generators: tuple[Generator, ...] = ()

    @property
    def look(self) -> Theme:
        """The theme that `sync` will follow: the repository's own, or the one that is proposed."""
        return self.palette.theme() if self.palette else load_theme(self.theme)

    @property
    def mapping(self) -> dict[str, str]:
        """The role of each class and colour."""
        return {name: choice.role for name, choice in self.classes.items()}


def propose(
    survey: Survey, themes: Iterable[Theme], generators: tuple[Generator, ...] = ()
) -> Proposal:
    """What fits a repository: of `themes`, best first where nothing tells them apart, and else."""
    colors = survey.colors + survey.drawing_colors
    for found in survey.variables.values():
        colors += found
    for everybodys in ("#ffffff", "#000000"):
        colors.pop(everybodys, None)
    scores = [
        (sum(colors[color] for color in _colors(theme, mode)), theme, mode)
        for theme in themes
        for mode in MODES
    ]
    counted = colors.total()
    best = max(scores, key=lambda score: score[0])
    # A few colours in common tell no theme from another.
    known, theme, mode = best if best[0] >= NEAR * counted else scores[0]
    palette = palette_of(survey, theme) if known < OWN * counted else None
    return Proposal(
        theme.name,
        palette.mode if palette else mode,
        known,
        counted,
        vocabulary(survey),
        palette,
        _directive(survey, generators),
        _ground(survey, palette, known),
        generators,
    )


def _colors(theme: Theme, mode: ModeName) -> set[str]:
    return {
        plain(str(value))
        for path, value in tokens(theme).items()
        if path.startswith(f"{mode}.") and str(value).startswith("#")
    }


def _directive(
    survey: Survey, generators: tuple[Generator, ...]
) -> tuple[Literal["keep", "needed"], str]:
    """`needed` where kinds that take colours by a directive alone have none."""
    if survey.bare and any(each.target for each in generators):
        return "keep", "the site's own configuration gives its diagrams a theme"
    if survey.bare:
        kinds = sorted(kind for kind in survey.kinds if kind not in ("flowchart", "other"))
        which = f"{counted(survey.bare, 'diagram')} ({', '.join(kinds)})"
        return "needed", f"{which} without a directive take colours by nothing else"
    if not survey.diagrams:
        return "keep", "there are no Mermaid diagrams"
    return "keep", "every diagram has its colours from classes, or a directive already"


def _ground(
    survey: Survey, palette: Palette | None, known: int
) -> tuple[Literal["painted", "page"], str]:
    """`page` where nobody has painted boxes."""
    charts = survey.kinds["flowchart"]
    if palette or known:
        return "painted", "its colours are a palette"
    if survey.filled > PAINTED * charts:
        return "painted", f"{survey.filled} of {charts} flowcharts have filled boxes"
    return "page", f"{survey.filled} of {charts} flowcharts have filled boxes"
