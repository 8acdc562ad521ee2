"""Equal sizes for equal things."""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.geometry import Size
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node


def even(nodes: Sequence[Node], axis: int, kit: Kit) -> None:
    """Boxes that stand in a line get one height and one width, where they differ by no more
    than the theme's `box.equal_ratio`; the lengths along a row only if the variant says so."""
    make_even(nodes, 1 - axis, kit)
    if axis == 1 or kit.variant.equal:
        make_even(nodes, axis, kit)


def make_even(nodes: Sequence[Node], axis: int, kit: Kit) -> None:
    """Give the boxes among nodes one width (axis 0) or one height (axis 1)."""
    from diagramkit.layout.figure.kinds.box import BoxNode

    boxes = [node for node in nodes if isinstance(node, BoxNode) and not node.children]
    if axis == 0:
        boxes = [node for node in boxes if node.part.width is None]
    lengths = [node.size[axis] for node in boxes]
    if len(boxes) < 2 or max(lengths) > kit.theme.box.equal_ratio * min(lengths):
        return
    for node in boxes:
        width, height = node.size
        node.size = Size(width, max(lengths)) if axis else Size(max(lengths), height)


def share(nodes: Sequence[Node], axis: int) -> None:
    """Let nodes of one kind agree on what they have in common, such as the heights of their
    heads; a kind's class says what in `share`."""
    for kind in {type(node): None for node in nodes}:
        agree = getattr(kind, "share", None)
        if agree is not None:
            agree([node for node in nodes if type(node) is kind], axis)
