"""Boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.figure.kinds.box import Box
from diagramkit.geometry import Path, Point, Rect, Size, sides
from diagramkit.layout.figure.brush import BEHIND, Brush, Painted
from diagramkit.layout.figure.kinds._titled import TitledNode
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.layout.graph import shapes
from diagramkit.layout.words import LineKind

ASIDE = (0.0, 1.0, 0.5, 0.25, 0.75)
"""Where in its frame a title stands that lines would strike, the best first."""
CLEAR = 2.0
"""Between a title and a line."""


class BoxNode(TitledNode):
    """Words in a frame; around children the words stand at its top left."""

    IS_BOX = True
    IS_FRAME = True
    part: Box
    aside = 0.0
    """How far to the right the words of a frame stand, as part of the room that they have."""

    def __init__(self, part: Box, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        box = kit.theme.box
        room = part.width - 2 * kit.padding if part.width else None
        if self.children:
            # The title of a frame begins where its parts do, and has all the width that they take.
            inset = kit.theme.spacing.group_inset
            room = max(room or kit.variant.wrap, self.body_size.width + inset - kit.padding)
        self.words_block = kit.block(self._lines(), room)
        width, height = self.words_block.size
        self.shape = None if part.shape == "box" else part.shape
        if self.children:
            inset = kit.theme.spacing.group_inset
            inner = self.body_size
            head = self.head_height
            self.size = Size(
                kit.up(max(inner.width + 2 * inset, inset + width + kit.padding)),
                kit.up(head + inner.height + inset),
            )
        elif self.shape:
            fit = shapes.fit(self.shape, self.words_block.size, kit.theme, kit.variant.compact)
            self.size = Size(kit.up(fit.width), kit.up(fit.height))
        else:
            least = box.min_height if width else 0.0
            self.size = Size(
                kit.up(max(kit.least_width, width + 2 * kit.padding)),
                kit.up(max(least, height + 2 * box.padding_y), kit.theme.page.grid),
            )
        if part.width:
            fitted = self.size.width if self.children or self.shape else width + 2 * kit.padding
            self.size = Size(kit.up(max(part.width, fitted)), self.size.height)

    def _lines(self) -> list[tuple[str, LineKind]]:
        part, note = self.part, self.role == "note"
        lines: list[tuple[str, LineKind]] = [(part.title, "note" if note else "title")]
        lines += [(words, "note" if note else "body") for words in part.small]
        lines += [(words, "mono") for words in part.mono]
        return [(words, kind) for words, kind in lines if words]

    @property
    def head_height(self) -> float:
        """The strip above what is in it."""
        inset = self.kit.theme.spacing.group_inset
        return inset + (self.words_block.size.height + 8 if self.words_block.lines else 0.0)

    @property
    def _is_dashed(self) -> bool:
        return self.part.line == "dashed"

    def place(self, rect: Rect) -> None:
        self.rect = rect
        if self.children:
            inset = self.kit.theme.spacing.group_inset
            head = self.head_height
            self.children[0].place(
                Rect(
                    rect.x + inset,
                    rect.y + head,
                    rect.width - 2 * inset,
                    rect.height - head - inset,
                )
            )

    @property
    def words(self) -> tuple[Rect, ...]:
        if not self.children or not self.words_block.lines:
            return ()
        width, height = self.words_block.size
        inset = self.kit.theme.spacing.group_inset
        return (Rect(self._title_x, self.rect.y + inset / 2, width, height + 4),)

    @property
    def _title_x(self) -> float:
        """The left side of the words of a frame."""
        inset = self.kit.theme.spacing.group_inset
        free = self.rect.width - 2 * inset - self.words_block.size.width
        return self.rect.x + inset + round(self.aside * max(free, 0.0))

    def give_way(self, lines: Sequence[tuple[Point, Point]]) -> None:
        for self.aside in ASIDE:
            rooms = [rect.grown(CLEAR) for rect in self.words]
            if not any(rect.crossed_by(*line) for rect in rooms for line in lines):
                return
        self.aside = 0.0

    @property
    def borders(self) -> tuple[tuple[Point, Point], ...]:
        return tuple(sides(self.rect.corners)) if self.children else ()

    @property
    def outline(self) -> Path | None:
        """Its outline where it is no plain box."""
        if not self.shape:
            return None
        return shapes.outline(self.shape, self.rect, self.words_block.size, self.kit.theme)

    @property
    def polygon(self) -> tuple[Point, ...]:
        return self.outline.flattened() if self.outline else self.rect.corners

    def paint(self, brush: Brush) -> Iterator[Painted]:
        rect, theme = self.rect, self.kit.theme
        if self.children:
            radius = theme.box.group_radius
            yield brush.box(
                self.key, self.role, rect, radius, BEHIND, self.owner, dashed=self._is_dashed
            )
            inset = theme.spacing.group_inset
            at = Point(self._title_x, rect.y + inset)
            yield from brush.block(
                f"text:{self.path}", self.role, self.words_block, at, "start", self.key
            )
            return
        details = shapes.details(self.shape, rect, theme) if self.shape else ()
        yield brush.box(
            self.key,
            self.role,
            rect,
            owner=self.owner,
            outline=self.outline,
            details=details,
            dashed=self._is_dashed,
        )
        shift = shapes.shift(self.shape, theme) if self.shape else 0.0
        top = rect.center.y - self.words_block.ink_height / 2 + shift
        at = Point(rect.center.x, top)
        yield from brush.block(
            f"text:{self.path}", self.role, self.words_block, at, "middle", self.key
        )
