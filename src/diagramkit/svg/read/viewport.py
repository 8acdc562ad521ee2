"""Viewports: what `viewBox` and `preserveAspectRatio` make of a room."""

from __future__ import annotations

from diagramkit.geometry import Rect
from diagramkit.svg.read.document import Node
from diagramkit.svg.read.matrix import IDENTITY, Matrix
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import Room, length, numbers

_ALIGN = {"xMin": 0.0, "xMid": 0.5, "xMax": 1.0, "YMin": 0.0, "YMid": 0.5, "YMax": 1.0}


def view_box(node: Node) -> Rect | None:
    """The `viewBox` of an element, where it has a usable one."""
    values = numbers(node.attributes.get("viewBox", ""))
    if len(values) != 4 or values[2] <= 0 or values[3] <= 0:
        return None
    return Rect(*values)


def placed(node: Node, style: Style, room: Room, whole: str = "0") -> Rect:
    """The rectangle of `x`, `y`, `width` and `height`; `whole` stands for a size left out."""
    attributes, font = node.attributes, style.font_size

    def of(name: str, of_what: float, otherwise: str) -> float:
        return length(attributes.get(name, otherwise), of_what, font) or 0.0

    return Rect(
        of("x", room.width, "0"),
        of("y", room.height, "0"),
        of("width", room.width, whole),
        of("height", room.height, whole),
    )


def fitted(box: Rect | None, room: Rect, aspect: str) -> Matrix:
    """The map from the units of a view box into a room (SVG 2, 8.7)."""
    if box is None:
        return Matrix(e=room.x, f=room.y) if room.x or room.y else IDENTITY
    across, down = room.width / box.width, room.height / box.height
    words = [word for word in aspect.split() if word != "defer"] or ["xMidYMid"]
    if words[0] != "none":
        across = down = (max if "slice" in words else min)(across, down)
    share_x, share_y = _ALIGN.get(words[0][:4], 0.5), _ALIGN.get(words[0][4:8], 0.5)
    x = room.x - box.x * across + (room.width - box.width * across) * share_x
    y = room.y - box.y * down + (room.height - box.height * down) * share_y
    return Matrix(a=across, d=down, e=x, f=y)
