"""What a drawing exceeds of its theme's budgets."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.theme.model import Theme

SPLIT = "split this figure, or shorten its longest row"
"""What to do about rows of boxes that are too wide."""


def too_wide(theme: Theme, width: float, place: Location, cure: str) -> Iterator[Diagnostic]:
    """The warning of a drawing wider than the page, with what to do about it, if it is."""
    most = theme.page.max_width
    if width > most:
        message = f"{width:.0f} wide, more than {most:.0f}: {cure}"
        yield Diagnostic("too-wide", message, place, severity="warning")


def accent_budget(
    theme: Theme, accent: int, count: int, things: str, place: Location
) -> Iterator[Diagnostic]:
    """The warning of more critical `things` of all `count` than still stand out, if there are."""
    allowed = theme.budget.accent_share
    if accent > 1 and accent > allowed * count:
        message = (
            f"{accent} of {count} {things} are accent, more than the {allowed:.0%} that still lets "
            "the critical path stand out"
        )
        yield Diagnostic("accent-budget", message, place, severity="warning")


def exceeded(
    code: str, count: int, most: int, things: str, cure: str, place: Location
) -> Iterator[Diagnostic]:
    """The warning of more `things` than a budget allows, with what to do about it, if there are."""
    if count > most:
        message = f"{count} {things}, more than {most}: {cure}"
        yield Diagnostic(code, message, place, severity="warning")
