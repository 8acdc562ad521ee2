"""A class is defined and given to nothing.

Why: it is a leftover, or the name where it is given is misspelt.

Example: `classDef accent …` and no node of class accent.

Use instead: nothing, or the right name.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.mermaid.traps.classes import defined, used
from diagramkit.mermaid.traps.trap import Lines, Trap

SEVERITY: Severity = "style"


def check(source: Lines) -> Iterator[Trap]:
    """Compare the classes that are defined with those that are given."""
    given = {name for name, _ in used(source)} | {"default"}
    for name, place in defined(source):
        if name not in given:
            yield Trap(f"the class {name} is given to nothing", place, place + len(name))
