"""The subgraphs of a flowchart: who belongs to whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.flowchart.model import Direction, Group
from diagramkit.mermaid.limits import check_name
from diagramkit.mermaid.source import Source

MAX_DEPTH = 500
"""How deep subgraphs may stand inside one another."""


@dataclass(slots=True)
class OpenGroup:
    """A subgraph whose `end` has not come yet; `name` is None for one that gets a number."""

    name: str | None
    title: str
    offset: int
    members: list[str] = field(default_factory=list)
    direction: Direction | None = None


@dataclass(slots=True)
class _Group:
    """What is known of a subgraph so far."""

    title: str
    offset: int
    direction: Direction | None
    members: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    style: list[tuple[str, str]] = field(default_factory=list)


class Groups:
    """The subgraphs that are closed, by name, and those that are still open."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: list[OpenGroup] = []
        self._closed: dict[str, _Group] = {}
        self._owner: dict[str, str] = {}
        self._count = 0

    def __contains__(self, name: str) -> bool:
        return name in self._closed

    def __iter__(self) -> Iterator[str]:
        return iter(self._closed)

    def get(self, name: str) -> _Group | None:
        """The closed subgraph of that name."""
        return self._closed.get(name)

    @property
    def innermost(self) -> OpenGroup | None:
        """The subgraph that is open at this place."""
        return self._open[-1] if self._open else None

    def open(self, group: OpenGroup) -> None:
        """A subgraph begins. Raises DiagramError where its name is too long, or where it is too
        deep inside others."""
        check_name(self._source, group.name or "", group.offset)
        self._open.append(group)
        if len(self._open) > MAX_DEPTH:
            raise self._too_deep(group.offset)

    def add(self, members: list[str]) -> None:
        """Put members into the innermost open subgraph, if there is one."""
        if self._open:
            self._open[-1].members += members

    def close(self) -> None:
        """The innermost subgraph ends, and belongs to the next one out.

        A member of a subgraph that has closed before stays there, and nothing is put inside
        itself. A second subgraph of the same name adds its members to the first.
        """
        opened = self._open.pop()
        name = opened.name or f"subGraph{self._count}"
        self._count += 1
        group = self._closed.setdefault(name, _Group(opened.title, opened.offset, opened.direction))
        around = self._around(name, opened.offset)
        for member in dict.fromkeys(opened.members):
            if member not in self._owner and member not in around:
                self._owner[member] = name
                group.members.append(member)
        self.add([name])

    def _around(self, name: str, offset: int) -> set[str]:
        """The subgraph itself and all that it stands in by way of a mention further up."""
        around = {name}
        outer = self._owner.get(name)
        while outer is not None:
            around.add(outer)
            outer = self._owner.get(outer)
        if len(around) > MAX_DEPTH:
            raise self._too_deep(offset)
        return around

    def _too_deep(self, offset: int) -> DiagramError:
        message = f"subgraphs inside one another more than {MAX_DEPTH} deep"
        return self._source.error(offset, message, "mermaid-limit")

    def take_over(self, name: str, classes: list[str], style: list[tuple[str, str]]) -> None:
        """Classes and style that were given to a subgraph while it was taken for a node."""
        group = self._closed[name]
        group.classes = list(dict.fromkeys(classes + group.classes))
        group.style += style

    def finished(self, nodes: Collection[str]) -> tuple[Group, ...]:
        """The subgraphs in the order of the source; members are groups or one of `nodes`."""
        known = {*nodes, *self._closed}
        in_order = sorted(self._closed.items(), key=lambda item: item[1].offset)
        return tuple(
            Group(
                name,
                group.title,
                tuple(member for member in group.members if member in known),
                group.direction,
                tuple(group.classes),
                tuple(group.style),
                self._source.location(group.offset),
            )
            for name, group in in_order
        )
