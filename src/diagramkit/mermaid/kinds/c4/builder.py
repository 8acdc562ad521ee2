"""The C4 diagram as it grows, statement by statement.

What a statement does to what is there already follows `c4Db` of Mermaid 11.17: an alias that comes
again replaces what it stood for, one relationship goes from one element to another, and styles
reach only what is there. Otherwise than there, a relationship that comes again is a second line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from diagramkit.mermaid.address import safe_address
from diagramkit.mermaid.kinds.c4.model import (
    Boundary,
    C4Diagram,
    Element,
    Form,
    Kind,
    Relationship,
    Scope,
    Side,
    Way,
)
from diagramkit.mermaid.kinds.flowchart.groups import Groups, OpenGroup
from diagramkit.mermaid.kinds.flowchart.model import Style
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import LinkCount, check_name
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest

Fields = Mapping[str, str]
"""The arguments of a statement by their names."""


class Builder:
    """Takes what the statements say, in their order, and gives the C4 diagram at the end."""

    def __init__(self, source: Source, scope: Scope) -> None:
        self.source, self.scope = source, scope
        self.title = ""
        self.description = ""
        self.groups = Groups(source)
        self._elements: dict[str, Element] = {}
        self._boundaries: dict[str, Boundary] = {}
        self._relationships: list[Relationship] = []
        self._offsets: list[tuple[int, int]] = []
        self._count = LinkCount(source, "a C4 diagram", "an element")

    def element(
        self, fields: Fields, kind: Kind, form: Form, offset: int, *, is_external: bool
    ) -> None:
        """A person, a system, a container or a component."""
        alias = fields["alias"]
        check_name(self.source, alias, offset)
        self._elements[alias] = Element(
            alias,
            words(fields.get("label", "")),
            kind,
            form,
            is_external,
            words(fields.get("techn", "")),
            words(fields.get("descr", "")),
            _tags(fields),
            link=safe_address(fields.get("link", "")),
            location=self.source.location(offset),
        )
        self.groups.add([alias])

    def open_boundary(self, fields: Fields, offset: int) -> None:
        """A boundary or a deployment node begins."""
        alias, title = fields["alias"], words(fields.get("label", ""))
        self.groups.open(OpenGroup(alias, title, offset))
        self._boundaries[alias] = Boundary(
            alias,
            title,
            classes=_tags(fields),
            type=words(fields.get("type", "")),
            description=words(fields.get("descr", "")),
            link=safe_address(fields.get("link", "")),
        )

    def relate(self, fields: Fields, way: Way, side: Side | None, offset: int) -> None:
        """A relationship; one without words is left out, as in Mermaid, and said so."""
        if "label" not in fields:
            self.source.warn(
                offset,
                'Mermaid leaves out a relationship without words; write "" for none',
                "c4-relationship",
            )
            return
        source, target = fields.get("from", ""), fields.get("to", "")
        self._count.add([source], [target], offset)
        self._offsets.append((offset, len(self._relationships)))
        self._relationships.append(
            Relationship(
                source,
                target,
                words(fields["label"]),
                words(fields.get("techn", "")),
                words(fields.get("descr", "")),
                way,
                side,
                location=self.source.location(offset),
            )
        )

    def style_element(self, fields: Fields, style: Style, offset: int) -> None:
        """The colours of an element or a boundary."""
        name = fields.get("elementName", "")
        if name in self._elements:
            found = self._elements[name]
            self._elements[name] = replace(found, style=(*found.style, *style))
        elif name in self._boundaries:
            boundary = self._boundaries[name]
            self._boundaries[name] = replace(boundary, style=(*boundary.style, *style))
        else:
            known = [*self._elements, *self._boundaries]
            message = f'no element is called "{name[:60]}"{self.source.near(name, known)}'
            self.source.warn(offset, message, "c4-style")

    def style_relationship(self, fields: Fields, style: Style, offset: int) -> None:
        """The colours of the relationships between two elements."""
        ends = fields.get("from", ""), fields.get("to", "")
        found = [
            place
            for place, each in enumerate(self._relationships)
            if (each.source, each.target) == ends
        ]
        for place in found:
            each = self._relationships[place]
            self._relationships[place] = replace(each, style=(*each.style, *style))
        if not found:
            message = f'no relationship goes from "{ends[0][:60]}" to "{ends[1][:60]}"'
            self.source.warn(offset, message, "c4-style")

    def names(self) -> list[str]:
        """The aliases of the elements, in source order."""
        return list(self._elements)

    def diagram(self, critical: tuple[tuple[str, ...], ...]) -> C4Diagram:
        """Everything that was taken. Raises DiagramError where a relationship has an end that is
        no element."""
        for name in self.groups:
            self._elements.pop(name, None)
        self._check_ends()
        return C4Diagram(
            self.scope,
            tuple(self._elements.values()),
            tuple(self._relationships),
            tuple(
                replace(self._boundaries[group.id], members=group.members, location=group.location)
                for group in self.groups.finished(self._elements)
            ),
            critical,
            self.title or self.source.title,
            self.description,
        )

    def _check_ends(self) -> None:
        known = {*self._elements, *self._boundaries}
        for offset, place in self._offsets:
            each = self._relationships[place]
            for name in (each.source, each.target):
                if name not in known:
                    message = f'no element is called "{name[:60]}"{nearest(name, list(known))}'
                    raise self.source.error(offset, message)


def _tags(fields: Fields) -> tuple[str, ...]:
    return tuple(filter(None, (tag.strip() for tag in fields.get("tags", "").split("+"))))
