"""Matrices."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.color import mixed
from diagramkit.figure.kinds.matrix import Matrix
from diagramkit.geometry import Path, Point, Rect, Size, number
from diagramkit.layout.figure.brush import BODY, GROUND, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.scene import NO_COLOR, Paint

GAP = 8.0
"""Between words and cells."""
SEAM = 2.0
"""Between two cells."""
STRONGEST = 0.86
"""How much of the line colour is in the ground of a cell of value 1."""
LEGIBLE, NUDGES = 4.5, 12
"""The least contrast of words in a cell (WCAG 2.2, AA), and by how many hundredths of the ramp the
shade of a cell may differ for it."""


class MatrixNode(Node):
    """Square cells in rows and columns, darker for greater values; masked ones are crossed."""

    part: Matrix

    def __init__(self, part: Matrix, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.columns = [kit.block([(words, "note")]) for words in part.columns]
        self.rows = [kit.block([(words, "note")]) for words in part.rows]
        self.texts = {
            (row, column): kit.block([(text, "mono")])
            for row, entries in enumerate(part.matrix)
            for column, entry in enumerate(entries)
            if (text := self._text(entry))
        }
        wide = max((block.size.width for block in (*self.columns, *self.texts.values())), default=0)
        side = kit.theme.figure.heat
        self.cell = Size(kit.up(max(side, wide + GAP if wide else 0.0), 4), side)
        self.left = max((block.size.width + GAP for block in self.rows), default=0.0)
        self.top = max((block.size.height + GAP for block in self.columns), default=0.0)
        self.named = [
            kit.block([(one.label, "strong" if one.role == "accent" else "label")])
            if one.label
            else kit.block([])
            for one in part.regions
        ]
        right = max((block.size.width + GAP for block in self.named if block.lines), default=0.0)
        self.size = Size(
            kit.up(self.left + len(part.matrix[0]) * self.cell.width + right, 4),
            kit.up(self.top + len(part.matrix) * self.cell.height, 4),
        )

    def _text(self, entry: float | str) -> str:
        if isinstance(entry, str):
            return entry
        return number(entry) if self.part.numbers else ""

    def _rect(self, row: int, column: int) -> Rect:
        x = self.rect.x + self.left + column * self.cell.width
        y = self.rect.y + self.top + row * self.cell.height
        return Rect(x, y, *self.cell).grown(-SEAM / 2)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        for row, entries in enumerate(self.part.matrix):
            for column, entry in enumerate(entries):
                yield from self._cell(row, column, entry, brush)
        for place, block in enumerate(self.columns):
            rect = self._rect(0, place)
            at = Point(rect.center.x, rect.y - GAP - block.ink_height)
            yield from brush.block(f"column:{self.path}:{place}", "", block, at, "middle")
        for place, block in enumerate(self.rows):
            rect = self._rect(place, 0)
            at = Point(rect.x - GAP, rect.center.y - block.ink_height / 2)
            yield from brush.block(f"row:{self.path}:{place}", "", block, at, "end")

        yield from self._regions(brush)

    def _regions(self, brush: Brush) -> Iterator[Painted]:
        end = self._rect(0, len(self.part.matrix[0]) - 1).right + GAP
        for place, (tile, block) in enumerate(zip(self.part.regions, self.named, strict=True)):
            first = self._rect(tile.rows[0] - 1, tile.columns[0] - 1)
            rect = first.union(self._rect(tile.rows[1] - 1, tile.columns[1] - 1)).grown(SEAM / 2)
            key = f"region:{self.path}:{place}"
            is_accent = tile.role == "accent"
            look = brush.mode.edges.accent if is_accent else brush.mode.edges.main
            paint = Paint(NO_COLOR, look.stroke, look.stroke_width, tuple(brush.theme.edge.dash))
            yield brush.mark(key, "region", Path.polygon(rect.corners), paint, BODY)
            at = Point(end, rect.center.y - block.ink_height / 2)
            yield from brush.block(f"text:{key}", "", block, at, "start")

    def _cell(self, row: int, column: int, entry: float | str, brush: Brush) -> Iterator[Painted]:
        rect, key = self._rect(row, column), f"{self.path}:{row}.{column}"
        hair = brush.mode.group.stroke_width
        if self.part.mask == "causal" and column > row:
            line = Path.polyline([rect.corners[3], rect.corners[1]])
            paint = Paint(NO_COLOR, brush.ink("border"), hair)
            yield brush.mark(f"mask:{key}", "hairline", line, paint)
            return
        value = entry if isinstance(entry, float | int) else 0.0
        ground = self._shade(STRONGEST * value, brush)
        paint = Paint(ground, brush.ink("border"), hair) if value == 0 else Paint(ground)
        role = f"heat-{round(100 * value)}"
        yield brush.mark(f"heat:{key}", role, Path.polygon(rect.corners), paint, GROUND)
        if (row, column) in self.texts:
            block = self.texts[row, column]
            at = Point(rect.center.x, rect.center.y - block.ink_height / 2)
            color = max(_inks(brush), key=lambda ink: contrast(ink, ground))
            yield from brush.block(f"text:{key}", "", block, at, "middle", "", BODY, color)

    def _shade(self, share: float, brush: Brush) -> str:
        """The colour of the ramp at a share from 0 to 1; where cells have words, the nearest on
        which they can be read."""
        steps = sorted(range(-NUDGES, NUDGES + 1), key=abs) if self.texts else [0]
        shares = [min(max(share + step / 100, 0.0), 1.0) for step in steps]
        shades = [mixed(brush.ink("line"), each, brush.ink("panel")).lower() for each in shares]
        return next((each for each in shades if _is_legible(each, brush)), shades[0])


def _inks(brush: Brush) -> tuple[str, str]:
    return brush.ink("text"), brush.ink("canvas")


def _is_legible(ground: str, brush: Brush) -> bool:
    return any(contrast(ink, ground) >= LEGIBLE for ink in _inks(brush))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), as `diagramkit.color` measures it, without
    the library that takes longer to load than a figure to draw."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
