"""Equal sizes for equal things."""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.geometry import Size
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node


def even(nodes: Sequence[Node], axis: int, kit: Kit) -> None:
    """Boxes that stand in a line get one height and one width, where they differ by no more
    than the theme's `box.equal_ratio`; the lengths along a row only if the variant says so."""
    from diagramkit.layout.figure.kinds.box import BoxNode

    boxes = [node for node in nodes if isinstance(node, BoxNode) and not node.children]
    across = 1 - axis
    _make_even(boxes, across, kit)
    if axis == 1 or kit.variant.equal:
        _make_even(boxes, axis, kit)


def _make_even(nodes: Sequence[Node], axis: int, kit: Kit) -> None:
    lengths = [node.size[axis] for node in nodes]
    if len(nodes) < 2 or max(lengths) > kit.theme.box.equal_ratio * min(lengths):
        return
    for node in nodes:
        width, height = node.size
        node.size = Size(width, max(lengths)) if axis else Size(max(lengths), height)


def share(nodes: Sequence[Node], axis: int) -> None:
    """Let nodes of one kind agree on what they have in common, such as the heights of their
    heads; a kind's class says what in `share`."""
    for kind in {type(node): None for node in nodes}:
        agree = getattr(kind, "share", None)
        if agree is not None:
            agree([node for node in nodes if type(node) is kind], axis)
