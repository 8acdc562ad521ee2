"""What a tree view says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Location
from diagramkit.mermaid.titles import Chart


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or a folder. `depth` is how many entries it stands in, `label` what is said of it; a
    folder's `text` ends with a slash where its author wrote one."""

    text: str
    depth: int
    label: str = ""
    classes: tuple[str, ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class TreeView(Chart):
    """A whole tree view, in source order throughout.

    `critical` holds the names that `%% diagram: critical src --> main.py` names, without slashes.
    """

    entries: tuple[Entry, ...] = ()
    critical: frozenset[str] = frozenset()
