"""Free places."""

from __future__ import annotations

from diagramkit.layout.figure.node import Node


class SpaceNode(Node):
    """Nothing at all."""

    @property
    def is_solid(self) -> bool:
        return False
