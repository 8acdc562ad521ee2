"""A drawing that has been read: its scene, and where each part of it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diagramkit.geometry import Point, Rect
from diagramkit.scene import Scene
from diagramkit.svg.read.document import Document, Node
from diagramkit.svg.read.written import Users


@dataclass(frozen=True, slots=True)
class Source:
    """Where a primitive comes from.

    `effects` names what is done to it: `gradient`, `pattern`, `shadow`, `filter`, `image`;
    words in a `foreignObject` have `foreign`, shapes with curves `curved`. `clip` is the room on
    the canvas in which it shows. `families` are those its words ask for, `is_guess` says that
    their width was measured in another; `fill_alpha` how opaque its fill is. `holes` are the rooms
    on the canvas that its mask hides, as those for the words of a line.
    """

    node: Node
    effects: frozenset[str] = frozenset()
    clip: Rect | None = None
    families: tuple[str, ...] = ()
    is_guess: bool = False
    fill_alpha: float = 1.0
    holes: tuple[Rect, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A drawing as a scene. The scene is in CSS pixels from the top left of the canvas, the
    drawing at its natural size; `unit` is the pixels to a user unit of its root, `origin` the
    top left corner of the canvas in user units.

    `sources` has the source of each primitive by key; `rows` how many alike elements follow the
    first of a row that is too long for each to be read.
    """

    scene: Scene
    document: Document
    sources: Mapping[str, Source]
    origin: Point
    unit: float
    has_size: bool
    rows: Mapping[Node, int] = field(default_factory=dict)

    def user_rect(self, rect: Rect) -> Rect:
        """A room of the scene in the user units of the drawing's root."""
        unit = self.unit
        x, y = rect.x / unit + self.origin.x, rect.y / unit + self.origin.y
        return Rect(x, y, rect.width / unit, rect.height / unit)

    def position(self, key: str) -> tuple[int, int]:
        """Line and column of the element that drew a primitive; of the root for no key."""
        source = self.sources.get(key)
        node = source.node if source else self.document.root
        return self.document.position(node.start)

    @property
    def users(self) -> Users:
        """What the values that the drawing writes paint."""
        return Users(self.scene, {key: source.node for key, source in self.sources.items()})
