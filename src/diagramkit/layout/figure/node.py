"""A part on the page: first it is measured, then it gets its place, then it is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from diagramkit.figure.part import Part
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.kit import Kit

if TYPE_CHECKING:
    from diagramkit.layout.figure.brush import Brush, Painted


class Node:
    """A part in the making.

    `size` is how large it wants to be; those around may make it larger before they `place` it.
    """

    FILLS: ClassVar[tuple[bool, bool]] = (False, False)
    """Whether it takes all the width, all the height that there is."""
    ACROSS: ClassVar[str] = "center"
    """How it stands across the direction of what it is in, unless its source says."""
    PAGE_WIDE: ClassVar[bool] = False
    """Whether a figure with it is as wide as the page."""
    IS_BOX: ClassVar[bool] = False
    """Whether it is painted as a box, with a role."""
    IS_FRAME: ClassVar[bool] = False
    """Whether it is drawn around its children, so that lines to them may cross its border."""

    def __init__(self, part: Part, kit: Kit, path: str, parent: Node | None = None) -> None:
        self.part, self.kit, self.path = part, kit, kit.unique(path)
        self.parent = parent
        self.children: tuple[Node, ...] = ()
        self.size = Size(0, 0)
        self.rect = Rect(0, 0, 0, 0)
        kit.nodes[id(part)] = self

    @property
    def key(self) -> str:
        """The key of its box in the scene."""
        return f"node:{self.path}"

    @property
    def role(self) -> str:
        """Its role; critical parts are accent."""
        if id(self.part) in self.kit.critical:
            return "accent"
        return self.part.role or self.default_role

    @property
    def default_role(self) -> str:
        return "primary"

    def place(self, rect: Rect) -> None:
        """Take a place; `rect` is at least as large as `size`."""
        self.rect = rect

    def paint(self, brush: Brush) -> Iterator[Painted]:  # noqa: ARG002
        """What it is painted as, children left out; nothing where a kind does not say."""
        return iter(())

    @property
    def is_solid(self) -> bool:
        """Whether lines to others have to go around it."""
        return not self.children

    @property
    def ink(self) -> Rect:
        """The room of all that it paints."""
        return self.rect

    @property
    def words(self) -> tuple[Rect, ...]:
        """The room of its own words where it is not solid."""
        return ()

    def give_way(self, lines: Sequence[tuple[Point, Point]]) -> None:
        """Move its words off lines, where it has other room for them."""

    @property
    def borders(self) -> tuple[tuple[Point, Point], ...]:
        """The lines that it paints around or above what is in it: connectors may cross them, and
        do not run along them."""
        return ()

    @property
    def polygon(self) -> tuple[Point, ...]:
        """The outline that connectors end at."""
        return self.rect.corners

    def child(self, part: Part, place: int) -> Node:
        """A part that is in this one, as a node."""
        name = part.called or str(place)
        return make(part, self.kit, f"{self.path}.{name}" if self.path else name, self)

    def walk(self) -> Iterator[Node]:
        """This and everything in it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self) -> Iterator[Node]:
        """What it is in, from the inside out."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def make(part: Part, kit: Kit, path: str, parent: Node | None = None) -> Node:
    """The node of a part; its kind's file under `layout/figure/kinds` draws it."""
    name = type(part).__name__
    module = import_module(f"diagramkit.layout.figure.kinds.{name.lower()}")
    return cast(Node, getattr(module, f"{name}Node")(part, kit, path, parent))
