"""Words of a figure: lines of several kinds, formulas among them, set and measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from diagramkit.figure.formula import Group, has_formula, pieces
from diagramkit.geometry import Size
from diagramkit.layout.words import CAP_HEIGHT
from diagramkit.layout.words.formula import SetFormula, set_formula
from diagramkit.text import TextStyle, measure, wrap

LineKind = Literal[
    "title", "body", "note", "mono", "label", "strong", "group", "caption", "heading", "key"
]


class Style(NamedTuple):
    """A font stack, a size, a weight, the height of a line, in user units, and the font stack of
    formulas."""

    families: tuple[str, ...]
    size: float
    weight: int
    line: float
    formula_families: tuple[str, ...]

    @property
    def text(self) -> TextStyle:
        """What words are set in."""
        return TextStyle(self.families, self.size, self.weight)

    @property
    def formula(self) -> TextStyle:
        """What formulas are set in: never in the font of code, whose letters stand apart."""
        return TextStyle(self.formula_families, self.size, self.weight)


class Run(NamedTuple):
    """A stretch of a line that is set in one way: words, or a formula."""

    content: str | SetFormula
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line: its runs from left to right; `rise` is the distance to the baseline above."""

    kind: LineKind
    runs: tuple[Run, ...]
    style: Style
    width: float
    rise: float
    above: float = 0
    """How far a formula reaches above the capitals."""
    below: float = 0
    """How far it reaches below the descenders."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines below each other."""

    lines: tuple[SetLine, ...] = ()

    @property
    def size(self) -> Size:
        """The widest line; the sum of the line heights."""
        width = max((line.width for line in self.lines), default=0.0)
        return Size(width, sum(line.rise + line.below for line in self.lines))

    @property
    def ink_height(self) -> float:
        """From the top of the first line's capitals to the last baseline."""
        if not self.lines:
            return 0.0
        first = self.lines[0].style.size * CAP_HEIGHT + self.lines[0].above
        steps = zip(self.lines, self.lines[1:], strict=False)
        return first + sum(line.rise + before.below for before, line in steps)

    def baselines(self, top: float) -> list[float]:
        """The baseline of each line when the capitals of the first begin at `top`."""
        heights: list[float] = []
        for before, line in zip((None, *self.lines), self.lines, strict=False):
            if before is None:
                heights.append(top + line.style.size * CAP_HEIGHT + line.above)
            else:
                heights.append(heights[-1] + line.rise + before.below)
        return heights


def set_lines(
    lines: Iterable[tuple[str, LineKind]],
    style_of: Callable[[LineKind], Style],
    width: float,
    *,
    formulas: bool = True,
) -> Block:
    """Set lines of words, each wrapped at `width` unless a formula is in it; a line after a
    title keeps the title's distance. Without `formulas` a dollar is always a dollar."""
    made: list[SetLine] = []
    for words, kind in lines:
        style = style_of(kind)
        is_whole = formulas and has_formula(words)
        for line in [words] if is_whole else wrap(words, style.text, width):
            before = made[-1].style.line if made else 0.0
            one = _line(line, kind, style, is_whole)
            rise = max(style.line, before) + one.above
            made.append(SetLine(kind, one.runs, style, one.width, rise, one.above, one.below))
    return Block(tuple(made))


@lru_cache(maxsize=4096)
def _line(words: str, kind: LineKind, style: Style, has_formulas: bool) -> SetLine:
    if not has_formulas:
        width = measure(words, style.text)
        return SetLine(kind, (Run(words, 0.0, width),), style, width, style.line)
    runs: list[Run] = []
    x = above = below = 0.0
    for piece in pieces(words):
        content = set_formula(piece, style.formula) if isinstance(piece, Group) else piece
        if isinstance(content, SetFormula):
            width = content.width
            above = max(above, content.ascent - 0.95 * style.size)
            below = max(below, content.descent - 0.35 * style.size)
        else:
            width = measure(content, style.text)
        runs.append(Run(content, x, width))
        x += width
    return SetLine(kind, tuple(runs), style, x, style.line, max(0.0, above), max(0.0, below))
