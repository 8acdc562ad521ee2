"""What a tree view says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Location


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
class TreeView:
    """A whole tree view, in source order throughout.

    `critical` holds the names that `%% diagram: critical src --> main.py` names, without slashes.
    `heading` is the title that the source writes, which stands above it; `title` is its name for
    readers who cannot see it.
    """

    entries: tuple[Entry, ...] = ()
    critical: frozenset[str] = frozenset()
    title: str = ""
    description: str = ""
    heading: str = ""
