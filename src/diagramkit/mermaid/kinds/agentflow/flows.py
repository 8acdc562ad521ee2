"""The flows of an agentflow diagram, and what belongs to none of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from diagramkit.mermaid.kinds.flowchart.groups import Groups, OpenGroup
from diagramkit.mermaid.kinds.flowchart.model import Group
from diagramkit.mermaid.source import Source


@dataclass(slots=True)
class Global(OpenGroup):
    """What is named from `global` to its `end` belongs to no flow, wherever else it is named."""


class Flows(Groups):
    """Flows as subgraphs are; of two with the same name the later title counts."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._globals: set[str] = set()

    def close(self) -> None:
        """The innermost flow or `global` ends."""
        opened = self._open[-1]
        if isinstance(opened, Global):
            self._globals.update(self._open.pop().members)
            return
        super().close()
        if opened.name and (group := self.get(opened.name)):
            group.title = opened.title or group.title
            group.direction = opened.direction or group.direction

    def finished(self, nodes: Collection[str]) -> tuple[Group, ...]:
        """The flows in the order of the source; members are flows or one of `nodes`."""
        return tuple(
            replace(flow, members=tuple(n for n in flow.members if n not in self._globals))
            for flow in super().finished(nodes)
        )
