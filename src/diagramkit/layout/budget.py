"""What a drawing exceeds of its theme's budgets."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.theme.model import Theme

SPLIT = "split this figure, or shorten its longest row"
"""What to do about rows of boxes that are too wide."""


FEWEST_ACCENTS = 3
"""Two critical boxes and the line between them are one path, however small the drawing."""


def is_accent_overused(theme: Theme, accent: int, count: int) -> bool:
    """Whether of `count` things more are accent than still stand out."""
    return accent >= FEWEST_ACCENTS and accent > theme.budget.accent_share * count


def too_wide(theme: Theme, width: float, place: Location, cure: str) -> Iterator[Diagnostic]:
    """The warning of a drawing wider than the page, with what to do about it, if it is."""
    most = theme.page.max_width
    if width > most:
        message = f"{width:.0f} wide, more than {most:.0f}: {cure}"
        yield Diagnostic("too-wide", message, place, severity="warning")


def accent_overused(
    theme: Theme, accent: int, count: int, things: str, place: Location
) -> Iterator[Diagnostic]:
    """The warning of more critical `things` of all `count` than still stand out, if there are."""
    if is_accent_overused(theme, accent, count):
        message = (
            f"{accent} of {count} {things} are accent, more than the "
            f"{theme.budget.accent_share:.0%} that still lets the critical path stand out"
        )
        yield Diagnostic("accent-overused", message, place, severity="warning")


def exceeded(
    code: str, count: int, most: int, things: str, cure: str, place: Location
) -> Iterator[Diagnostic]:
    """The warning of more `things` than a budget allows, with what to do about it, if there are."""
    if count > most:
        message = f"{count} {things}, more than {most}: {cure}"
        yield Diagnostic(code, message, place, severity="warning")
