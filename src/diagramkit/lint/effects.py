"""Things of a drawing that was read by what is done to them."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import things
from diagramkit.lint.sheet import Sheet


def with_effect(sheet: Sheet, effect: str, words: str) -> Iterator[Fault]:
    """One fault for all things with an effect, at the first of them."""
    if sheet.reading is None:
        return
    sources = sheet.reading.sources
    found = [item for item in things(sheet) if effect in sources[item.key].effects]
    if found:
        others = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        message = f"{sheet.name(found[0])}{others} {words}"
        yield Fault(message, tuple(item.key for item in found), found[0].ink)
