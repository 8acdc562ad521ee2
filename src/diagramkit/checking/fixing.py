"""Sources repaired: what is safe to repair, checked again, and undone if anything got worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from diagramkit import lint
from diagramkit.checking.remark import Edit
from diagramkit.checking.repairs import repairs
from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.traps import find_traps
from diagramkit.svg.read import Reading, read
from diagramkit.theme.model import ModeName, Theme

Faults = Counter[tuple[object, ...]]
# Findings about many elements at once: with one of them repaired they are about fewer.
_OF_MANY = frozenset({"off-palette", "small-when-read", "accent-overused", "many-categories"})
ROUNDS = 3
"""How often repairs are tried: one may make room for another."""


def fixed_drawing(
    text: str, path: str, theme: Theme, mode: ModeName = "light", *, unsafe: bool = False
) -> str:
    """A drawing repaired; all else in it stays as it is.

    Raises:
        DiagramError: it cannot be read.
    """
    for _ in range(ROUNDS):
        before = text
        for repair in repairs().values():
            reading = read(text, name=path, mode=mode, path=path)
            edits = [edit for edit in repair(reading, theme) if edit.is_safe or unsafe]
            text = _better(reading, edits, path, theme) if edits else text
        if text == before:
            break
    return text


def _better(reading: Reading, edits: Sequence[Edit], path: str, theme: Theme) -> str:
    """The drawing with those edits that make nothing worse."""
    text, faults, mode = reading.document.text, _faults(reading, theme), reading.scene.mode

    def kept(before: list[Edit], more: Sequence[Edit]) -> list[Edit]:
        """All edits at once, else those of one half that are no harm, then of the other."""
        if _is_no_worse(applied(text, [*before, *more]), faults, path, theme, mode):
            return [*before, *more]
        if len(more) == 1:
            return before
        middle = len(more) // 2
        return kept(kept(before, more[:middle]), more[middle:])

    return applied(text, kept([], edits))


def _is_no_worse(text: str, faults: Faults, path: str, theme: Theme, mode: ModeName) -> bool:
    try:
        reading = read(text, name=path, mode=mode, path=path)
        after = _faults(reading, theme)
    except DiagramError:
        return False
    return not after - faults


def _faults(reading: Reading, theme: Theme) -> Faults:
    """What is wrong with which elements, counted from the end: a repair may add some in front."""
    count = len(reading.document.nodes)
    return Counter(
        (finding.rule, *(reading.sources[key].node.index - count for key in finding.keys))
        for finding in lint.check(reading.scene, theme, reading=reading)
        if finding.rule not in _OF_MANY
    )


def fixed_mermaid(text: str, *, unsafe: bool = False) -> str:
    """A Mermaid source with its traps repaired."""
    for _ in range(ROUNDS):
        found = [trap for _, trap in find_traps(text)]
        edits = [
            Edit(trap.start, trap.end, trap.repair)
            for trap in found
            if trap.repair is not None and (trap.is_safe or unsafe)
        ]
        if not edits:
            break
        repaired = applied(text, edits)
        if len(find_traps(repaired)) >= len(found):
            break
        text = repaired
    return text


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with all edits made; of two that overlap the first alone."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position:
            continue
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])
