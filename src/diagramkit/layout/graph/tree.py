"""Which group holds what, and at which level an edge is laid out."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group

ROOT = ""
LAST = 1 << 30


@dataclass(slots=True)
class Tree:
    """The nesting of a chart. The root is the group with the empty name."""

    groups: dict[str, Group]
    parent: dict[str, str] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, chart: Flowchart) -> Tree:
        """The nesting; a group's children are in the order in which they first appear."""
        tree = cls({group.id: group for group in chart.groups})
        for group in chart.groups:
            for member in group.members:
                if member not in tree.parent and member not in tree.path(group.id):
                    tree.parent[member] = group.id
        for name in _in_source_order(chart, tree.groups):
            tree.children.setdefault(tree.parent.get(name, ROOT), []).append(name)
        return tree

    def path(self, name: str) -> list[str]:
        """The groups around a node or group from the root down, ending with itself."""
        if name != ROOT and self.parent.get(name, ROOT) == ROOT:
            return [ROOT, name]
        path = [name]
        while path[-1] != ROOT and len(path) <= len(self.parent) + 1:
            path.append(self.parent.get(path[-1], ROOT))
        return path[::-1]

    def meeting(self, source: str, target: str) -> tuple[str, str, str] | None:
        """The innermost group that holds both ends, and its children that do.

        None when one end is inside the other or both are the same.
        """
        first, second = self.path(source), self.path(target)
        depth = 0
        while depth < min(len(first), len(second)) and first[depth] == second[depth]:
            depth += 1
        if depth >= len(first) or depth >= len(second):
            return None
        return first[depth - 1], first[depth], second[depth]


def _in_source_order(chart: Flowchart, groups: Container[str]) -> list[str]:
    """The boxes and groups as the source has them, those without a place behind the others."""
    found = [(node.location, node.id) for node in chart.nodes if node.id not in groups]
    found += [(group.location, group.id) for group in chart.groups]
    found.sort(key=lambda one: (one[0].line, one[0].column or 0) if one[0] else (LAST, 0))
    return [name for _, name in found]
