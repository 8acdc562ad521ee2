"""What a fishbone diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.titles import Chart


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause at a depth: 1 for those that lead to the effect, 2 for causes of those, and so on."""

    text: str
    depth: int


@dataclass(frozen=True, slots=True)
class Ishikawa(Chart):
    """A whole fishbone diagram: an effect, and its causes in source order, each after what it leads
    to.

    `critical` holds the words that `%% diagram: critical A` names.
    """

    effect: str
    causes: tuple[Cause, ...] = ()
    critical: frozenset[str] = frozenset()
