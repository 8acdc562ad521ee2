"""The ER diagram as it grows, statement by statement.

What a statement does to what is there already follows `erDb.ts` of Mermaid 11.17: the first alias
of an entity counts, and `style` and `class` reach only what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from diagramkit.mermaid.kinds.er.model import Attribute, Entity, EntityDiagram, Relationship
from diagramkit.mermaid.kinds.flowchart.groups import Groups
from diagramkit.mermaid.kinds.flowchart.model import Direction, Style
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_name
from diagramkit.mermaid.source import Source


@dataclass(slots=True)
class _Entity:
    offset: int
    alias: str = ""
    attributes: list[Attribute] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    style: list[tuple[str, str]] = field(default_factory=list)


class Builder:
    """Takes what the statements say, in their order, and gives the ER diagram at the end."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.direction: Direction = "TB"
        self.title = ""
        self.description = ""
        self.groups = Groups(source)
        self._entities: dict[str, _Entity] = {}
        self._relationships: list[Relationship] = []
        self._count = LinkCount(source, "an ER diagram", "an entity")
        self._class_styles: dict[str, list[tuple[str, str]]] = {}

    def entity(self, name: str, offset: int, alias: str = "") -> None:
        """An entity is mentioned at `offset`, perhaps with an alias."""
        check_name(self.source, name, offset)
        found = self._entities.setdefault(name, _Entity(offset))
        found.alias = found.alias or alias
        self.groups.add([name])

    def add_attributes(self, name: str, attributes: Iterable[Attribute]) -> None:
        """`name { … }`; a second time adds to the first."""
        self._entities[name].attributes.extend(attributes)

    def relate(self, relationship: Relationship, source_offset: int, target_offset: int) -> None:
        """A relationship. Raises DiagramError where there are too many."""
        self.entity(relationship.source, source_offset)
        self.entity(relationship.target, target_offset)
        self._count.add([relationship.source], [relationship.target], source_offset)
        self._relationships.append(relationship)

    def add_classes(self, names: Iterable[str], classes: Sequence[str]) -> None:
        """`class a,b c,d` and `:::c,d`."""
        for name in names:
            for found in (self._entities.get(name), self.groups.get(name)):
                if found:
                    found.classes.extend(classes)

    def define_class(self, names: Iterable[str], style: Style) -> None:
        """`classDef a,b …`; a class defined twice has the declarations of both."""
        for name in names:
            self._class_styles.setdefault(name, []).extend(style)

    def add_style(self, names: Iterable[str], style: Style) -> None:
        """`style a,b …`."""
        for name in names:
            for found in (self._entities.get(name), self.groups.get(name)):
                if found:
                    found.style.extend(style)

    def names(self) -> list[str]:
        """The names of the entities, in source order."""
        return list(self._entities)

    def diagram(self, critical: tuple[tuple[str, ...], ...]) -> EntityDiagram:
        """Everything that was taken, and the paths that are `critical`."""
        for name in self.groups:
            self._entities.pop(name, None)
        return EntityDiagram(
            direction=self.direction,
            entities=tuple(self._finished(name, found) for name, found in self._entities.items()),
            relationships=tuple(self._relationships),
            groups=self.groups.finished(self._entities),
            class_styles={name: tuple(style) for name, style in self._class_styles.items()},
            critical=critical,
            title=self.title or self.source.title,
            description=self.description,
        )

    def _finished(self, name: str, found: _Entity) -> Entity:
        return Entity(
            name,
            found.alias or words(name),
            tuple(found.attributes),
            tuple(found.classes),
            tuple(found.style),
            self.source.location(found.offset),
        )
