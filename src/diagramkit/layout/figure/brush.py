"""Paint: nodes of a figure to primitives, in the colours of a mode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.words import Label, Line, line_texts
from diagramkit.scene import NO_COLOR, Anchor, Box, Mark, Paint, Primitive
from diagramkit.theme.model import BoxLook, Mode, Theme

BEHIND, GROUND, FRAME, LINE, BODY, TOP = -1, 0, 1, 2, 3, 4
"""The layers of a drawing, from below: frames around parts, grounds, axes, connectors, boxes,
labels."""

Ink = Literal[
    "line", "accent", "border", "muted", "text", "panel", "canvas",
    "category-1", "category-2", "category-3", "category-4", "category-5", "category-6",
]  # fmt: skip
CATEGORIES: tuple[Ink, ...] = (
    *("category-1", "category-2", "category-3"),
    *("category-4", "category-5", "category-6"),
)
"""The lines of the theme's categories, in order."""


class Painted(NamedTuple):
    """A primitive, and the layer it belongs to."""

    layer: int
    item: Primitive


def in_layers(painted: Iterable[Painted]) -> tuple[Primitive, ...]:
    """Primitives in paint order: layer by layer, in each as they came."""
    return tuple(one.item for one in sorted(painted, key=lambda one: one.layer))


class Brush:
    """Makes primitives in the paints of a mode; `source_colors` says whether those that a source
    sets go before them."""

    def __init__(self, theme: Theme, mode: Mode, *, source_colors: bool = False) -> None:
        self.theme, self.mode, self.source_colors = theme, mode, source_colors

    def look(self, role: str) -> BoxLook:
        """The paints of boxes of a role."""
        look: BoxLook = getattr(self.mode.roles, role)
        return look

    def ink(self, name: Ink) -> str:
        """A colour of the mode by its name."""
        if name in CATEGORIES:
            return self.mode.categories.looks[CATEGORIES.index(name)].stroke
        color: str = getattr(self.mode, name)
        return color

    def box(
        self,
        key: str,
        role: str,
        rect: Rect,
        radius: float | None = None,
        layer: int = BODY,
        owner: str = "",
        outline: Path | None = None,
        details: tuple[Path, ...] = (),
        dashed: bool = False,
    ) -> Painted:
        """A box in the look of its role."""
        look = self.look(role)
        dash = tuple(self.theme.edge.dash) if dashed else ()
        paint = Paint(look.fill, look.stroke, look.stroke_width, dash)
        tokens = self.theme.box
        if radius is None:
            radius = tokens.note_radius if role == "note" else tokens.radius
        return Painted(layer, Box(key, role, rect, paint, radius, outline, details, owner))

    def mark(self, key: str, role: str, path: Path, paint: Paint, layer: int = GROUND) -> Painted:
        """A rule, a square, a curve."""
        return Painted(layer, Mark(key, role, path, paint))

    def rule(self, key: str, start: Point, end: Point, ink: Ink) -> Painted:
        """A line that parts or heads things: black at the head of a panel, else a hairline."""
        main, hair = self.mode.edges.main, self.mode.group
        width = main.stroke_width if ink == "line" else hair.stroke_width
        paint = Paint(NO_COLOR, self.ink(ink), width)
        role = "rule" if ink == "line" else "hairline"
        return self.mark(key, role, Path.polyline([start, end]), paint)

    def block(
        self,
        key: str,
        role: str,
        block: Label,
        at: Point,
        anchor: Anchor,
        owner: str = "",
        layer: int = BODY,
        color: str | None = None,
    ) -> Iterator[Painted]:
        """Lines of words; `at` is where the anchor of the first line's capitals' top is."""
        baselines = block.baselines_below(at.y)
        for index, (line, y) in enumerate(zip(block.lines, baselines, strict=True)):
            shade = self.color(line, role) if color is None else color
            name, role_of_line = f"{key}:{index}", self.name(line, role)
            made = line_texts(name, role_of_line, line, at.x, y, shade, anchor=anchor, owner=owner)
            yield from (Painted(layer, item) for item in made)

    def color(self, line: Line, role: str) -> str:
        """The colour of a line of a kind in a box of a role; words outside have no role."""
        mode = self.mode
        if line.kind in ("label", "caption", "group"):
            return {"label": mode.label, "caption": mode.caption, "group": mode.group.text}[
                line.kind
            ]
        if line.kind == "strong":
            return mode.label_accent
        if role in ("primary", "secondary", "note", "accent"):
            look = self.look(role)
            return look.muted if line.kind == "body" else look.text
        return mode.muted if line.kind in ("body", "note") else mode.text

    @staticmethod
    def name(line: Line, role: str) -> str:
        """The class of a line: its role and its kind."""
        if role in ("primary", "secondary", "note", "accent"):
            return f"{role}-{line.kind}" if line.kind != role else f"{role}-text"
        return {"strong": "accent-label"}.get(line.kind, line.kind)
