"""Formulas set in outlines: symbols, scripts, roots and fractions, as one path."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass, field
from functools import lru_cache

from diagramkit.figure.formula import Fraction, Group, Item, Root, Scripts, Symbol
from diagramkit.geometry import Path
from diagramkit.layout.words.label import LOWERED, RAISED, SCRIPT
from diagramkit.text import TextStyle, outlines

Command = tuple[str | float, ...]
# How large the parts of a fraction are, where its bar lies, the air around the bar.
PART, AXIS, AIR = 0.84, 0.32, 0.16
RULE = 0.07
ASCENT, DESCENT = 0.76, 0.2
SPACE = 0.25
_NUMBER = re.compile(r"[a-z]|-?\d*\.?\d+")


@dataclass(slots=True)
class SetFormula:
    """A formula on a baseline at y = 0 that begins at x = 0: its outlines, how wide it is, and
    how far it reaches above and below the baseline."""

    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0
    commands: list[Command] = field(default_factory=list)

    def add(self, other: SetFormula, x: float, y: float) -> None:
        """Put another formula at a place of this one."""
        self.commands.extend(_moved(command, x, y) for command in other.commands)
        self.width = max(self.width, x + other.width)
        self.ascent = max(self.ascent, other.ascent - y)
        self.descent = max(self.descent, other.descent + y)

    def rule(self, x: float, y: float, width: float, height: float) -> None:
        """Put a bar with its top left corner at a place."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.polygon(corners)

    def polygon(self, corners: list[tuple[float, float]]) -> None:
        """Put a filled outline."""
        first, *rest = corners
        self.commands.append(("M", *first))
        self.commands.extend(("L", *corner) for corner in rest)
        self.commands.append(("Z",))

    def path(self, x: float, y: float) -> Path:
        """The outlines, with the baseline's beginning at a place."""
        return Path(tuple(_moved(command, x, y) for command in self.commands))


@lru_cache(maxsize=512)
def set_formula(group: Group, style: TextStyle) -> SetFormula:
    """Set a formula at the size of a style."""
    made = SetFormula()
    for item in group.items:
        made.add(_item(item, style), made.width, 0.0)
    return made


def _item(item: Item, style: TextStyle) -> SetFormula:
    match item:
        case Symbol(text):
            return _symbol(text, style)
        case Scripts():
            return _scripts(item, style)
        case Root(inner):
            return _root(set_formula(inner, style), style.size)
        case Fraction():
            return _fraction(item, style)


def _symbol(text: str, style: TextStyle) -> SetFormula:
    made = SetFormula(ascent=ASCENT * style.size, descent=DESCENT * style.size)
    if text.isspace():
        made.width = SPACE * style.size * len(text)
        return made
    glyphs, made.width = outlines(text, style)
    for glyph in glyphs:
        made.commands.extend(absolute(glyph.data, glyph.x, glyph.y))
    return made


def _scripts(item: Scripts, style: TextStyle) -> SetFormula:
    made = SetFormula()
    made.add(set_formula(item.base, style), 0.0, 0.0)
    start = made.width + 0.03 * style.size
    small = style._replace(size=style.size * SCRIPT)
    if item.lower:
        made.add(set_formula(item.lower, small), start, LOWERED * style.size)
    if item.upper:
        lift = max(RAISED * style.size, made.ascent - ASCENT * style.size)
        made.add(set_formula(item.upper, small), start, -lift)
    made.width += 0.05 * style.size
    return made


def _root(inner: SetFormula, size: float) -> SetFormula:
    """The sign is drawn, so that it is as high as what is under it."""
    rule, sign = RULE * size, 0.55 * size
    top, foot = -inner.ascent - 2 * rule, inner.descent
    made = SetFormula()
    made.add(inner, sign + 0.08 * size, 0.0)
    middle = foot - 0.45 * (foot - top)
    hook, low = 0.12 * sign, 0.42 * sign
    made.polygon(
        [
            (0.0, middle), (hook * 1.6, middle - rule), (low, foot - 2.4 * rule),
            (sign - rule, top), (sign, top), (low + 0.6 * rule, foot), (low - rule, foot),
            (hook, middle + 0.4 * rule), (0.2 * hook, middle + rule),
        ]
    )  # fmt: skip
    made.rule(sign - rule, top, made.width - sign + 2 * rule, rule)
    made.width += 2 * rule
    made.ascent, made.descent = -top, max(inner.descent, foot)
    return made


def _fraction(item: Fraction, style: TextStyle) -> SetFormula:
    small = style._replace(size=style.size * PART)
    above, below = set_formula(item.above, small), set_formula(item.below, small)
    width = max(above.width, below.width) + 0.2 * style.size
    bar, air = -AXIS * style.size, AIR * style.size
    made = SetFormula()
    made.add(above, (width - above.width) / 2, bar - air - above.descent)
    made.add(below, (width - below.width) / 2, bar + air + below.ascent)
    made.rule(0.0, bar - RULE * style.size / 2, width, RULE * style.size)
    made.width = width + 0.08 * style.size
    return made


def absolute(data: str, x: float, y: float) -> list[Command]:
    """Path data of relative commands as absolute ones, the pen first at (x, y); quadratic
    curves become cubic ones."""
    made: list[Command] = []
    start = (x, y)
    letter = ""
    tokens = _NUMBER.findall(data)
    place = 0
    while place < len(tokens):
        if tokens[place].isalpha():
            letter, place = tokens[place], place + 1
            if letter == "z":
                made.append(("Z",))
                x, y = start
            continue
        count = {"h": 1, "v": 1, "q": 4, "c": 6}.get(letter, 2)
        values = [float(token) for token in tokens[place : place + count]]
        place += count
        command, (x, y) = _turned(letter, values, x, y)
        made.append(command)
        start = (x, y) if letter == "m" else start
    return made


def _turned(
    letter: str, values: list[float], x: float, y: float
) -> tuple[Command, tuple[float, float]]:
    """A relative command as an absolute one, and where the pen is after it."""
    if letter == "h":
        values, letter = [values[0], 0.0], "l"
    elif letter == "v":
        values, letter = [0.0, values[0]], "l"
    points = [(x + dx, y + dy) for dx, dy in zip(values[::2], values[1::2], strict=True)]
    end = points[-1]
    if letter == "q":
        (cx, cy), (ex, ey) = points
        first = (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3)
        second = (ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3)
        return ("C", *first, *second, *end), end
    if letter == "c":
        return ("C", *(value for point in points for value in point)), end
    return ("M" if letter == "m" else "L", *end), end


def _moved(command: Command, dx: float, dy: float) -> Command:
    """A command of coordinates alone, moved."""
    if len(command) == 3:
        letter, x, y = command
        return (letter, float(x) + dx, float(y) + dy)
    steps = (dx, dy, dx, dy, dx, dy)
    return (command[0], *map(operator.add, command[1:], steps))
