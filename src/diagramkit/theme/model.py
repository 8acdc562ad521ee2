"""What a theme is made of: the typed form of a theme file, and its tokens by path.

A theme file is read by `diagramkit.theme.load`; aliases (`$name`) and `extends` are resolved
there, so that everything here is a plain value. Themes are frozen: a loaded theme is the same
for every drawing made with it.

    >>> from diagramkit.themes import editorial
    >>> editorial.light.roles.accent.stroke_width
    2.0

The text under a token is its documentation: the JSON Schema that editors read is written from
it. Sizes and distances are in `diagramkit.theme.measures`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from diagramkit.theme.measures import (
    Boxes,
    Budget,
    Dashes,
    Distance,
    Figures,
    Fonts,
    Lines,
    Page,
    Records,
    Sequences,
    Shapes,
    Spacing,
    Spine,
    Typography,
)
from diagramkit.theme.tokens import Limits, Named, Tokens

ModeName = Literal["light", "dark"]
MODES: tuple[ModeName, ...] = ("light", "dark")

# Six digits and nothing else: the one form that rasterisers, browsers and Mermaid all know.
COLOR = r"^#[0-9A-Fa-f]{6}$"
FILL = r"^(#[0-9A-Fa-f]{6}|none)$"
# Names and descriptions end up in comments and messages.
NAME = r"""^[^"'`\\*/<>&\x00-\x1f\x7f]{1,64}$"""
LANG = r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4})?$"
SENTENCE = r"^[^\x00-\x1f\x7f]{0,500}$"

FONT_FILES = "fonts.files"
Modes = Annotated[tuple[ModeName, ...], Limits(min_length=1, max_length=2)]
Color = Annotated[str, Limits(pattern=COLOR)]
Fill = Annotated[str, Limits(pattern=FILL)]
Name = Annotated[str, Limits(pattern=NAME)]
Sentence = Annotated[str, Limits(pattern=SENTENCE)]
Lang = Annotated[str, Limits(pattern=LANG)]


class Palette(Named):
    """Colours of one's own by name, at most 64, for aliases and tints: `$navy`, `$navy/12%`."""

    values: ClassVar[object] = Color


class BoxLook(Tokens):
    """The paint of the boxes of one role or category."""

    fill: Fill
    """Ground of the box: `#rrggbb`, or `none` to show what is below."""
    stroke: Color
    """Border of the box: `#rrggbb`, at least 3:1 on the canvas unless it is `border`."""
    stroke_width: Distance
    """Width of the border in user units, 0 to below 1000."""
    dash: Dashes = ()
    """Lengths of the dashes and gaps of the border in user units; empty for a solid one."""
    double: Distance = 0.0
    """From the border to a second one inside of it, in user units; 0 for a single one."""
    text: Color
    """Words of the box, first line: `#rrggbb`, at least 4.5:1 on the fill."""
    muted: Color
    """Further lines of the box: `#rrggbb`, at least 4.5:1 on the fill."""


class RoleLooks(Tokens):
    """The four roles a box can have."""

    primary: BoxLook
    """The main steps."""
    secondary: BoxLook
    """What supports the main steps."""
    note: BoxLook
    """Remarks, examples, details."""
    accent: BoxLook
    """The critical path, and nothing else."""


class Categories(Tokens):
    """Six categories of equal rank, told apart from each other and from the accent by the
    colour-blind too; never red. Each has a hairline in a muted hue, at most a tint of the ground,
    and a second sign that reads without colour: the width or the dash of the line."""

    first: BoxLook
    """Of class `category-1`."""
    second: BoxLook
    """Of class `category-2`."""
    third: BoxLook
    """Of class `category-3`."""
    fourth: BoxLook
    """Of class `category-4`."""
    fifth: BoxLook
    """Of class `category-5`."""
    sixth: BoxLook
    """Of class `category-6`."""

    @property
    def looks(self) -> tuple[BoxLook, ...]:
        """The six, in order."""
        return self.first, self.second, self.third, self.fourth, self.fifth, self.sixth


class GroupLook(Tokens):
    """The paint of the frames around groups."""

    fill: Fill
    """Ground of the group: `#rrggbb` or `none`."""
    stroke: Color
    """Border of the group: `#rrggbb`."""
    stroke_width: Distance
    """Width of the border in user units, 0 to below 1000."""
    header: Fill = "none"
    """Ground of the strip that holds the title: `#rrggbb`, or `none` for that of the group."""
    text: Color
    """Title of the group: `#rrggbb`, at least 4.5:1 on its ground."""


