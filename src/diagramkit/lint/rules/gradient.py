"""Something is painted with a gradient.

Why: a gradient says nothing and cannot follow a theme.

Example: a box whose fill runs from blue to green.

Use instead: one token of the theme.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.effects import with_effect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """One fault a drawing: the first stands for all."""
    yield from with_effect(sheet, "gradient", "is painted with a gradient")
