"""Lines of words, and how much room they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from diagramkit.geometry import Size
from diagramkit.text import TextStyle

if TYPE_CHECKING:
    from diagramkit.layout.words.formula import SetFormula

LineKind = Literal[
    "title", "body", "emphasis", "note", "decision", "label", "strong", "group",
    "mono", "caption", "heading", "key",
]  # fmt: skip
# The share of the type size that a capital letter rises above the baseline (Inter 0.727,
# Arimo 0.716): what centres words by eye.
CAP_HEIGHT = 0.72
# In ems of the size they stand at: how large scripts are, how far they are moved.
SCRIPT, LOWERED, RAISED = 0.72, 0.2, 0.36


class Run(NamedTuple):
    """A stretch of a line that is set in one way: words, or a formula. `x` is from the line's left
    side; `link` is where the words lead, `drop` how far they stand below the baseline."""

    content: str | SetFormula
    x: float
    width: float
    style: TextStyle
    link: str = ""
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words; `rise` is the distance from the baseline of the line before.

    Where `runs` are given, they make up the line, and `text` says what it says. `above` and `below`
    are how far a formula reaches beyond capitals and descenders. Lines that are `flush`, as of a
    list, begin below each other.
    """

    text: str
    kind: LineKind
    style: TextStyle
    width: float
    rise: float
    runs: tuple[Run, ...] = ()
    above: float = 0.0
    below: float = 0.0
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a box, first to last."""

    lines: tuple[Line, ...] = ()

    @property
    def size(self) -> Size:
        """The widest line, and the sum of the line heights."""
        lines = self.lines
        if len(lines) == 1:
            line = lines[0]
            return Size(line.width, line.rise + line.above + line.below)
        return Size(
            max([line.width for line in lines], default=0.0),
            sum([line.rise + line.above + line.below for line in lines]),
        )

    @property
    def ink_height(self) -> float:
        """From the top of the capitals in the first line to the baseline of the last."""
        steps = self._steps()
        return steps[-1] if steps else 0.0

    def baselines(self, middle: float) -> list[float]:
        """The baseline of each line when the block is centred by eye at height `middle`."""
        below = self.lines[-1].below if self.lines else 0.0
        return self.baselines_below(middle - (self.ink_height + below) / 2)

    def baselines_below(self, top: float) -> list[float]:
        """The baseline of each line when the capitals of the first begin at `top`."""
        return [top + step for step in self._steps()]

    def starts(self, middle: float) -> list[float | None]:
        """Where each flush line begins when the block is centred at `middle`; None for the
        others, which are centred there themselves."""
        widest = max((line.width for line in self.lines if line.flush), default=0.0)
        return [middle - widest / 2 if line.flush else None for line in self.lines]

    def _steps(self) -> list[float]:
        """From the top of the first line's capitals to each baseline."""
        steps: list[float] = []
        below = 0.0
        for line in self.lines:
            rise = line.rise + below if steps else line.style.size * CAP_HEIGHT
            steps.append((steps[-1] if steps else 0.0) + rise + line.above)
            below = line.below
        return steps
