"""A history in its place on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.gitgraph.routes import Route
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.gitgraph.model import Commit, Kind
from diagramkit.scene import Anchor

RADII: dict[Kind, float] = {
    "normal": 5.0,
    "merge": 6.0,
    "cherry_pick": 6.0,
    "highlight": 7.0,
    "reverse": 7.0,
}
"""From the middle of a commit to its border, by how it is marked, in user units."""
CLEAR = 6.0
"""From the border of a commit to words, in user units."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Words at a place: `top` is where the capitals of the first line begin. `key` is that of
    their commit, tag or branch; `home` the key of the box that they are in."""

    key: str
    label: Label
    top: Point
    anchor: Anchor
    quiet: bool = False
    home: str = ""


@dataclass(slots=True)
class Placed:
    """Everything on the page: `critical` are the commits on the critical path, `guides` the
    hairlines that lanes run on, from and to."""

    size: Size
    keys: Sequence[str]
    commits: Sequence[Commit]
    critical: frozenset[int]
    centers: list[Point] = field(default_factory=list)
    names: list[Lines] = field(default_factory=list)
    labels: list[Lines] = field(default_factory=list)
    tags: list[tuple[str, Rect]] = field(default_factory=list)
    branches: list[Lines] = field(default_factory=list)
    guides: list[tuple[str, Point, Point]] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)

    def add_tag(self, name: str, label: Label, rect: Rect) -> None:
        """A plate with words in its middle."""
        key = f"tag:{name}"
        self.tags.append((key, rect))
        top = Point(rect.center.x, rect.center.y - label.ink_height / 2)
        self.labels.append(Lines(key, label, top, "middle", home=key))


def radius(commit: Commit) -> float:
    """From the middle of a commit to its border."""
    return RADII[commit.look]
