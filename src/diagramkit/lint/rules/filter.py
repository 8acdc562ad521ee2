"""Something is drawn through a filter.

Why: filters blur, and many programs draw them wrong or not at all.

Example: a glow by `feGaussianBlur`.

Use instead: stroke and fill alone.
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
    yield from with_effect(sheet, "filter", "is drawn through a filter")
