"""What is wrong with a drawing: rules over scenes.

    for finding in check(scene):
        print(finding.rule, finding.message)

A rule reads the scene alone, not how it was made: the same ones judge what the layout draws and
what was drawn by hand or by another tool.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from inspect import getdoc
from typing import TYPE_CHECKING

from diagramkit.diagnostics import Severity
from diagramkit.index import TooDenseError
from diagramkit.lint import rules as _rules
from diagramkit.lint.finding import Fault, Finding
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import Scene
from diagramkit.theme.load import load_theme
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.svg.read import Reading

__all__ = ["TOO_DENSE", "Fault", "Finding", "Rule", "Sheet", "check", "rules"]


_WEIGHTS: tuple[Severity, ...] = ("error", "warning", "style")
_SEVERITY = re.compile(rb'^SEVERITY\b.*= "(\w+)"', re.MULTILINE)
MOST_FAULTS = 500
"""Faults of one rule in one drawing that are told."""
TOO_DENSE = "too-dense"
"""The rule that says which others were left out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: its code, how much it weighs, its documentation, and the check itself."""

    code: str
    severity: Severity
    explanation: str
    check: Callable[[Sheet], Iterator[Fault]]
    population: Callable[[Sheet], int] | None = None
    """How many things of a drawing the check looks at, for rules that can say so."""


def check(
    scene: Scene,
    theme: Theme | None = None,
    *,
    most: Severity = "error",
    least: Severity = "warning",
    reading: Reading | None = None,
) -> tuple[Finding, ...]:
    """Everything that the rules find in a drawing, by rule, then in paint order.

    Args:
        scene: the drawing.
        theme: whose budgets and distances hold; the house theme when left out.
        most: the highest severity of the rules that are asked.
        least: the lowest: `error`, `warning`, or `style` for those too that find nothing wrong,
            only what could be drawn better.
        reading: the drawing that the scene was read from, for the rules about its document, its
            colours and its fonts; what diagramkit draws itself has none.

    A rule that would take too long is left out, and the rule `too-dense` says so whatever weighs
    enough to be asked.
    """
    sheet = Sheet(scene, theme or load_theme("editorial"), reading)
    found = [finding for rule in _weighing(most, least) for finding in _asked(rule, sheet)]
    return tuple(sorted(found, key=lambda finding: finding.rule))


@cache
def _weighing(most: Severity, least: Severity) -> tuple[Rule, ...]:
    """The rules from one severity to another, and at last the one that says what was left out,
    which is known once all others have been asked."""
    weights = _WEIGHTS[_WEIGHTS.index(most) : _WEIGHTS.index(least) + 1]
    last = TOO_DENSE.replace("-", "_")
    wanted = (name for name in _names() if name != last and _severity(name) in weights)
    return tuple(map(_rule, (*wanted, last)))


def _asked(rule: Rule, sheet: Sheet) -> list[Finding]:
    """What a rule finds, which is nothing where it is left out."""
    try:
        return [_finding(rule, fault) for fault in _first(rule.check(sheet))]
    except TooDenseError:
        sheet.left_out.append(rule.code)
        return []


def _first(faults: Iterator[Fault]) -> Iterator[Fault]:
    """The faults of a rule in one drawing, of very many the first, the last of which says so."""
    for count, fault in enumerate(faults, 1):
        if count == MOST_FAULTS:
            yield replace(fault, message=f"{fault.message}; further ones are not looked for")
            return
        yield fault


def _finding(rule: Rule, fault: Fault) -> Finding:
    return Finding(
        rule.code,
        fault.message,
        fault.keys,
        fault.place,
        rule.severity,
        fault.measured,
        fault.passes,
        fault.offset,
    )


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its code, in alphabetical order: one a module of `lint/rules`."""
    return {rule.code: rule for rule in map(_rule, _names())}


def _names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(_rules.__path__))


def _severity(name: str) -> Severity:
    """How much a rule weighs, read from the text of its module: most drawings are judged by a
    third of the rules, and importing the others takes longer than laying out."""
    text = pkgutil.get_data(_rules.__name__, f"{name}.py") or b""
    said = _SEVERITY.search(text)
    return next((each for each in _WEIGHTS if said and said[1] == each.encode()), "error")


@cache
def _rule(name: str) -> Rule:
    module = import_module(f"{_rules.__name__}.{name}")
    population: Callable[[Sheet], int] | None = getattr(module, "population", None)
    code, explanation = name.replace("_", "-"), getdoc(module) or ""
    return Rule(code, _severity(name), explanation, module.check, population)
