"""One thing measured about a theme, and what is asked of contrasts."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import Literal

from diagramkit.diagnostics import Diagnostic, Location

WORDS = 4.5
LINES = 3.0

Kind = Literal["words", "line", "accent", "category", "size"]
_CODES = {
    "words": "theme-words-contrast",
    "line": "theme-line-contrast",
    "accent": "theme-accent-told-apart",
    "category": "theme-category-told-apart",
    "size": "theme-text-size",
}


@dataclass(frozen=True, slots=True)
class Measurement:
    """One thing measured about a theme.

    Attributes:
        kind: what was asked: contrast of `words` or of a `line`, the `accent` told apart from
            the main line, a `category` from the others, or a type `size`.
        path: the token measured, `light.roles.accent.stroke`.
        against: the token it was measured against, or what it was measured for.
        measured: a contrast ratio, a CIEDE2000 difference, user units or pixels; see `unit`.
        required: the least value that passes.
        unit: `:1`, `ΔE`, `units` or `px`.
        exempt: it is decoration, in the colour of `border`: shown, not judged.
        color: the colour of the token; empty for a size.
        other: what it was measured against.
        nearest: of what does not pass, the colour nearest in lightness that would, here and in all
            else that is asked of the token; empty where there is none.
        ground: where there is none, the colour nearest to `other` on which it would pass.
    """

    kind: Kind
    path: str
    against: str
    measured: float
    required: float
    unit: str
    exempt: bool = False
    color: str = ""
    other: str = ""
    nearest: str = ""
    ground: str = ""

    @property
    def passed(self) -> bool:
        """Whether the theme does what is asked here."""
        return self.exempt or self.measured >= self.required

    def diagnostic(self, location: Location | None = None) -> Diagnostic:
        """The finding that this does not pass; `location` is where the token is written."""
        return Diagnostic(_CODES[self.kind], str(self), location)

    def __str__(self) -> str:
        required = f"{self.required:g}{self.unit}"
        cure = f"; the nearest that passes is {self.nearest}" if self.nearest else ""
        if self.ground:
            cure = f"; no shade of it passes there, on {self.ground} instead it would"
        return f"{self.path} reaches {self.shown} {self.against}; needed is {required}{cure}"

    @property
    def shown(self) -> str:
        """What was measured, with two decimals and its unit."""
        rounded = f"{self.measured:.2f}"
        if self.measured < self.required <= float(rounded):
            # 4.497 must not read as the 4.5 that it misses.
            rounded = f"{floor(self.measured * 100) / 100:.2f}"
        return f"{rounded}{self.unit}"
