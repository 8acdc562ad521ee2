"""Which group holds what, and at which level an edge is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field

from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group

ROOT = ""


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
        names = [node.id for node in chart.nodes if node.id not in tree.groups]
        for name in [*names, *tree.groups]:
            tree.children.setdefault(tree.parent.get(name, ROOT), []).append(name)
        return tree

    def path(self, name: str) -> list[str]:
        """The groups around a node or group from the root down, ending with itself."""
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