class LineLook(Tokens):
    """The paint of the edges of one role."""

    stroke: Color
    """The line and its head: `#rrggbb`, at least 3:1 on the canvas."""
    stroke_width: Distance
    """Width of the line in user units, 0 to below 1000."""


class LineLooks(Tokens):
    """The four roles an edge can have."""

    main: LineLook
    """Between boxes."""
    side: LineLook
    """Into a `note` box."""
    dashed: LineLook
    """Feedback, return, optional."""
    accent: LineLook
    """The critical path; told apart from `main` by the colour-blind too."""


class Mode(Tokens):
    """The colours of a theme in light or in dark."""

    canvas: Color
    """The ground of the whole drawing: `#rrggbb`."""
    panel: Color
    """A ground set off from the canvas: `#rrggbb`."""
    text: Color
    """Words: `#rrggbb`, at least 4.5:1 on what they stand on."""
    muted: Color
    """Words of second rank: `#rrggbb`, at least 4.5:1 as well."""
    accent: Color
    """The critical path: `#rrggbb`. For lines, never for words: the accent of `editorial`
    reaches 4.08:1 on the light canvas and 3.91:1 on the dark; lines need 3:1, words 4.5:1."""
    line: Color
    """Lines that carry meaning: `#rrggbb`, at least 3:1 on the canvas."""
    border: Color
    """The subtle border: `#rrggbb`. It is decoration, text and position carry the meaning, so
    it alone is exempt from 3:1."""
    roles: RoleLooks
    """Boxes, by role."""
    categories: Categories
    """Boxes whose colour says what they belong to."""
    group: GroupLook
    """Frames around groups."""
    edges: LineLooks
    """Edges, by role."""
    label: Color
    """Words beside an edge: `#rrggbb`, at least 4.5:1 on the canvas."""
    label_accent: Color
    """Words beside an accent edge: `#rrggbb`, at least 4.5:1 on the canvas."""
    caption: Color
    """Words below a figure: `#rrggbb`, at least 4.5:1 on the canvas."""

    def box(self, role: str) -> BoxLook:
        """The paint of boxes of a role, or of a category: `category-1` to `category-6`."""
        look: BoxLook | None = getattr(self.roles, role, None)
        return look or self.categories.looks[int(role.removeprefix("category-")) - 1]


class Theme(Tokens):
    """A look: fonts, sizes, distances and budgets, and the colours of both modes."""

    name: Name
    """What the theme is called, at most 64 characters; the file's name if left out."""
    description: Sentence = ""
    """Its character in a sentence, at most 500 characters."""
    modes: Modes = MODES
    """The modes that the theme has: light, dark or both. With one alone, it stands for both."""
    lang: Lang = ""
    """The language of the words, a BCP 47 tag as in `ko` or `zh-Hant`; told by their letters if
    left out."""
    palette: Palette = Palette()
    """Colours of one's own by name."""
    fonts: Fonts
    """Font stacks."""
    type: Typography
    """Sizes and weights of text."""
    page: Page
    """The sheet."""
    spacing: Spacing
    """Distances between things."""
    box: Boxes
    """Boxes."""
    shape: Shapes
    """Shapes that are not boxes."""
    figure: Figures
    """Parts of figures."""
    record: Records
    """Boxes with compartments."""
    sequence: Sequences
    """Sequence diagrams."""
    edge: Lines
    """How edges run."""
    spine: Spine
    """When a drawing has a main path."""
    budget: Budget
    """What a drawing may not exceed."""
    light: Mode
    """Colours in light mode."""
    dark: Mode
    """Colours in dark mode."""

    @property
    def source(self) -> str | Path | None:
        """What it was loaded as, a name or a file, for whoever asks how it is written; None for one
        that was made or changed in Python. No part of what themes are compared by."""
        return self.__dict__.get("_source")

    def sourced(self, source: str | Path) -> Theme:
        """The same, known to be loaded from somewhere."""
        theme = self.replace()
        theme.__dict__["_source"] = source
        return theme

    def mode(self, name: ModeName) -> Mode:
        """The colours of the mode `light` or `dark`."""
        return self.dark if name == "dark" else self.light


def tokens(theme: Theme) -> dict[str, object]:
    """Every token of a theme by its path, in the order of the model.

    Values are numbers, strings, or tuples of them: `{"light.roles.accent.stroke": "#D9392E",
    "edge.dash": (5.0, 4.0), …}`. The name, the description, the modes, the language and the files
    of fonts are no tokens.
    """
    every = _leaves(theme, "")
    return {path: value for path, value in every if "." in path and path != FONT_FILES}


def _leaves(group: Tokens, prefix: str) -> Iterator[tuple[str, object]]:
    for key, value in group:
        if isinstance(value, Tokens):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
