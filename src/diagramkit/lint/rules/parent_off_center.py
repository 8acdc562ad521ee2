"""A box stands off the middle of its children by more than 12 units.

Why: where nothing but trees hang from a box, symmetry shows at a glance what belongs together; a
parent over its first child looks as if the others were afterthoughts.

Example: a question over the first of three answers.

Use instead: the middle between the outermost children.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet
from diagramkit.lint.siblings import pure_branches

SEVERITY: Severity = "style"
MOST = 12.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Compare each parent with the middle of its children."""
    for branch in pure_branches(sheet):
        if abs(branch.offset) > MOST:
            message = (
                f"{sheet.name(branch.parent)} is {abs(branch.offset):.0f} off the middle of its "
                f"{len(branch.children)} children"
            )
            keys = (branch.parent.key, *(child.key for child in branch.children))
            yield Fault(message, keys, branch.parent.rect)


def population(sheet: Sheet) -> int:
    """The boxes from which nothing but trees hang, two or more."""
    return sum(1 for _ in pure_branches(sheet))
