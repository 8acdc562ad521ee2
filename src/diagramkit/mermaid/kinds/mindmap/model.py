"""What a mind map says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location

Shape = Literal["plain", "square", "rounded", "circle", "cloud", "bang", "hexagon"]


@dataclass(frozen=True, slots=True)
class Node:
    """A topic.

    `text` is what the reader sees: line breaks are `\\n`, marks of emphasis, entities and tags
    are resolved. `parent` is the place of its parent in the list of nodes, None for the root.
    `id` is the name before the brackets, or the words themselves; several may have the same.
    """

    id: str
    text: str
    shape: Shape
    parent: int | None
    location: Location
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mindmap:
    """A whole mind map: nodes in source order, each after its parent, the root first.

    `critical` holds the paths named by `%% diagram: critical A --> B` as tuples of node ids.
    """

    nodes: tuple[Node, ...]
    critical: tuple[tuple[str, ...], ...] = ()
    title: str = ""
