"""What did not pass in a theme, at its places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.theme.builtin import builtin_folder, builtin_names
from diagramkit.theme.measurement import Measurement
from diagramkit.theme.written import origins


def findings(
    reference: str | Path, measured: Sequence[Measurement], text: str | None = None
) -> list[Diagnostic]:
    """What did not pass, with the place in the file of the theme where it is to be mended; `text`
    counts instead of what the file holds."""
    low = [each for each in measured if not each.passed]
    places = origins(reference, [each.path for each in low], text) if low else {}
    return [_located(each, places.get(each.path), reference) for each in low]


def _located(low: Measurement, place: Location | None, reference: str | Path) -> Diagnostic:
    """A finding at its place; what a built-in theme says is mended in the theme that extends it."""
    is_inherited = place and Path(place.path).parent == builtin_folder()
    if not is_inherited or reference in builtin_names():
        return low.diagnostic(place)
    found = low.diagnostic(Location(str(reference)))
    own = low.path if low.nearest else low.against.removeprefix("on ")
    return replace(found, message=f"{found.message}: write {own} in this file")
