"""What stands in the box of a record, in the paints of a mode: words, rules, underlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.graph.compartments import BELOW, Cell, Inscription
from diagramkit.layout.words import Line, line_texts
from diagramkit.scene import NO_COLOR, Anchor, Mark, Paint, Text
from diagramkit.theme.model import BoxLook


@dataclass(frozen=True, slots=True)
class RecordWriter:
    """One record on the page. `color` replaces the colour of all its words, unless empty."""

    name: str
    role: str
    words: Inscription
    rect: Rect
    look: BoxLook
    rule: Paint
    color: str = ""
    link: str = ""

    def primitives(self) -> Iterator[Text | Mark]:
        """The head, then each rule, then the rows."""
        rect, words = self.rect, self.words
        middle = rect.height / 2 if words.middle is None else words.middle
        baselines = words.baselines(rect.y + middle)
        for place, (line, y) in enumerate(zip(words.lines, baselines, strict=True)):
            muted = line.kind != "title"
            yield from self._text(line, Point(rect.center.x, y), f"{place}", "middle", muted)
        for place, y in enumerate(words.rules):
            ends = Point(rect.x, rect.y + y), Point(rect.right, rect.y + y)
            path = Path.polyline(ends)
            yield Mark(f"rule:{self.name}:{place}", "rule", path, self.rule)
        for cell in words.cells:
            yield from self._cell(cell)

    def _cell(self, cell: Cell) -> Iterator[Text | Mark]:
        at = Point(self.rect.x + cell.x, self.rect.y + cell.y)
        place = "row-" + "-".join(map(str, cell.place))
        yield from self._text(cell.line, at, place, "start", cell.is_muted)
        if cell.is_static and not cell.is_muted:
            y = at.y + cell.line.style.size * BELOW
            path = Path.polyline([Point(at.x, y), Point(at.x + cell.line.width, y)])
            paint = Paint(NO_COLOR, self._color(cell.is_muted), self.rule.stroke_width)
            yield Mark(f"underline:{self.name}:{place}", "underline", path, paint)

    def _text(
        self, line: Line, at: Point, place: str, anchor: Anchor, muted: bool
    ) -> Iterator[Text | Mark]:
        kind = "body" if muted else "row" if line.kind == "body" else line.kind
        yield from line_texts(
            f"text:{self.name}:{place}",
            f"{self.role}-{kind}",
            line,
            at.x,
            at.y,
            self._color(muted),
            anchor=anchor,
            owner=f"node:{self.name}",
            link=self.link,
        )

    def _color(self, muted: bool) -> str:
        return self.color or (self.look.muted if muted else self.look.text)
