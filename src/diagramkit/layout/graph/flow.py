"""Flow coordinates: every chart is laid out as if it ran from left to right.

x is along the flow and y across it. A chart that runs down is laid out with widths and heights
exchanged and turned at the end; one that runs left or up is mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size
from diagramkit.mermaid.kinds.flowchart.model import Direction


@dataclass(frozen=True, slots=True)
class Flow:
    """How flow coordinates lie on the page."""

    vertical: bool = False
    mirrored: bool = False

    @classmethod
    def of(cls, direction: Direction) -> Flow:
        """The flow of a chart's direction."""
        return cls(direction in ("TB", "BT"), direction in ("RL", "BT"))

    def size(self, size: Size) -> Size:
        """A size on the page as it is in the flow, and the other way round."""
        return Size(size.height, size.width) if self.vertical else size

    def point(self, point: Point) -> Point:
        """A place in the flow as it is on the page."""
        x = -point.x if self.mirrored else point.x
        return Point(point.y, x) if self.vertical else Point(x, point.y)

    def rect(self, rect: Rect) -> Rect:
        """A rectangle in the flow as it is on the page."""
        x = -rect.right if self.mirrored else rect.x
        if self.vertical:
            return Rect(rect.y, x, rect.height, rect.width)
        return Rect(x, rect.y, rect.width, rect.height)
