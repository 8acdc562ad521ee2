"""What Mermaid draws on a page that it does not paint: colours for light and dark pages alike.

On GitHub the canvas of a Mermaid block is transparent, so the links stand on whichever page the
reader has chosen, and a block has one set of colours for both. Lines reach 3:1 on each page (WCAG
2.2, 1.4.11). No colour of words reaches 4.5:1 on white and on near-black (4.35:1 is the most that
is possible), so words get a painted ground of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from diagramkit.color import canonical, contrast
from diagramkit.diagnostics import Diagnostic
from diagramkit.theme.measurement import LINES, WORDS, Kind, Measurement
from diagramkit.theme.model import Mode, ModeName, Theme

PAGES = ("#ffffff", "#0d1117")
"""GitHub's page in light and in dark."""
NO_GROUND = "none"
"""The canvas of a theme that stands on the page itself (`diagramkit.theme.ground`)."""


@dataclass(frozen=True, slots=True)
class PageColors:
    """The page-safe tokens of a mode, each `#rrggbb`.

    Attributes:
        line: links, their heads and the borders of groups; 3:1 on both pages and on `group`.
        accent: the critical path; as `line`.
        words: words on `ground`; 4.5:1.
        ground: what is painted below words beside a link.
        group: what is painted below a group, opaque.
        title: the title of a group; 4.5:1 on `group`.
        bare: words that nothing can be painted below, such as messages of a sequence diagram; as
            near to 4.5:1 on both pages as a colour comes.
        categories: the lines of the six categories; as `line`.
    """

    line: str
    accent: str
    words: str
    ground: str
    group: str
    title: str
    bare: str
    categories: tuple[str, ...]


@lru_cache(maxsize=16)
def page_colors(theme: Theme, mode: ModeName) -> PageColors:
    """The page-safe tokens of a theme.

    A colour of the theme that is safe as it is is taken; else the nearest in lightness to it.
    """
    look = theme.mode(mode)
    if look.canvas == NO_GROUND:
        return _bare(look)
    group = look.canvas if look.group.fill == "none" else look.group.fill
    under_lines = (*PAGES, group)
    lines = (look.edges.main.stroke, look.edges.side.stroke, look.muted)
    accent = look.edges.accent.stroke
    return PageColors(
        line=_first(lines, under_lines) or nearest_color(look.muted, under_lines, LINES),
        accent=_first((accent,), under_lines) or nearest_color(accent, under_lines, LINES),
        words=_first((look.label,), (look.canvas,), WORDS) or look.text,
        ground=look.canvas,
        group=group,
        title=look.group.text,
        bare=nearest_color(look.muted, PAGES, WORDS),
        categories=tuple(
            _first((each.stroke,), under_lines) or nearest_color(each.stroke, under_lines, LINES)
            for each in look.categories.looks
        ),
    )


def _bare(look: Mode) -> PageColors:
    """The tokens of a theme that is safe on the page as it is."""
    strokes = tuple(each.stroke for each in look.categories.looks)
    words, none = look.text, NO_GROUND
    return PageColors(look.line, look.accent, words, none, none, words, words, strokes)


def _first(colors: Iterable[str], grounds: Sequence[str], least: float = LINES) -> str | None:
    return next((color for color in colors if _worst(color, grounds) >= least), None)


def _worst(color: str, grounds: Iterable[str]) -> float:
    return min(contrast(color, ground) for ground in grounds)


def nearest_color(color: str, grounds: Sequence[str], least: float) -> str:
    """The colour that reaches `least` with the smallest change of lightness, else the best."""
    from coloraide import Color

    start = Color(color).convert("oklch")
    shades = []
    for percent in range(101):
        shade = start.clone().set("lightness", percent / 100)
        hexed = shade.convert("srgb").to_string(hex=True, fit="oklch-chroma")
        written = canonical(hexed) or hexed
        reached = min(_worst(written, grounds), least)
        shades.append((-reached, abs(percent / 100 - start["lightness"]), written))
    return min(shades)[2]


def check_page(theme: Theme, mode: ModeName) -> list[Diagnostic]:
    """What of a theme is not safe on both pages: a diagnostic for each contrast too low."""
    return [
        Diagnostic("theme-page-contrast", str(found))
        for found in measure_page(theme, mode)
        if not found.passed
    ]


def measure_page(theme: Theme, mode: ModeName) -> list[Measurement]:
    """The contrasts of the page-safe tokens, on both pages and on what is painted on them.

    `bare` is shown and not judged: no colour of words is safe on both pages.
    """
    page = page_colors(theme, mode)
    pages = {f"on the page {color}": color for color in PAGES}
    group = {f"on {mode}.page.group": page.group}
    found = [
        _measured("line", f"{mode}.page.{name}", color, against, ground, LINES)
        for name, color in (
            ("line", page.line),
            ("accent", page.accent),
            *((f"categories.{place}", color) for place, color in enumerate(page.categories, 1)),
        )
        for against, ground in {**pages, **group}.items()
    ]
    found += [
        _measured("words", f"{mode}.page.words", page.words, f"on {mode}.page.ground", page.ground),
        _measured("words", f"{mode}.page.title", page.title, *next(iter(group.items()))),
    ]
    bare = (_measured("words", f"{mode}.page.bare", page.bare, *each) for each in pages.items())
    return [*found, *(replace(each, exempt=True) for each in bare)]


def _measured(
    kind: Kind, path: str, color: str, against: str, ground: str, least: float = WORDS
) -> Measurement:
    return Measurement(kind, path, against, contrast(color, ground), least, ":1")
