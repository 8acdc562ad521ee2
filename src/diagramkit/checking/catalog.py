"""All rules: those about drawings, those about Mermaid sources, those about comments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from diagramkit import lint
from diagramkit.diagnostics import Severity
from diagramkit.mermaid import traps

About = Literal["drawing", "mermaid", "comment"]

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
    found.append(RuleEntry(UNUSED, "warning", _UNUSED_EXPLANATION, "comment"))
    return {entry.code: entry for entry in sorted(found, key=lambda entry: entry.code)}


def table() -> str:
    """The rules as a table in Markdown."""
    rows = [f"| `{each.code}` | {each.severity} | {each.summary} |" for each in catalog().values()]
    return "\n".join(["| rule | weight | what it finds |", "|---|---|---|", *rows]) + "\n"
