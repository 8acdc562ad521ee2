"""What a railroad diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.mermaid.titles import Chart

Kind = Literal["terminal", "rule", "special", "sequence", "choice", "optional", "repeat"]


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a grammar: words (`text`), or parts of it. What repeats does so `least` times at
    the least and `most` times at the most (None for any number)."""

    kind: Kind
    text: str = ""
    parts: tuple[Node, ...] = ()
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a grammar."""

    name: str
    definition: Node


@dataclass(frozen=True, slots=True)
class Railroad(Chart):
    """A whole railroad diagram, in source order.

    `critical` holds the words that `%% diagram: critical A` names.
    """

    rules: tuple[Rule, ...] = ()
    critical: frozenset[str] = frozenset()
