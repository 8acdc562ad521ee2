"""Two neighbours stand in another order than the source has them, and no crossing is saved. One
from which lines lead to the other precedes it, whatever the order of the source.

Why: readers expect the first one first, and look for the second right after it.

Example: the answers "yes" and "no" in one order at one question and in the other at the next.

Use instead: the order of the source, from left to right or from the top down.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.network import middle
from diagramkit.lint.parts import Shape
from diagramkit.lint.sheet import Sheet
from diagramkit.lint.siblings import neighbours

SEVERITY: Severity = "style"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at neighbours that are painted in the other order, as the source has them."""
    for one, other, sideways in neighbours(sheet):
        if one.order < other.order or not _first_joined(sheet, other, one):
            continue
        if sheet.network.leads(one, other):
            continue
        if _crossings(sheet, one, other, sideways) >= _crossings(sheet, other, one, sideways):
            message = f"{sheet.name(other)} stands after {sheet.name(one)}, which it precedes"
            yield Fault(message, (other.key, one.key), other.rect.union(one.rect))


def population(sheet: Sheet) -> int:
    """The pairs of neighbours."""
    return sum(1 for _ in neighbours(sheet))


def _first_joined(sheet: Sheet, first: Shape, second: Shape) -> bool:
    """Whether the lines that lead to two boxes from the same one come in their order too."""
    for source in sheet.network.sources.get(first, ()):
        children = list(sheet.network.targets[source])
        if second in children and children.index(second) < children.index(first):
            return False
    return True


def _crossings(sheet: Sheet, first: Shape, second: Shape, sideways: bool) -> int:
    """How often lines from two neighbours and what hangs from them cross when the first of them
    stands first: once for each two that lead to places in the other order."""
    ends = [_ends(sheet, shape, other) for shape, other in ((first, second), (second, first))]
    count = 0
    for way, place in ends[0]:
        for other_way, other_place in ends[1]:
            if way == other_way:
                count += middle(place.rect, vertical=not sideways) > middle(
                    other_place.rect, vertical=not sideways
                )
    return count


def _ends(sheet: Sheet, shape: Shape, other: Shape) -> list[tuple[bool, Shape]]:
    """Where the lines of a box and of what hangs from it lead to and come from."""
    network = sheet.network
    own = network.below(shape)
    passed = own | {other}
    return [
        (way, end)
        for one in own
        for way, ends in ((True, network.targets), (False, network.sources))
        for end in ends.get(one, ())
        if end not in passed
    ]
