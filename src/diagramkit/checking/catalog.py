"""All rules: those about drawings, those about Mermaid sources, those about comments, and what
drawing reports by itself."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc
from typing import Literal

from diagramkit import lint
from diagramkit.checking import reported
from diagramkit.diagnostics import Severity
from diagramkit.mermaid import traps

About = Literal["drawing", "mermaid", "comment", "diagram"]

UNUSED = "unused-suppression"
_UNUSED_EXPLANATION = """A comment ignores a rule that finds nothing there.

Why: it hides the next fault of the kind, and nobody knows why it is there.

Example: `<!-- diagrams: ignore low-contrast -->` before words that have been made darker.

Use instead: nothing; delete the comment."""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as it is listed: its code, how much it weighs, its documentation, what it looks at."""

    code: str
    severity: Severity
    explanation: str
    about: About

    @property
    def summary(self) -> str:
        """What it finds, in a sentence."""
        return " ".join(self.explanation.partition("\n\n")[0].split())


@cache
def catalog() -> dict[str, RuleEntry]:
    """Every rule by its code, in alphabetical order."""
    found = [
        RuleEntry(rule.code, rule.severity, rule.explanation, "drawing")
        for rule in lint.rules().values()
    ]
    found += [
        RuleEntry(trap.code, trap.severity, trap.explanation, "mermaid")
        for trap in traps.all_traps().values()
    ]
    found += [
        RuleEntry(name.replace("_", "-"), "warning", _documentation(name), "diagram")
        for name in sorted(each.name for each in pkgutil.iter_modules(reported.__path__))
    ]
    found.append(RuleEntry(UNUSED, "warning", _UNUSED_EXPLANATION, "comment"))
    return {entry.code: entry for entry in sorted(found, key=lambda entry: entry.code)}


def _documentation(name: str) -> str:
    return getdoc(import_module(f"{reported.__name__}.{name}")) or ""


def table() -> str:
    """The rules as a table in Markdown."""
    rows = [f"| `{each.code}` | {each.severity} | {each.summary} |" for each in catalog().values()]
    return "\n".join(["| rule | weight | what it finds |", "|---|---|---|", *rows]) + "\n"
