"""Boxes in a straight column are of different widths, though of nearly one.

Why: edges that nearly line up look like a slip; a column of one width reads as one path.

Example: five boxes below each other, each as wide as its words.

Use instead: the width of the widest, as long as it is at most `box.equal_ratio` times the
narrowest.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Line, Shape
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "style"
LEAST, SLACK = 3, 1.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Compare the boxes of each column that could have one width."""
    for column in _columns(sheet):
        widths = [shape.rect.width for shape in column]
        if max(widths) - min(widths) > SLACK:
            message = (
                f"the {len(column)} boxes from {sheet.name(column[0])} on are from "
                f"{min(widths):.0f} to {max(widths):.0f} wide"
            )
            corners = [corner for shape in column for corner in shape.rect.corners]
            yield Fault(message, tuple(shape.key for shape in column), Rect.bounding(corners))


def population(sheet: Sheet) -> int:
    """The columns that could have one width."""
    return sum(1 for _ in _columns(sheet))


def _columns(sheet: Sheet) -> Iterator[list[Shape]]:
    """Plain boxes joined by straight lines down, three at least, whose widths are near enough."""
    following = {
        line.start.shape: line.end.shape
        for line in sheet.lines
        if line.start.shape and line.end.shape and _is_straight(sheet, line)
    }
    later = set(following.values())
    for first in following:
        if first in later:
            continue
        column, seen, shape = [], {first}, first
        while shape:
            column.append(shape)
            after = following.get(shape)
            if after is None or after in seen:
                break
            seen.add(after)
            shape = after
        plain = [shape for shape in column if shape.box.outline is None]
        widths = [shape.rect.width for shape in plain]
        if len(plain) >= LEAST and max(widths) <= sheet.theme.box.equal_ratio * min(widths):
            yield plain


def _is_straight(sheet: Sheet, line: Line) -> bool:
    """Whether a line runs straight down between two boxes of one frame on one axis."""
    one, other = line.ends
    return (
        len(sheet.legs[line]) == 1
        and not sheet.panels.intersection((one.key, other.key))
        and one.box.owner == other.box.owner
        and abs(one.rect.center.x - other.rect.center.x) < SLACK
        and one.rect.bottom <= other.rect.y
    )
