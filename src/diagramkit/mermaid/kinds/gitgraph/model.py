"""What a history of commits says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location

Direction = Literal["LR", "TB", "BT"]
Kind = Literal["normal", "reverse", "highlight", "merge", "cherry_pick"]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit; its `number` is its place in the history, from 0.

    `id` is the one that the source gives, empty where it gives none (Mermaid makes one up).
    `parents` are numbers: the commit before it, then the one that was merged or picked; a first
    commit has none, and a merge or a pick that comes first has the other one alone. `kind` says
    what the commit is, `look` how it is marked: a merge may be marked as a highlight.
    """

    number: int
    branch: str
    id: str = ""
    message: str = ""
    kind: Kind = "normal"
    look: Kind = "normal"
    tags: tuple[str, ...] = ()
    parents: tuple[int, ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class GitGraph:
    """A whole history: branches in the order of their lanes, commits in source order.

    `parallel` says that commits which are as far from the first as each other are level;
    `critical` holds the numbers of the commits named by `%% diagram: critical A --> B`.
    """

    direction: Direction = "LR"
    branches: tuple[str, ...] = ()
    commits: tuple[Commit, ...] = ()
    shows_branches: bool = True
    shows_labels: bool = True
    parallel: bool = False
    critical: frozenset[int] = frozenset()
    title: str = ""
    description: str = ""
