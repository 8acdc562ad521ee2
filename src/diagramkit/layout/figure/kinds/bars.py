"""Bars."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.bars import Bar, Bars, Piece
from diagramkit.geometry import Path, Point, Rect, Size, number
from diagramkit.layout.charts.places import apart
from diagramkit.layout.figure.brush import BODY, Brush, Painted
from diagramkit.layout.figure.kinds.matrix import contrast
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.scene import NO_COLOR, Anchor, Paint

GAP = 12.0
"""Between words and bars, and between bars."""
AIR = 6.0
"""Between the words in a piece and its sides."""
BROAD = 28.0
"""How broad bars are whose pieces have words."""
UPRIGHT = 0.6
"""How long upright bars are, in the length of level ones."""


class BarsNode(Node):
    """Labels at one end, bars from one line, values at their other ends."""

    ACROSS = "start"
    part: Bars

    def __init__(self, part: Bars, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.is_upright = part.flow == "row"
        wrap = (1 if self.is_upright else 2) * kit.theme.box.wrap
        self.labels = [kit.block([(bar.label, "body")], wrap) for bar in part.bars]
        self.values = [
            kit.block([(bar.shown or number(bar.length), "strong")]) for bar in part.bars
        ]
        self.pieces = [
            [kit.block([(one.label, "body")] if one.label else []) for one in bar.split]
            for bar in part.bars
        ]
        tokens = kit.theme.figure
        self.long = part.size or tokens.bar_length * (UPRIGHT if self.is_upright else 1.0)
        self.broad = max(tokens.bar, BROAD) if any(map(any, self._worded())) else tokens.bar
        self.outside = [self._homeless(place) for place in range(len(part.bars))]
        self.size = self._upright_size() if self.is_upright else self._level_size()

    def _worded(self) -> Iterator[list[bool]]:
        return ([bool(block.lines) for block in blocks] for blocks in self.pieces)

    def _length(self, bar: Bar) -> float:
        longest = max(one.length for one in self.part.bars) or 1.0
        return max(2.0, self.long * bar.length / longest)

    def _homeless(self, place: int) -> list[int]:
        """The pieces of a bar whose words have no room in them."""
        bar = self.part.bars[place]
        found = []
        for at, (piece, block) in enumerate(zip(bar.split, self.pieces[place], strict=True)):
            room = self._length(bar) * piece.value / (bar.length or 1.0)
            along = block.ink_height if self.is_upright else block.size.width
            if block.lines and along + 2 * AIR > room:
                found.append(at)
        return found

    def _beside(self, place: int, across: int) -> float:
        """The room that words beside a bar take: their width (0) or their height (1)."""
        sizes = [
            (block.size.width, block.ink_height)[across]
            for block in (self.pieces[place][at] for at in self.outside[place])
        ]
        return max(sizes) + AIR if sizes else 0.0

    def _level_size(self) -> Size:
        self.left = max(block.size.width for block in self.labels) + GAP
        right = max(block.size.width for block in self.values) + GAP
        under = max(self._beside(place, 1) for place in range(len(self.labels)))
        self.pitch = max(self.broad, *(block.ink_height for block in self.labels)) + under + GAP
        height = self.pitch * len(self.labels) - GAP
        return Size(self.kit.up(self.left + self.long + right, 4), self.kit.up(height, 4))

    def _upright_size(self) -> Size:
        inner = [
            block.size.width + 2 * AIR
            for place, blocks in enumerate(self.pieces)
            for at, block in enumerate(blocks)
            if at not in self.outside[place]
        ]
        self.broad = max(self.broad, BROAD, *inner)
        beside = max(self._beside(place, 0) for place in range(len(self.labels)))
        words = max(block.size.width for block in (*self.labels, *self.values))
        self.pitch = max(self.broad + 2 * beside, words) + 2 * GAP
        self.left = max(block.size.height for block in self.values) + GAP
        below = max(block.size.height for block in self.labels) + GAP
        width = self.pitch * len(self.labels)
        return Size(self.kit.up(width, 4), self.kit.up(self.left + self.long + below, 4))

    def _bar(self, place: int, bar: Bar) -> Rect:
        length = self._length(bar)
        along = place * self.pitch
        if self.is_upright:
            x = self.rect.x + along + (self.pitch - self.broad) / 2
            return Rect(x, self.rect.y + self.left + self.long - length, self.broad, length)
        under = max(self._beside(one, 1) for one in range(len(self.labels)))
        top = self.rect.y + along + (self.pitch - under - GAP - self.broad) / 2
        return Rect(self.rect.x + self.left, top, length, self.broad)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        for place, bar in enumerate(self.part.bars):
            rect, key = self._bar(place, bar), f"{self.path}.{place}"
            yield brush.mark(f"bar:{key}", *self._look(bar, rect, brush))
            yield from self._split(place, bar, rect, brush)
            yield from self._words_beside(place, bar, rect, brush)
            label, value = self.labels[place], self.values[place]
            anchors: tuple[Anchor, Anchor] = ("middle", "middle")
            if self.is_upright:
                at = Point(rect.center.x, rect.bottom + GAP)
                end = Point(rect.center.x, rect.y - GAP - value.ink_height)
            else:
                anchors = ("end", "start")
                at = Point(rect.x - GAP, rect.center.y - label.ink_height / 2)
                end = Point(rect.right + GAP, rect.center.y - value.ink_height / 2)
            yield from brush.block(f"text:{key}", "", label, at, anchors[0])
            yield from brush.block(f"value:{key}", "", value, end, anchors[1])

    def _split(self, place: int, bar: Bar, rect: Rect, brush: Brush) -> Iterator[Painted]:
        """The pieces of a bar, from its foot, each with its words in it."""
        start = 0.0
        for at, piece in enumerate(bar.split):
            share = piece.value / (bar.length or 1.0)
            room = self._room(rect, start, share)
            start += share
            key = f"{self.path}.{place}.{at}"
            role, paint = self._shade(at, piece, brush)
            inner = room.grown(-paint.stroke_width / 2)
            yield brush.mark(f"piece:{key}", role, Path.polygon(inner.corners), paint)
            if at in self.outside[place]:
                continue
            block = self.pieces[place][at]
            middle = Point(room.center.x, room.center.y - block.ink_height / 2)
            ground = brush.ink("canvas") if paint.fill == NO_COLOR else paint.fill
            inks = (brush.ink("text"), brush.ink("canvas"))
            color = max(inks, key=lambda ink: contrast(ink, ground))
            yield from brush.block(f"text:{key}", "", block, middle, "middle", "", BODY, color)

    def _words_beside(self, place: int, bar: Bar, rect: Rect, brush: Brush) -> Iterator[Painted]:
        """The words of pieces that are too small for them: below a level bar, right of an upright
        one, apart from each other."""
        starts = [0.0]
        for piece in bar.split:
            starts.append(starts[-1] + piece.value / (bar.length or 1.0))
        blocks = [(at, self.pieces[place][at]) for at in self.outside[place]]
        rooms = [self._room(rect, starts[at], starts[at + 1] - starts[at]) for at, _ in blocks]
        if self.is_upright:
            blocks, rooms = blocks[::-1], rooms[::-1]
        wanted = [
            (room.center.y, block.ink_height + AIR)
            if self.is_upright
            else (room.center.x, block.size.width + GAP)
            for room, (_, block) in zip(rooms, blocks, strict=True)
        ]
        limit = rect.bottom if self.is_upright else rect.right
        for (at, block), middle in zip(blocks, apart(wanted, limit), strict=True):
            spot, anchor = Point(middle, rect.bottom + AIR), "middle"
            if self.is_upright:
                spot, anchor = Point(rect.right + AIR, middle - block.ink_height / 2), "start"
            key = f"text:{self.path}.{place}.{at}"
            yield from brush.block(key, "", block, spot, anchor)  # type: ignore[arg-type]

    def _room(self, rect: Rect, start: float, share: float) -> Rect:
        if self.is_upright:
            height = share * rect.height
            top = rect.bottom - start * rect.height - height
            return Rect(rect.x, top, rect.width, height)
        return Rect(rect.x + start * rect.width, rect.y, share * rect.width, rect.height)

    @staticmethod
    def _shade(at: int, piece: Piece, brush: Brush) -> tuple[str, Paint]:
        edge, hair = brush.ink("border"), brush.mode.group.stroke_width
        if piece.role == "accent":
            return "accent-on", Paint(brush.ink("accent"))
        if piece.role in ("secondary", "note"):
            return "off", Paint(brush.ink("canvas"), edge, hair)
        looks = brush.mode.categories.looks
        look = looks[at % len(looks)]
        return f"category-{at % len(looks) + 1}", Paint(look.fill, look.stroke, hair)

    @staticmethod
    def _look(bar: Bar, rect: Rect, brush: Brush) -> tuple[str, Path, Paint]:
        if bar.split or bar.role in ("secondary", "note"):
            hair = brush.mode.group.stroke_width
            outline = Path.polygon(rect.grown(-hair / 2).corners)
            return "off", outline, Paint(NO_COLOR, brush.ink("border"), hair)
        role = "accent-on" if bar.role == "accent" else "on"
        ink = brush.ink("accent" if bar.role == "accent" else "line")
        return role, Path.polygon(rect.corners), Paint(ink)
