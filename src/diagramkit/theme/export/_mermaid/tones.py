"""The colours of a theme as Mermaid needs them: for what is painted, and for what stands on a page
that shows through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from diagramkit.theme.model import BoxLook, ModeName, Theme
from diagramkit.theme.page import NO_GROUND, PAGES, page_colors

SCALE = 12
"""How many colours each of Mermaid's scales has."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A ground, the line around it or of what belongs to it, and the words on it."""

    fill: str
    line: str
    text: str


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of a mode, each `#rrggbb`.

    Attributes:
        is_dark: whether the canvas is.
        canvas, panel, text, muted, border: tokens of the mode.
        primary, secondary, note, accent: the boxes of the roles.
        scale: the categories, each with the line that is safe on every page, and behind them
            the role `secondary` until there are twelve.
        line, red: lines on the page, and the critical path there; 3:1 on every page.
        words, ground: words on the page and what has to be painted below them; 4.5:1.
        bare: words on the page where nothing can be painted below them.
        title, group: the title and the ground of a group.
        theme: where the colours are from.
    """

    is_dark: bool
    canvas: str
    panel: str
    text: str
    muted: str
    border: str
    primary: Tone
    secondary: Tone
    note: Tone
    accent: Tone
    scale: tuple[Tone, ...]
    line: str
    red: str
    words: str
    ground: str
    bare: str
    title: str
    group: str
    theme: Theme

    @property
    def paper(self) -> Tones:
        """The colours of light mode."""
        return tones(self.theme, "light")

    @property
    def rest(self) -> Tone:
        """What supports the main things, with a line that is seen on the page."""
        return Tone(self.secondary.fill, self.line, self.secondary.text)

    @property
    def halo(self) -> str:
        """Declarations for words of an SVG on the page: they carry their ground with them."""
        return _halo(self.words, self.ground)

    @property
    def plate(self) -> str:
        """What is painted below words on a mark, such as a slice: their ground, else paper."""
        return self.ground if self.ground != NO_GROUND else PAGES[0]

    @property
    def on_mark(self) -> str:
        """Declarations for words of an SVG on a mark."""
        return _halo(self.words if self.plate == self.ground else PAGES[1], self.plate)

    def scaled(self, name: str, colors: Iterable[str], first: int = 0) -> dict[str, object]:
        """Numbered variables: `cScale0`, `cScale1`, …"""
        return {f"{name}{place}": color for place, color in enumerate(colors, first)}


Css = Mapping[str, str]
"""Declarations by selector; a selector counts inside the drawing."""


def _halo(words: str, ground: str) -> str:
    return f"fill:{words};stroke:{ground};stroke-width:6px;stroke-linejoin:round;paint-order:stroke"


@lru_cache(maxsize=16)
def tones(theme: Theme, mode: ModeName) -> Tones:
    """The colours of a theme in a mode."""
    look, page = theme.mode(mode), page_colors(theme, mode)

    def tone(box: BoxLook, line: str | None = None) -> Tone:
        return Tone(solid(box.fill, look.canvas), line or box.stroke, box.text)

    roles = look.roles
    pairs = zip(look.categories.looks, page.categories, strict=True)
    categories = [tone(box, line) for box, line in pairs]
    rest = tone(roles.secondary, page.line)
    return Tones(
        is_dark=mode == "dark",
        canvas=look.canvas,
        panel=look.panel,
        text=look.text,
        muted=look.muted,
        border=look.border,
        primary=tone(roles.primary),
        secondary=tone(roles.secondary),
        note=tone(roles.note),
        accent=tone(roles.accent),
        scale=(*categories, *[rest] * (SCALE - len(categories))),
        line=page.line,
        red=page.accent,
        words=page.words,
        ground=page.ground,
        bare=page.bare,
        title=page.title,
        group=page.group,
        theme=theme,
    )


def solid(fill: str, canvas: str) -> str:
    """A fill as a colour: where it is `none`, the canvas shows."""
    return canvas if fill == "none" else fill
