"""What Mermaid reads otherwise than it looks: one module a trap, named for the fault.

A module has `check(source)`, which yields a `Trap` for each place, and where it is no fault in
itself `SEVERITY`. Its docstring is its documentation, in the four parts that rules have.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc

from diagramkit.diagnostics import Severity
from diagramkit.mermaid.traps.trap import Lines, Trap

__all__ = ["Lines", "Trap", "TrapRule", "all_traps", "find_traps"]
_HELPERS = ("trap", "classes")


@dataclass(frozen=True, slots=True)
class TrapRule:
    """A rule about Mermaid sources."""

    code: str
    severity: Severity
    explanation: str
    check: Callable[[Lines], Iterator[Trap]]


@cache
def all_traps() -> dict[str, TrapRule]:
    """Every trap by its code, in alphabetical order."""
    names = sorted(each.name for each in pkgutil.iter_modules(__path__))
    rules = [_rule(name) for name in names if name not in _HELPERS]
    return {rule.code: rule for rule in rules}


def find_traps(text: str) -> list[tuple[TrapRule, Trap]]:
    """The traps in a Mermaid source, by rule, then by place."""
    lines = Lines(text)
    return [(rule, trap) for rule in all_traps().values() for trap in rule.check(lines)]


def _rule(name: str) -> TrapRule:
    module = import_module(f"{__name__}.{name}")
    severity: Severity = getattr(module, "SEVERITY", "warning")
    return TrapRule(name.replace("_", "-"), severity, getdoc(module) or "", module.check)
